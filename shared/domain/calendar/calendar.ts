import { z } from 'zod';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantAt,
  isDay,
  minuteOf,
  weekday,
  zDay,
} from '#shared/domain/base/days.ts';
import { englishName, holidayName } from './holidays.ts';

const zMinute = z.int().min(0).max(1440);
/** Longer than this nobody closes; a mistyped year would close everything. */
const MAX_RANGE_DAYS = 60;

const zRange = { fromOn: zDay, toOn: zDay };
const isRange = ({ fromOn, toOn }: { fromOn: Day; toOn: Day }): boolean =>
  fromOn <= toOn && daysBetween(fromOn, toOn) < MAX_RANGE_DAYS;
const NO_RANGE = { path: ['toOn'], message: `before the start, or more than ${MAX_RANGE_DAYS} days` };

/** Days the company is closed: one day or several, as people name them. A preset is named by the catalogue. */
export const zCompanyDays = z
  .object({
    ...zRange,
    name: z.string().max(60),
    preset: z.enum(['newYear', 'obon']).nullable().default(null),
  })
  .refine(isRange, NO_RANGE);
export type CompanyDays = z.output<typeof zCompanyDays>;

/** Somebody of the team is not there. */
const zLeave = z
  .object({ memberUid: z.string(), ...zRange })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, { path: ['toOn'], message: 'before the start' });

const zHolidays = z.record(z.string().regex(/^\d{4}$/), z.record(z.string(), z.string().max(60)));
/** Holidays as a file of the Cabinet Office says: year → `MM-DD` → name. */
export type Holidays = z.output<typeof zHolidays>;

/** The fields of a calendar, each of which can be saved alone. */
export const calendarFields = {
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  opensAt: zMinute,
  closesAt: zMinute,
  companyDays: z.array(zCompanyDays).max(500),
  /** 出勤土曜 and other days that are worked although they would be off. */
  workingDays: z.array(zDay).max(500),
  /** Replaces the shipped table for the years it holds. */
  holidays: zHolidays,
  leaves: z.array(zLeave).max(1000),
};

/**
 * When the company works. Times are minutes since midnight in Tokyo, weekdays ISO (Monday 1 … Sunday 7).
 * A working day counts although it is outside `weekdays`, and even on a national holiday. A calendar is never changed
 * in place: what is worked out from it is kept with the object.
 */
export const zBusinessCalendar = z
  .object(calendarFields)
  .refine(cal => cal.opensAt < cal.closesAt, { path: ['closesAt'], message: 'closes before it opens' })
  .refine(cal => !cal.workingDays.some(on => cal.companyDays.some(days => isWithin(on, days))), {
    path: ['workingDays'],
    message: 'both a working day and a day off',
  })
  .refine(
    cal =>
      Object.entries(cal.holidays).every(([y, days]) => Object.keys(days).every(md => isDay(`${y}-${md}`))),
    { path: ['holidays'], message: 'not a day' },
  );
export type BusinessCalendar = z.infer<typeof zBusinessCalendar>;

/** Monday to Friday, 9:00 to 18:00, national holidays off: what a new store starts with. */
export const defaultCalendar: BusinessCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  opensAt: 540,
  closesAt: 1080,
  companyDays: [],
  workingDays: [],
  holidays: {},
  leaves: [],
};

export const isWithin = (on: Day, { fromOn, toOn }: { fromOn: Day; toOn: Day }): boolean =>
  fromOn <= on && on <= toOn;

/** Why nobody works that day, or null on a business day. */
export type DayOff = 'companyDay' | 'holiday' | 'weekend';

/** A year of a calendar: every day with its reason and how many business days lie up to it, that day included. */
interface Year {
  readonly days: ReadonlyMap<Day, { readonly off: DayOff | null; readonly count: number }>;
  readonly businessDays: readonly Day[];
}

/** Years worked out, per calendar: many thousand leads ask the same calendar about the same days. */
const years = new WeakMap<BusinessCalendar, Map<number, Year>>();

function yearOf(cal: BusinessCalendar, year: number): Year {
  const known = years.get(cal) ?? new Map<number, Year>();
  years.set(cal, known);
  const found = known.get(year) ?? workOut(cal, year);
  known.set(year, found);
  return found;
}

function workOut(cal: BusinessCalendar, year: number): Year {
  const first = `${String(year).padStart(4, '0')}-01-01`;
  if (!isDay(first)) throw new RangeError(`no business day before the year ${year}`);
  const working = new Set(cal.workingDays);
  const days = new Map<Day, { off: DayOff | null; count: number }>();
  const businessDays: Day[] = [];
  const closed = cal.companyDays.filter(range => range.toOn >= first && yearNumber(range.fromOn) <= year);
  for (let on = first; yearNumber(on) === year; on = addDays(on, 1)) {
    const off = working.has(on) ? null : reasonOf(cal, closed, on);
    if (off === null) businessDays.push(on);
    days.set(on, { off, count: businessDays.length });
  }
  return { days, businessDays };
}

