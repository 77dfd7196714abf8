import { assertNever } from '#shared/domain/base/assert.ts';
import {
  addDays,
  dayOf,
  type Instant,
  instant,
  instantAt,
  minuteOf,
  toMs,
} from '#shared/domain/base/days.ts';
import {
  addBusinessDays,
  businessDayFrom,
  type BusinessCalendar,
  businessMinutesBetween,
  closingOf,
  nextBusinessDay,
  sameTimeNextBusinessDay,
} from '#shared/domain/calendar/calendar.ts';
import type { ClockKind, Reading, Timing } from './agreement.ts';

const DAY_MINUTES = 1440;

/** The instant `minutes` of opening time after `at`: at closing rather than at the next opening. */
export function addBusinessMinutes(cal: BusinessCalendar, at: Instant, minutes: number): Instant {
  let on = businessDayFrom(cal, dayOf(at));
  let from = on === dayOf(at) ? Math.max(cal.opensAt, minuteOf(at)) : cal.opensAt;
  for (let left = minutes; ; from = cal.opensAt) {
    const open = Math.max(0, cal.closesAt - from);
    if (open > 0 && left <= open) return instantAt(on, from + left);
    left -= open;
    on = nextBusinessDay(cal, on);
  }
}

function within24(reading: Reading, start: Instant, cal: BusinessCalendar): Instant {
  switch (reading) {
    case 'nextBusinessDay':
      return sameTimeNextBusinessDay(cal, start);
    case 'clockHours':
      return instant(toMs(start) + DAY_MINUTES * 60_000);
    case 'businessHours':
      return addBusinessMinutes(cal, start, DAY_MINUTES);
    default:
      return assertNever(reading);
  }
}

/** End of business `days` days on; a start after closing has until the next business day at least. */
function firstContactBy(
  { reading, days }: Timing['contact'],
  start: Instant,
  cal: BusinessCalendar,
): Instant {
  const on =
    reading === 'businessDays' ? addBusinessDays(cal, dayOf(start), days) : addDays(dayOf(start), days);
  const due = closingOf(cal, on);
  return due > start ? due : closingOf(cal, nextBusinessDay(cal, on));
}

/** When a promise made at `start` falls due (mission 4.4, 4.5; ux 4.10). */
export const dueAt = (kind: ClockKind, timing: Timing, start: Instant, cal: BusinessCalendar): Instant =>
  kind === 'contact'
    ? firstContactBy(timing.contact, start, cal)
    : within24(timing[kind].reading, start, cal);

/** Minutes of opening time until `due`; negative by those that have passed since. */
export const remainingMinutes = (cal: BusinessCalendar, due: Instant, now: Instant): number =>
  now <= due ? businessMinutesBetween(cal, now, due) : -businessMinutesBetween(cal, due, now);
