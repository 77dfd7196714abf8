import { addDays, type Day, dayOf, type Instant, minuteOf } from '#shared/domain/base/days.ts';

/** Next actions whose date is a deadline, not an earliest day: they may be called at once. */
export const DEADLINES: readonly string[] = ['firstContact', 'stepMail', 'findNumber', 'none'];

/** A next action as the store keeps it. */
export interface NextStep {
  readonly kind: string;
  readonly on: Day | null;
  readonly at: Instant | null;
}

/** What a next action means for a list: a promise to keep, or a day before which nobody calls. */
export function dueOf(next: NextStep): {
  promise: { on: Day; minute: number | null } | null;
  nextOn: Day | null;
} {
  const { kind, on, at } = next;
  if (kind === 'callback' && on !== null)
    return { promise: { on, minute: at === null ? null : minuteOf(at) }, nextOn: on };
  return { promise: null, nextOn: DEADLINES.includes(kind) ? null : on };
}

/** Calls of so many days back hold every cycle: at most 30 business days, holidays among them. */
const CYCLE_DAYS = 60;
export const cycleSince = (on: Day): Day => addDays(on, -CYCLE_DAYS);

/** The day a lead promised to be called on, of a list row that was made when it stood so. */
export const promisedOn = ({ kind, on, at }: NextStep): Day | null =>
  kind === 'callback' ? (at === null ? on : dayOf(at)) : null;
