import { addDays, type Day, mondayOf } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, isAway, isBusinessDay } from '#shared/domain/calendar/calendar.ts';

/** Business days of a week; with `from` only those of that day and later. */
function workingDays(cal: BusinessCalendar, weekOn: Day, from?: Day): Day[] {
  const monday = mondayOf(weekOn);
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
  return days.filter(on => isBusinessDay(cal, on) && (from === undefined || on >= from));
}

/** Calls a member can make in a week: the team's figure, less the working days they are on leave; rounded up. */
export function roomOf(
  cal: BusinessCalendar,
  weekOn: Day,
  perCaller: number,
  memberUid: string | null,
): number {
  const days = workingDays(cal, weekOn);
  // A week that is off altogether is called in by whoever says so.
  if (memberUid === null || days.length === 0) return perCaller;
  const there = days.filter(on => !isAway(cal, memberUid, on));
  return Math.ceil((perCaller * there.length) / days.length);
}
