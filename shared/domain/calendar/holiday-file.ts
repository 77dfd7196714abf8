import { addDays, type Day } from '#shared/domain/base/days.ts';
import { parseDate } from '#shared/domain/leads/dates.ts';
import type { Holidays } from './calendar.ts';

/** The shipped table starts here; nobody plans before it. */
const FIRST_YEAR = 2020;
/** The law names 16 holidays since 2016: a year with far fewer is a cut file, not a calendar. */
const MIN_DAYS = 14;
/** How the Cabinet Office writes both 振替休日 and 国民の休日. */
const UNNAMED = '休日';

export interface HolidayFile {
  /** Whole years, ready to replace the table. */
  readonly holidays: Holidays;
  /** Years with too few days to be whole; they replace nothing. */
  readonly incomplete: number[];
  /** Rows that hold a day without a name, or text where the days stand. */
  readonly notUnderstood: { line: number; text: string }[];
}

function dayIn(cell: string): Day | null {
  const { on, flag } = parseDate(cell, 0);
  return flag === null ? on : null;
}

/** Columns that hold days, by their content: most of what is in them reads as a day with its year. */
function dayColumns(rows: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...rows.map(row => row.length));
  return Array.from({ length: width }, (_, column) => column).filter(column => {
    const filled = rows.map(row => row[column]?.trim() ?? '').filter(cell => cell !== '');
    const days = filled.filter(cell => dayIn(cell) !== null).length;
    return days > 0 && days * 2 > filled.length;
  });
}

/**
 * Reads 国民の祝日・休日 as the Cabinet Office publishes them (syukujitsu.csv). The layout has changed before (until 2017
 * three years side by side, names first), so the columns are found by what they hold: a name stands right of its day when
 * the first column holds days, else left of it.
 */
export function readHolidayFile(rows: readonly (readonly string[])[]): HolidayFile {
  const columns = dayColumns(rows);
  const side = columns[0] === 0 ? 1 : -1;
  const names = new Map<Day, string>();
  const notUnderstood: HolidayFile['notUnderstood'] = [];
  const firstRow = rows.findIndex(row => columns.some(column => dayIn(row[column] ?? '') !== null));
  rows.forEach((row, i) => {
    if (i < firstRow) return;
    let isClear = true;
    for (const column of columns) {
      const [cell, name] = [row[column]?.trim() ?? '', row[column + side]?.trim() ?? ''];
      if (cell === '' && name === '') continue;
      const on = dayIn(cell);
      if (on === null || name === '') isClear = false;
      else names.set(on, name);
    }
    if (!isClear) notUnderstood.push({ line: i + 1, text: row.join(' ').trim() });
  });
  return { ...byYear(names), notUnderstood };
}

function byYear(names: ReadonlyMap<Day, string>): Pick<HolidayFile, 'holidays' | 'incomplete'> {
  const holidays: Holidays = {};
  const incomplete: number[] = [];
  const years = Map.groupBy([...names.keys()].sort(), on => on.slice(0, 4));
  for (const [year, days] of years) {
    if (Number(year) < FIRST_YEAR) continue;
    const isWhole = days.length >= MIN_DAYS && names.has(`${year}-01-01` as Day);
    if (!isWhole) incomplete.push(Number(year));
    else holidays[year] = Object.fromEntries(days.map(on => [on.slice(5), named(names, on)]));
  }
  return { holidays, incomplete };
}

/** A day between two holidays is 国民の休日 (art. 3-3), any other unnamed one a substitute (art. 3-2). */
function named(names: ReadonlyMap<Day, string>, on: Day): string {
  const name = names.get(on) ?? '';
  if (name !== UNNAMED) return name;
  const isNamed = (day: Day): boolean => (names.get(day) ?? UNNAMED) !== UNNAMED;
  return isNamed(addDays(on, -1)) && isNamed(addDays(on, 1)) ? '国民の休日' : '振替休日';
}
