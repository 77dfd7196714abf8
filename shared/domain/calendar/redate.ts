import { type Day, type Instant, instantAt, minuteOf } from '#shared/domain/base/days.ts';
import { AUTOMATIC_NEXT } from '#shared/domain/journey/next-action.ts';
import { type BusinessCalendar, businessDayFrom, isBusinessDay } from './calendar.ts';

export interface DatedNext {
  readonly nextKind: string;
  readonly nextOn: Day;
  readonly nextAt: Instant | null;
}

/** Kinds whose day the app chose and nobody was told. */
const UNTOLD: ReadonlySet<string> = new Set([...AUTOMATIC_NEXT, 'retryCall', 'nurture']);

/** Whether somebody was promised that day, or chose it: it is never moved without them. */
export const isPromise = ({ nextKind }: DatedNext): boolean => !UNTOLD.has(nextKind);

/** The first business day for a next action nobody was told about, at the same time of day. */
export function redated(
  { nextOn, nextAt }: DatedNext,
  cal: BusinessCalendar,
): Pick<DatedNext, 'nextOn' | 'nextAt'> {
  const on = businessDayFrom(cal, nextOn);
  return { nextOn: on, nextAt: nextAt === null ? null : instantAt(on, minuteOf(nextAt)) };
}

/** Business days of one calendar that are days off in another. */
export const newDaysOff = (before: BusinessCalendar, after: BusinessCalendar, days: readonly Day[]): Day[] =>
  days.filter(on => isBusinessDay(before, on) && !isBusinessDay(after, on));
