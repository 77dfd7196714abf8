import { Link } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { leadsWhere } from '#renderer/lib/lead-link.ts';
import type { JourneyMap } from '#shared/contract/journey.ts';
import { EDGE_IDS, ON_MAP } from '#shared/domain/journey/map.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { baseOf, type Filter, peopleOf } from './figures.ts';

/** The same figures as the drawing, and those it has no room for. */
export function JourneyTable({ map }: { readonly map: JourneyMap }) {
  const { t } = useI18n();
  const figure = (people: number, filter: Filter) => (
    <Link href={leadsWhere(peopleOf(map, filter))}>{formatNumber(people)}</Link>
  );
  const share = (part: number, whole: number): string =>
    whole === 0 ? t.common.none : formatPercent(part, whole);
  return (
    <div className="journey-tables">
      <table className="table" aria-label={t.journey.table}>
        <thead>
          <tr>
            <th>{t.journey.stop}</th>
            <th className="num">{t.journey.reached}</th>
            <th className="num">{t.journey.here}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t.journey.acquired}</td>
            <td className="num">{figure(map.start, { reached: 'start' })}</td>
            <td className="num">{formatNumber(map.start)}</td>
          </tr>
          {ON_MAP.map(stop => (
            <tr key={stop}>
              <td>{t.journey.stops[stop]}</td>
              <td className="num">{figure(map.reached[stop], { reached: stop })}</td>
              <td className="num">{figure(map.now[stop], { stop })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="table" aria-label={t.journey.edge}>
        <thead>
          <tr>
            <th>{t.journey.edge}</th>
            <th className="num">{t.journey.went}</th>
            <th className="num">{t.journey.share}</th>
          </tr>
        </thead>
        <tbody>
          {EDGE_IDS.map(edge => (
            <tr key={edge}>
              <td>{t.journey.edges[edge]}</td>
              <td className="num">{figure(map.edges[edge], { edge })}</td>
              <td className="num">{share(map.edges[edge], baseOf(map, edge))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
