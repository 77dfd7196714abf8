import { useI18n } from '#renderer/lib/i18n.tsx';
import type { JourneyMap } from '#shared/contract/journey.ts';
import { EDGE_IDS } from '#shared/domain/journey/map.ts';
import { baseOf, peopleOf } from './figures.ts';
import {
  ACQUIRED,
  BEHAVIOUR,
  DECISION,
  DRAWN,
  LINES,
  RANK_LINES,
  RANKING,
  SCORED,
  TO_DECISION,
  TRUNK,
  VIEW,
  widthOf,
} from './layout.ts';
import { MapLine } from './map-line.tsx';
import { BoxFigure, MapStop } from './map-stop.tsx';

const ranked = ['hot', 'callList', 'stepMail'] as const;

type QuestionProps = {
  readonly at: { readonly x: number; readonly y: number; readonly r: number };
  readonly first: string;
  readonly second: string;
};

function Question({ at: { x, y, r }, first, second }: QuestionProps) {
  return (
    <g className="journey-question">
      <path d={`M${x} ${y - r} L${x + r} ${y} L${x} ${y + r} L${x - r} ${y} Z`} />
      <text x={x} y={y - 2} textAnchor="middle" className="journey-name">
        {first}
      </text>
      <text x={x} y={y + 15} textAnchor="middle" className="journey-here">
        {second}
      </text>
    </g>
  );
}

/** The article's chart with today's people on it. */
export function JourneyDrawing({ map }: { readonly map: JourneyMap }) {
  const { t } = useI18n();
  const everybody = peopleOf(map, { reached: 'start' });
  const trunk = widthOf(map.start, map.start);
  return (
    <svg
      className="journey-map"
      viewBox={`0 0 ${VIEW.width} ${VIEW.height}`}
      role="group"
      aria-label={t.journey.title}
    >
      {TRUNK.map(path => (
        <path key={path} className="journey-path" data-tone="trunk" d={path} strokeWidth={trunk} />
      ))}
      <path
        className="journey-path"
        data-tone="hot"
        d={TO_DECISION}
        strokeWidth={widthOf(map.edges.contactDeal + map.edges.contactNurture, map.start)}
      />
      {EDGE_IDS.map(edge => {
        const line = LINES[edge];
        if (line === undefined) return null;
        const figure = { people: map.edges[edge], of: baseOf(map, edge), filter: { edge } };
        return (
          <MapLine key={edge} id={edge} map={map} line={line} name={t.journey.edges[edge]} {...figure} />
        );
      })}
      {ranked.map(stop => (
        <MapLine
          key={stop}
          id={stop}
          map={map}
          line={RANK_LINES[stop]}
          name={t.journey.stops[stop]}
          people={map.reached[stop]}
          of={map.start}
          filter={{ reached: stop }}
        />
      ))}
      <Question at={RANKING} first={t.journey.ranking} second={t.journey.rankingBelow} />
      <Question at={DECISION} first={t.journey.decision} second={t.journey.decisionBelow} />
      {[
        { box: ACQUIRED, title: t.journey.acquired, people: map.start, filter: everybody },
        { box: SCORED, title: t.journey.scored, people: map.start, filter: everybody },
        {
          box: BEHAVIOUR,
          title: t.journey.behaviour,
          people: map.behaviour,
          filter: peopleOf(map, { reached: 'behaviour' }),
        },
      ].map(figure => (
        <g key={figure.title} className="journey-stop">
          <rect
            className="journey-box"
            x={figure.box.x}
            y={figure.box.y}
            width={figure.box.w}
            height={figure.box.h}
            rx={4}
          />
          <BoxFigure {...figure} />
        </g>
      ))}
      {DRAWN.map(stop => (
        <MapStop key={stop} stop={stop} map={map} />
      ))}
    </svg>
  );
}
