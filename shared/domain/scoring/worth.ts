import { assertNever } from '#shared/domain/base/assert.ts';
import { daysBetween, type Day } from '#shared/domain/base/days.ts';
import type { FactEvent } from './facts.ts';
import { type BehaviourRule, MANUAL_POINTS, type ScoringRules, type Validity } from './rules.ts';

/** Points of one event that is `age` days old: whole, cut toward zero. */
export function worth(points: number, validity: Validity, age: number): number {
  switch (validity.mode) {
    case 'none':
      return points;
    case 'window':
      return age < validity.days ? points : 0;
    case 'linear':
      return Math.trunc((points * Math.max(0, validity.days - age)) / validity.days);
    case 'halfLife':
      return Math.trunc(points * 2 ** (-age / validity.days));
    default:
      return assertNever(validity);
  }
}

/** An event that scores, with its points when fresh and its age on the day asked for. */
export type Scoring = {
  readonly event: FactEvent;
  readonly points: number;
  readonly validity: Validity;
  readonly age: number;
};

function selected(events: readonly FactEvent[], rule: BehaviourRule): readonly FactEvent[] {
  if (rule.counting.mode === 'once') return events.slice(-1);
  if (rule.counting.mode === 'each') return events;
  const { limit } = rule.counting;
  const perDay = new Map<Day, number>();
  return events.filter(event => {
    const seen = (perDay.get(event.occurredOn) ?? 0) + 1;
    perDay.set(event.occurredOn, seen);
    return seen <= limit;
  });
}

/** Which of the events until a day (see `eventsUntil`) count then; worn-out ones included. */
export function scoringEvents(events: readonly FactEvent[], rules: ScoringRules, on: Day): Scoring[] {
  const byKind = Map.groupBy(events, event => event.kind);
  const found: Scoring[] = [];
  for (const rule of rules.behaviours) {
    const ofKind = byKind.get(rule.kind);
    if (!ofKind) continue;
    for (const event of selected(ofKind, rule))
      found.push({
        event,
        points: rule.points,
        validity: rule.validity,
        age: daysBetween(event.occurredOn, on),
      });
  }
  for (const event of byKind.get(MANUAL_POINTS) ?? [])
    found.push({ event, points: Math.trunc(event.data?.points ?? 0), validity: { mode: 'none' }, age: 0 });
  return found;
}
