import type { Day } from '#shared/domain/base/days.ts';
import { fitRows } from './fit.ts';
import { eventsUntil, type Facts } from './facts.ts';
import type { LedgerRow, Side } from './ledger-row.ts';
import type { ScoringRules } from './rules.ts';
import { scoringEvents, worth } from './worth.ts';

export type Score = { readonly fit: number; readonly engagement: number; readonly total: number };

/** A sum moved into 0 … cap. */
export const bounded = (sum: number, cap: number): number => Math.min(cap, Math.max(0, sum));

const sumOf = (rows: readonly LedgerRow[]): number => rows.reduce((sum, row) => sum + row.points, 0);

function withBounds(side: Side, rows: LedgerRow[], cap: number): LedgerRow[] {
  const sum = sumOf(rows);
  const points = bounded(sum, cap) - sum;
  if (points === 0) return rows;
  const rule = points < 0 ? 'cap' : 'floor';
  return [...rows, { side, rule, points, base: points, value: null, eventUid: null, occurredOn: null }];
}

/** Most points first, then newest, then by uid: one order for one set of rows. Code units, not a locale. */
function byWeight(a: LedgerRow, b: LedgerRow): number {
  if (a.points !== b.points) return b.points - a.points;
  const [dayA, dayB] = [a.occurredOn ?? '', b.occurredOn ?? ''];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return (a.eventUid ?? a.rule) < (b.eventUid ?? b.rule) ? -1 : 1;
}

/**
 * Every point a person has on a day, and why. Whole points only; events after the day, without a rule or worn
 * out give no row. The order of the given events changes nothing.
 */
export function ledger(facts: Facts, rules: ScoringRules, on: Day): LedgerRow[] {
  const engagement = scoringEvents(eventsUntil(facts, on), rules, on)
    .map(
      ({ event, points, validity, age }): LedgerRow => ({
        side: 'engagement',
        rule: event.kind,
        points: worth(points, validity, age),
        base: points,
        value: event.data?.reason ?? null,
        eventUid: event.uid,
        occurredOn: event.occurredOn,
      }),
    )
    .filter(row => row.points !== 0)
    .sort(byWeight);
  return [
    ...withBounds('fit', fitRows(facts.attributes, rules), rules.caps.fit),
    ...withBounds('engagement', engagement, rules.caps.engagement),
  ];
}

/** The sums of a ledger. */
export function score(rows: readonly LedgerRow[]): Score {
  const fit = sumOf(rows.filter(row => row.side === 'fit'));
  const total = sumOf(rows);
  return { fit, engagement: total - fit, total };
}

/** The reasons worth the most points, best first, without cap and floor. */
export const topReasons = (rows: readonly LedgerRow[], n: number): LedgerRow[] =>
  rows
    .filter(row => row.points > 0 && row.rule !== 'floor')
    .sort(byWeight)
    .slice(0, n);
