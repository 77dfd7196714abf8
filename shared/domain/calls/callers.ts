import { addDays, type Day, mondayOf } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, isAway, isBusinessDay } from '#shared/domain/calendar/calendar.ts';

/** What somebody can call in a week. */
export interface Week {
  /** Working days of the week, and those of them the member is there. */
  readonly days: number;
  readonly there: number;
  /** Calls of the week: the team's figure, less the days of leave; rounded up. */
  readonly room: number;
  /** Calls to make on each day, so that the week's are done. */
  readonly daily: number;
}

/** Calls to make on each of so many days; rounded up. */
export const dailyOf = (calls: number, days: number): number => Math.ceil(calls / Math.max(1, days));

/** What a member can call in a week, leave taken into account. `memberUid`: null for somebody who is not in the team. */
export function weekOf(
  cal: BusinessCalendar,
  weekOn: Day,
  perCaller: number,
  memberUid: string | null,
): Week {
  const monday = mondayOf(weekOn);
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i)).filter(on => isBusinessDay(cal, on));
  const there = days.filter(on => memberUid === null || !isAway(cal, memberUid, on)).length;
  // A week that is off altogether is called in by whoever says so.
  const room = days.length === 0 ? perCaller : Math.ceil((perCaller * there) / days.length);
  return { days: days.length, there, room, daily: dailyOf(room, there) };
}
