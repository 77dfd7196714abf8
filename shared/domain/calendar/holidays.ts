import type { Day } from '#shared/domain/base/days.ts';
import data from './holidays.json' with { type: 'json' };

/**
 * National holidays of Japan (国民の祝日に関する法律, 昭和23年法律第178号) including 振替休日 (art. 3-2)
 * and 国民の休日 (art. 3-3). Days after the next February are a forecast: the two equinoxes are fixed only by
 * the yearly notice of the National Astronomical Observatory.
 */
const byDay = new Map<string, string>();
for (const [year, list] of Object.entries(data.years)) {
  for (const entry of list.split('|')) {
    const space = entry.indexOf(' ');
    byDay.set(`${year}-${entry.slice(0, space)}`, entry.slice(space + 1));
  }
}
const englishNames: Readonly<Record<string, string>> = data.names;

/** A holiday in English; a name nobody translated stays as it is. */
export const englishName = (name: string): string => englishNames[name] ?? name;

/** Official name of the holiday on that day, or null (also null for years without data: see `isYearCovered`). */
export function holidayName(on: Day, language: 'ja' | 'en' = 'ja'): string | null {
  const name = byDay.get(on);
  if (name === undefined) return null;
  return language === 'ja' ? name : englishName(name);
}

/** Whether the holiday table knows this year. Without data only weekends and company days are days off. */
export const isYearCovered = (year: number): boolean => String(year) in data.years;
