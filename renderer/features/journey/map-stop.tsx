import { useI18n } from '#renderer/lib/i18n.tsx';
import type { JourneyMap } from '#shared/contract/journey.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { FigureLink } from './figure-link.tsx';
import { type Filter, peopleOf } from './figures.ts';
import { type Box, BOXES, type DrawnStop } from './layout.ts';

const seals = { hot: 'hot', callList: 'mid', stepMail: 'low' } as const;
type Sealed = keyof typeof seals;
const isSealed = (stop: DrawnStop): stop is Sealed => Object.hasOwn(seals, stop);

type FigureProps = {
  readonly box: Box;
  readonly title: string;
  readonly people: number;
  readonly share?: string;
  readonly filter: Filter;
  readonly indent?: number;
};

/** Name and number of a box; the number is the link. */
export function BoxFigure({ box, title, people, share = '', filter, indent = 0 }: FigureProps) {
  const { t } = useI18n();
  const { x, y, w } = box;
  return (
    <>
      <text className="journey-name" x={x + 12 + indent} y={y + 21}>
        {title}
      </text>
      <FigureLink
        filter={filter}
        label={`${title} ${t.journey.people(people)}${share === '' ? '' : ` ${share}`}`}
      >
        <rect className="journey-target" x={x + 6} y={y + 28} width={w - 12} height={26} rx={3} />
        <text x={x + 12} y={y + 48}>
          <tspan className="journey-count">{formatNumber(people)}</tspan>
          <tspan className="journey-share" dx={2}>
            {t.journey.people(people).replace(formatNumber(people), '')}
          </tspan>
          {share === '' ? null : <tspan className="journey-share strong" dx={6}>{` ${share}`}</tspan>}
        </text>
      </FigureLink>
    </>
  );
}

/** Below the line of a box: who is there now, and how many of them are late. */
function Here({ stop, map }: { readonly stop: DrawnStop; readonly map: JourneyMap }) {
  const { t } = useI18n();
  const { x, y, w } = BOXES[stop];
  const waits = stop === 'handedOver';
  const at = waits ? 'converted' : stop;
  const text = waits ? t.journey.waiting(map.now[at]) : t.journey.now(map.now[at]);
  const late = map.stuck.find(({ kind }) => kind === (waits ? 'handOver' : 'firstContact'));
  const isLate = (waits || stop === 'hot') && late !== undefined && late.people > 0;
  return (
    <>
      <line className="journey-stub" x1={x} x2={x + w} y1={y + 57} y2={y + 57} />
      <FigureLink filter={peopleOf(map, { stop: at })} label={`${t.journey.stops[stop]} ${text}`}>
        <rect className="journey-target" x={x + 6} y={y + 57} width={isLate ? 62 : w - 12} height={23} />
        <text className="journey-here" x={x + 12} y={y + 73}>
          {text}
        </text>
      </FigureLink>
      {isLate ? (
        <FigureLink
          filter={peopleOf(map, late.filter)}
          label={`${t.journey.stuck[late.kind]} ${t.journey.people(late.people)}`}
        >
          <rect className="journey-target" x={x + 70} y={y + 57} width={w - 76} height={23} />
          <text className="journey-here late" x={x + w - 10} y={y + 73} textAnchor="end">
            {t.journey.late(late.people)}
          </text>
        </FigureLink>
      ) : null}
    </>
  );
}

/** A stop of the map: name, people of the period, who is there now. */
export function MapStop({ stop, map }: { readonly stop: DrawnStop; readonly map: JourneyMap }) {
  const { t } = useI18n();
  const box = BOXES[stop];
  const band = isSealed(stop) ? seals[stop] : undefined;
  const share = stop === 'converted' && map.start > 0 ? formatPercent(map.reached.converted, map.start) : '';
  return (
    <g className="journey-stop" data-stop={stop} data-band={band}>
      <rect className="journey-box" x={box.x} y={box.y} width={box.w} height={box.h} rx={4} />
      {band === undefined ? null : (
        <g aria-hidden="true">
          <rect className="journey-seal" x={box.x + 11} y={box.y + 8} width={17} height={17} rx={3} />
          <text className="journey-letter" x={box.x + 19.5} y={box.y + 21} textAnchor="middle">
            {t.common.bandLetter[band]}
          </text>
        </g>
      )}
      <BoxFigure
        box={box}
        title={t.journey.stops[stop]}
        people={map.reached[stop]}
        share={share}
        filter={peopleOf(map, { reached: stop })}
        indent={band === undefined ? 0 : 24}
      />
      {box.h > 58 ? <Here stop={stop} map={map} /> : null}
    </g>
  );
}