function reasonOf(cal: BusinessCalendar, closed: readonly CompanyDays[], on: Day): DayOff | null {
  if (closed.some(range => isWithin(on, range))) return 'companyDay';
  if (holidayOf(cal, on) !== null) return 'holiday';
  return cal.weekdays.includes(weekday(on)) ? null : 'weekend';
}

const yearNumber = (on: Day): number => Number(on.slice(0, 4));

/** What a calendar says about a day. Throws RangeError for a day that does not exist. */
function dayIn(cal: BusinessCalendar, on: Day): { readonly off: DayOff | null; readonly count: number } {
  const found = yearOf(cal, yearNumber(on)).days.get(on);
  if (!found) throw new RangeError(`not a calendar day: ${on}`);
  return found;
}

/** Name of the holiday on that day by this calendar, or null. */
export function holidayOf(cal: BusinessCalendar, on: Day, language: 'ja' | 'en' = 'ja'): string | null {
  const own = cal.holidays[on.slice(0, 4)];
  if (!own) return holidayName(on, language);
  const name = own[on.slice(5)];
  return name === undefined ? null : language === 'ja' ? name : englishName(name);
}

/** Whether that member is on leave. */
export const isAway = (cal: BusinessCalendar, memberUid: string, on: Day): boolean =>
  cal.leaves.some(leave => leave.memberUid === memberUid && isWithin(on, leave));

export const dayOffReason = (cal: BusinessCalendar, on: Day): DayOff | null => dayIn(cal, on).off;

export const isBusinessDay = (cal: BusinessCalendar, on: Day): boolean => dayOffReason(cal, on) === null;

/** The business day `n` places after the `nth` of a year (counted from 0). */
function nthFrom(cal: BusinessCalendar, year: number, nth: number): Day {
  let [y, left] = [year, nth];
  for (;;) {
    const { businessDays } = yearOf(cal, y);
    const on = businessDays[left];
    if (on !== undefined) return on;
    left -= businessDays.length;
    y++;
  }
}

/** The day itself when it is a business day, else the next one. */
export function businessDayFrom(cal: BusinessCalendar, on: Day): Day {
  const { off, count } = dayIn(cal, on);
  return off === null ? on : nthFrom(cal, yearNumber(on), count);
}

/** The first business day after the given day. */
export const nextBusinessDay = (cal: BusinessCalendar, on: Day): Day =>
  nthFrom(cal, yearNumber(on), dayIn(cal, on).count);

/**
 * `n` business days later (n ≥ 0, else RangeError). A day off first moves to the next business day and counts
 * from there: Saturday + 2 is two business days after the following Monday.
 */
export function addBusinessDays(cal: BusinessCalendar, on: Day, n: number): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`business days to add: ${n}`);
  const { off, count } = dayIn(cal, on);
  return nthFrom(cal, yearNumber(on), (off === null ? count - 1 : count) + n);
}

/** How many business days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function businessDaysBetween(cal: BusinessCalendar, from: Day, to: Day): number {
  if (to <= from) return 0;
  let n = dayIn(cal, to).count - dayIn(cal, from).count;
  for (let y = yearNumber(from); y < yearNumber(to); y++) n += yearOf(cal, y).businessDays.length;
  return n;
}

export const openingOf = (cal: BusinessCalendar, on: Day): Instant => instantAt(on, cal.opensAt);
export const closingOf = (cal: BusinessCalendar, on: Day): Instant => instantAt(on, cal.closesAt);

/** Minutes of opening time between two instants (seconds ignored); 0 when `to` is not later. */
export function businessMinutesBetween(cal: BusinessCalendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const [first, last] = [dayOf(from), dayOf(to)];
  const clamped = (at: Instant): number => Math.min(cal.closesAt, Math.max(cal.opensAt, minuteOf(at)));
  const skipped = isBusinessDay(cal, first) ? clamped(from) - cal.opensAt : 0;
  const ahead = isBusinessDay(cal, last) ? cal.closesAt - clamped(to) : 0;
  const days = businessDaysBetween(cal, first, last) + (isBusinessDay(cal, first) ? 1 : 0);
  return days * (cal.closesAt - cal.opensAt) - skipped - ahead;
}

/** The next business day at the same time of day, moved into opening hours. */
export function sameTimeNextBusinessDay(cal: BusinessCalendar, at: Instant): Instant {
  const minute = Math.min(cal.closesAt, Math.max(cal.opensAt, minuteOf(at)));
  return instantAt(nextBusinessDay(cal, dayOf(at)), minute);
}
