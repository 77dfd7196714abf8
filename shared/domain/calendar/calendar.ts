import { z } from 'zod';
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  instantAt,
  minuteOf,
  weekday,
  zDay,
} from '#shared/domain/base/days.ts';
import { holidayName } from './holidays.ts';

const zMinute = z.int().min(0).max(1440);

/**
 * When the company works. Times are minutes since midnight in Tokyo, weekdays ISO (Monday 1 … Sunday 7).
 * A working Saturday counts although it is outside `weekdays`, and even on a national holiday.
 */
export const zBusinessCalendar = z
  .object({
    weekdays: z.array(z.int().min(1).max(7)).min(1),
    opensAt: zMinute,
    closesAt: zMinute,
    companyDaysOff: z.array(zDay),
    workingSaturdays: z.array(zDay),
  })
  .refine(cal => cal.opensAt < cal.closesAt, { path: ['closesAt'], message: 'closes before it opens' })
  .refine(cal => cal.workingSaturdays.every(on => weekday(on) === 6), {
    path: ['workingSaturdays'],
    message: 'not a Saturday',
  })
  .refine(cal => !cal.workingSaturdays.some(on => cal.companyDaysOff.includes(on)), {
    path: ['workingSaturdays'],
    message: 'both a working Saturday and a day off',
  });
export type BusinessCalendar = z.infer<typeof zBusinessCalendar>;

/** Monday to Friday, 9:00 to 18:00, national holidays off: what a new store starts with. */
export const defaultCalendar: BusinessCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  opensAt: 540,
  closesAt: 1080,
  companyDaysOff: [],
  workingSaturdays: [],
};

/** Why nobody works that day, or null on a business day. */
export type DayOff = 'companyDay' | 'holiday' | 'weekend';

export function dayOffReason(cal: BusinessCalendar, on: Day): DayOff | null {
  if (cal.workingSaturdays.includes(on)) return null;
  if (cal.companyDaysOff.includes(on)) return 'companyDay';
  if (holidayName(on) !== null) return 'holiday';
  return cal.weekdays.includes(weekday(on)) ? null : 'weekend';
}

export const isBusinessDay = (cal: BusinessCalendar, on: Day): boolean => dayOffReason(cal, on) === null;

/** The day itself when it is a business day, else the next one. */
export function businessDayFrom(cal: BusinessCalendar, on: Day): Day {
  let current = on;
  while (!isBusinessDay(cal, current)) current = addDays(current, 1);
  return current;
}

/** The first business day after the given day. */
export const nextBusinessDay = (cal: BusinessCalendar, on: Day): Day => businessDayFrom(cal, addDays(on, 1));

/**
 * `n` business days later (n ≥ 0, else RangeError). A day off first moves to the next business day and counts
 * from there: Saturday + 2 is two business days after the following Monday.
 */
export function addBusinessDays(cal: BusinessCalendar, on: Day, n: number): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`business days to add: ${n}`);
  let current = businessDayFrom(cal, on);
  for (let i = 0; i < n; i++) current = nextBusinessDay(cal, current);
  return current;
}

/** How many business days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function businessDaysBetween(cal: BusinessCalendar, from: Day, to: Day): number {
  let n = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isBusinessDay(cal, on)) n++;
  return n;
}

export const openingOf = (cal: BusinessCalendar, on: Day): Instant => instantAt(on, cal.opensAt);
export const closingOf = (cal: BusinessCalendar, on: Day): Instant => instantAt(on, cal.closesAt);

/** Minutes of opening time between two instants (seconds ignored); 0 when `to` is not later. */
export function businessMinutesBetween(cal: BusinessCalendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const [first, last] = [dayOf(from), dayOf(to)];
  let minutes = 0;
  for (let on = first; on <= last; on = addDays(on, 1)) {
    if (!isBusinessDay(cal, on)) continue;
    const start = on === first ? Math.max(cal.opensAt, minuteOf(from)) : cal.opensAt;
    const end = on === last ? Math.min(cal.closesAt, minuteOf(to)) : cal.closesAt;
    minutes += Math.max(0, end - start);
  }
  return minutes;
}

/** The next business day at the same time of day, moved into opening hours. */
export function sameTimeNextBusinessDay(cal: BusinessCalendar, at: Instant): Instant {
  const minute = Math.min(cal.closesAt, Math.max(cal.opensAt, minuteOf(at)));
  return instantAt(nextBusinessDay(cal, dayOf(at)), minute);
}
