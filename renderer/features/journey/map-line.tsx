import { useI18n } from '#renderer/lib/i18n.tsx';
import type { JourneyMap } from '#shared/contract/journey.ts';
import { formatPercent } from '#shared/i18n/format.ts';
import { FigureLink } from './figure-link.tsx';
import { type Filter, peopleOf } from './figures.ts';
import { type Line, widthOf } from './layout.ts';

type MapLineProps = {
  readonly map: JourneyMap;
  readonly id: string;
  readonly line: Line;
  readonly name: string;
  readonly people: number;
  readonly of: number;
  readonly filter: Filter;
};

const widths = { start: 0, middle: 55, end: 110 } as const;

type ArrowProps = { readonly id: string; readonly width: number };

/** The head of a line, wide enough to be seen at its end. */
function Arrow({ id, width }: ArrowProps) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 10"
      refX="0"
      refY="5"
      markerWidth="8"
      markerHeight={Math.max(10, width + 8)}
      markerUnits="userSpaceOnUse"
      preserveAspectRatio="none"
      orient="auto"
    >
      <path className="journey-arrow" d="M0 0 L8 5 L0 10 Z" />
    </marker>
  );
}

/** A line with its figure: people bold, the share of the stop before beside or below it. */
export function MapLine({ map, id, line, name, people, of, filter }: MapLineProps) {
  const { t } = useI18n();
  const { label, tone, flat } = line;
  const share = of === 0 ? '' : formatPercent(people, of);
  const words = line.words === 'edge' ? name : line.words === undefined ? '' : t.journey[line.words];
  const visible = [words, t.journey.people(people), share].filter(part => part !== '').join(' ');
  const isLong = line.words === 'edge' && flat === true;
  const isStacked = line.words === 'edge' && flat !== true;
  const length = isLong ? 330 : 116;
  const left = label.x - (isLong ? length / 2 : widths[label.anchor]);
  const width = tone === 'direct' ? 1.5 : widthOf(people, map.start);
  const row = (dy: number) => ({ x: label.x, y: label.y + dy });
  return (
    <g className="journey-line" data-tone={tone}>
      <Arrow id={`journey-${id}`} width={width} />
      <path className="journey-path" d={line.path} strokeWidth={width} markerEnd={`url(#journey-${id})`} />
      <FigureLink
        filter={peopleOf(map, filter)}
        label={line.words === 'edge' ? visible : `${name} ${visible}`}
      >
        <rect
          className="journey-target"
          x={left}
          y={label.y - 17}
          width={length}
          height={flat === true ? 24 : 44}
          rx={3}
        />
        <text x={label.x} y={label.y} textAnchor={label.anchor}>
          {words === '' ? null : <tspan className="journey-words">{`${words} `}</tspan>}
          <tspan className="journey-people" {...(isStacked ? row(18) : {})}>
            {t.journey.people(people)}
          </tspan>
          {share === '' ? null : (
            <tspan className="journey-share" {...(flat === true || isStacked ? { dx: 3 } : row(32))}>
              {` ${share}`}
            </tspan>
          )}
        </text>
      </FigureLink>
    </g>
  );
}
