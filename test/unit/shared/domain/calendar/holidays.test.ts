import published from '@holiday-jp/holiday_jp/lib/holidays.js';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, weekday } from '#shared/domain/base/days.ts';
import { holidayName, isYearCovered } from '#shared/domain/calendar/holidays.ts';

/**
 * The Public Holiday Act computed from its rules, independent of the table: fixed days, Happy Mondays, the
 * equinox approximation for 1980–2099, then art. 3-2 (a holiday on Sunday moves to the next day that is no
 * holiday) and art. 3-3 (a day between two holidays is a holiday). Years with special laws (2020, 2021) excluded.
 */
function holidaysByLaw(year: number): Map<string, string> {
  const on = (month: number, date: number): Day =>
    day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
  const monday = (month: number, nth: number): Day => {
    const first = on(month, 1);
    return addDays(first, ((8 - weekday(first)) % 7) + (nth - 1) * 7);
  };
  const equinox = (base: number): number =>
    Math.floor(base + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4);
  const proper = new Map<string, string>([
    [on(1, 1), '元日'],
    [monday(1, 2), '成人の日'],
    [on(2, 11), '建国記念の日'],
    [on(2, 23), '天皇誕生日'],
    [on(3, equinox(20.8431)), '春分の日'],
    [on(4, 29), '昭和の日'],
    [on(5, 3), '憲法記念日'],
    [on(5, 4), 'みどりの日'],
    [on(5, 5), 'こどもの日'],
    [monday(7, 3), '海の日'],
    [on(8, 11), '山の日'],
    [monday(9, 3), '敬老の日'],
    [on(9, equinox(23.2488)), '秋分の日'],
    [monday(10, 2), 'スポーツの日'],
    [on(11, 3), '文化の日'],
    [on(11, 23), '勤労感謝の日'],
  ]);
  const all = new Map(proper);
  for (const text of proper.keys()) {
    const holiday = day(text);
    if (weekday(holiday) === 7) {
      let moved = addDays(holiday, 1);
      while (proper.has(moved)) moved = addDays(moved, 1);
      all.set(moved, '振替休日');
    }
    const between = addDays(holiday, 1);
    if (proper.has(addDays(holiday, 2)) && !all.has(between) && weekday(between) !== 7)
      all.set(between, '国民の休日');
  }
  return all;
}

function tabled(year: number): Map<string, string> {
  const found = new Map<string, string>();
  for (let on = day(`${year}-01-01`); on <= `${year}-12-31`; on = addDays(on, 1)) {
    const name = holidayName(on);
    if (name !== null) found.set(on, name);
  }
  return found;
}
const sorted = (days: Map<string, string>): string[] => [...days].map(([on, name]) => `${on} ${name}`).sort();

describe('holidays', () => {
  it.each(Array.from({ length: 29 }, (_, i) => 2022 + i))('the table of %i is what the law says', year => {
    expect(sorted(tabled(year))).toEqual(sorted(holidaysByLaw(year)));
  });

  it('holds every day the published table holds, 2020 to 2050', () => {
    const theirs = Object.keys(published).filter(on => on >= '2020' && on < '2051');
    const ours = Array.from({ length: 31 }, (_, i) => [...tabled(2020 + i).keys()]).flat();
    expect(ours).toEqual(theirs.sort());
  });

  it('knows the moved days of the 2020 and 2021 special measures', () => {
    expect(holidayName(day('2021-07-23'))).toBe('スポーツの日');
    expect(holidayName(day('2021-10-11'))).toBeNull();
  });

  it('names the day between two holidays and the substitute day in both languages', () => {
    expect(holidayName(day('2026-09-22'))).toBe('国民の休日');
    expect(holidayName(day('2026-05-06'), 'en')).toBe('Holiday in lieu');
  });

  it('says which years it knows', () => {
    expect([2019, 2020, 2050, 2051].map(isYearCovered)).toEqual([false, true, true, false]);
    expect(holidayName(day('2051-01-01'))).toBeNull();
  });
});
