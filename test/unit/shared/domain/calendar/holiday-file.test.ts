import published from '@holiday-jp/holiday_jp/lib/holidays.js';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '#shared/domain/base/days.ts';
import { defaultCalendar, holidayOf, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { holidayName } from '#shared/domain/calendar/holidays.ts';
import { readHolidayFile } from '#shared/domain/calendar/holiday-file.ts';
import { missingYears } from '#shared/domain/calendar/missing.ts';

/** The days a second source publishes, as the Cabinet Office prints them: substitutes are just 休日. */
const daysOf = (year: number): Day[] =>
  Object.keys(published)
    .filter(on => on.startsWith(`${year}-`))
    .map(day);
const printed = (on: Day): string => on.replace(/-0?/g, '/');
const printedName = (on: Day): string => {
  const name = holidayName(on) ?? '';
  return name === '振替休日' || name === '国民の休日' ? '休日' : name;
};
const YEARS = [2025, 2026, 2027];

const present = [
  ['国民の祝日・休日月日', '国民の祝日・休日名称'],
  ...YEARS.flatMap(year => daysOf(year).map(on => [printed(on), printedName(on)])),
];
/** The layout until 2017: three years side by side, names first. */
const beside = [
  ['平成37年（2025年）', '', '平成38年（2026年）', '', '平成39年（2027年）', ''],
  ['名称', '月日', '名称', '月日', '名称', '月日'],
  ...Array.from({ length: 20 }, (_, i) =>
    YEARS.flatMap(year => {
      const on = daysOf(year)[i];
      return on ? [printedName(on), printed(on)] : ['', ''];
    }),
  ),
];

describe('the holiday file of the Cabinet Office', () => {
  it.each([
    ['as it is today', present],
    ['in the layout of 2017', beside],
    ['with the columns the other way round', present.map(([on = '', name = '']) => [name, on])],
    ['with a number in front', present.map((row, i) => [String(i), ...row].toReversed())],
  ])('names every day the published table has, %s', (_, rows) => {
    const { holidays, incomplete, notUnderstood } = readHolidayFile(rows);
    expect({ incomplete, notUnderstood }).toEqual({ incomplete: [], notUnderstood: [] });
    expect(Object.keys(holidays)).toEqual(YEARS.map(String));
    const cal = { ...defaultCalendar, holidays };
    for (const year of YEARS)
      for (let on = day(`${year}-01-01`); on <= `${year}-12-31`; on = addDays(on, 1))
        expect(`${on} ${holidayOf(cal, on)}`).toBe(`${on} ${holidayName(on)}`);
  });

  it('replaces the table for its years only, and follows a law that moves a day', () => {
    const moved = present.map(([on = '', name = '']) =>
      on === '2027/7/19' ? ['2027/7/23', name] : [on, name],
    );
    const { holidays } = readHolidayFile(moved);
    const cal = { ...defaultCalendar, holidays };
    expect(isBusinessDay(cal, day('2027-07-19'))).toBe(true);
    expect(holidayOf(cal, day('2027-07-23'))).toBe('海の日');
    expect(holidayOf(cal, day('2027-07-23'), 'en')).toBe('Marine Day');
    expect(holidayOf(cal, day('2028-07-17'))).toBe('海の日');
    expect(isBusinessDay(cal, day('2026-09-22'))).toBe(false);
  });

  it('takes no half year, and lists rows it cannot read', () => {
    const cut = [...present.slice(0, 25), ['2026/5/4', ''], ['来年は未定', '']];
    const { holidays, incomplete, notUnderstood } = readHolidayFile(cut);
    expect(Object.keys(holidays)).toEqual(['2025']);
    expect(incomplete).toEqual([2026]);
    expect(notUnderstood.map(({ line }) => line)).toEqual([26, 27]);
    expect(readHolidayFile([['会社', '氏名']]).holidays).toEqual({});
  });
});

describe('years the calendar knows too little about', () => {
  const closed = (year: number) => ({
    fromOn: day(`${year}-12-29`),
    toOn: day(`${year + 1}-01-03`),
    name: '',
    preset: 'newYear' as const,
  });
  it('are those that begin within six months', () => {
    expect(missingYears(defaultCalendar, day('2026-11-22'))).toEqual([]);
    expect(missingYears(defaultCalendar, day('2050-06-30'))).toEqual([]);
    expect(missingYears(defaultCalendar, day('2050-07-02'))).toEqual([{ year: 2051, what: 'holidays' }]);
    const own = { ...defaultCalendar, holidays: { '2051': { '01-01': '元日' } } };
    expect(missingYears(own, day('2050-11-01'))).toEqual([]);
    const habit = { ...defaultCalendar, companyDays: [closed(2025)] };
    expect(missingYears(habit, day('2026-03-01'))).toEqual([{ year: 2026, what: 'companyDays' }]);
    expect(missingYears({ ...habit, companyDays: [closed(2026)] }, day('2026-05-01'))).toEqual([]);
  });
});
