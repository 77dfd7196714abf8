import { addDays, type Day } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from './calendar.ts';
import { isYearCovered } from './holidays.ts';

/** How far ahead dates are set: what is missing within half a year falls on real promises. */
const AHEAD_DAYS = 183;

export interface MissingYear {
  readonly year: number;
  /** No holiday table for that year, or no company days although the years before had some. */
  readonly what: 'holidays' | 'companyDays';
}

/** Years that begin within six months and that the calendar knows too little about. */
export function missingYears(cal: BusinessCalendar, today: Day): MissingYear[] {
  const yearOf = (on: Day): number => Number(on.slice(0, 4));
  const [first, last] = [yearOf(today), yearOf(addDays(today, AHEAD_DAYS))];
  const closed = new Set(cal.companyDays.flatMap(range => [yearOf(range.fromOn)]));
  return [...new Set([first, last])].flatMap(year => {
    const holidays = String(year) in cal.holidays || isYearCovered(year);
    const forgotten = closed.size > 0 && Math.max(...closed) < year;
    return [
      ...(holidays ? [] : [{ year, what: 'holidays' as const }]),
      ...(forgotten ? [{ year, what: 'companyDays' as const }] : []),
    ];
  });
}
