import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { leadsWhere } from '#renderer/lib/lead-link.ts';
import type { JourneyMap } from '#shared/contract/journey.ts';
import { formatPercent } from '#shared/i18n/format.ts';
import { type Filter, peopleOf } from './figures.ts';

function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="journey-note">
      <h2>{title}</h2>
      <div>{children}</div>
    </div>
  );
}

/** Under the map: how to read it, who is stuck, where most are lost, who stands beside it. */
export function JourneyNotes({ map }: { readonly map: JourneyMap }) {
  const { t } = useI18n();
  const { biggestLoss: loss } = map;
  const stuck = map.stuck.filter(({ people }) => people > 0);
  const to = (text: string, filter: Filter, className?: string) => (
    <Link key={text} className={className} href={leadsWhere(peopleOf(map, filter))}>
      {text}
    </Link>
  );
  const beside = [
    { stop: 'hold', people: map.now.hold },
    { stop: 'closed', people: map.now.closed },
    { stop: 'thanks', people: map.beside.thanks },
    { stop: 'outside', people: map.beside.outside },
  ] as const;
  return (
    <div className="journey-notes">
      <Note title={t.journey.howToRead}>{t.journey.howToReadText}</Note>
      <Note title={t.journey.stuckTitle}>
        {stuck.length === 0
          ? t.journey.stuckNone
          : stuck.map(({ kind, people, filter }) =>
              to(`${t.journey.stuck[kind]} ${t.journey.people(people)}`, filter, 'late'),
            )}
      </Note>
      <Note title={t.journey.lossTitle}>
        {loss === null
          ? t.journey.lossNone
          : t.journey.loss(
              t.journey.edges[loss.edge],
              formatPercent(loss.people, loss.of),
              loss.people,
              loss.of,
            )}
      </Note>
      <Note title={t.journey.besideTitle}>
        {beside
          .filter(({ people }) => people > 0)
          .map(({ stop, people }) => to(`${t.journey.stops[stop]} ${t.journey.people(people)}`, { stop }))}
      </Note>
    </div>
  );
}
