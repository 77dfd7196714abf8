import { addDays, type Day } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, type CompanyDays, isBusinessDay, isWithin } from './calendar.ts';

export type Preset = NonNullable<CompanyDays['preset']>;

/** The days most companies in Japan close: 年末年始 from 29 December of that year, お盆 in August. */
export function presetDays(preset: Preset, year: number): CompanyDays {
  const [fromOn, toOn] =
    preset === 'newYear' ? [`${year}-12-29`, `${year + 1}-01-03`] : [`${year}-08-13`, `${year}-08-16`];
  return { fromOn: fromOn as Day, toOn: toOn as Day, name: '', preset };
}

/** Ranges without some days: cut at an end, split in two, or gone. */
function without(ranges: readonly CompanyDays[], fromOn: Day, toOn: Day): CompanyDays[] {
  return ranges.flatMap(range => {
    if (range.toOn < fromOn || range.fromOn > toOn) return [range];
    const before = range.fromOn < fromOn ? [{ ...range, toOn: addDays(fromOn, -1) }] : [];
    const after = range.toOn > toOn ? [{ ...range, fromOn: addDays(toOn, 1) }] : [];
    return [...before, ...after];
  });
}

const inOrder = (ranges: readonly CompanyDays[]): CompanyDays[] =>
  ranges.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));

/** A calendar with these days closed; what was said about them before gives way. */
export const closeDays = (cal: BusinessCalendar, days: CompanyDays): BusinessCalendar => ({
  ...cal,
  companyDays: inOrder([...without(cal.companyDays, days.fromOn, days.toOn), days]),
  workingDays: cal.workingDays.filter(on => !isWithin(on, days)),
});

/** A calendar in which everybody works on that day, whatever it is. */
export function openDay(cal: BusinessCalendar, on: Day): BusinessCalendar {
  const opened = { ...cal, companyDays: without(cal.companyDays, on, on) };
  if (isBusinessDay(opened, on)) return opened;
  return { ...opened, workingDays: [...cal.workingDays, on].sort() };
}

/** A business day becomes a day off, a day off a business day. */
export function toggleDay(cal: BusinessCalendar, on: Day): BusinessCalendar {
  if (!isBusinessDay(cal, on)) return openDay(cal, on);
  const ordinary = { ...cal, workingDays: cal.workingDays.filter(known => known !== on) };
  return isBusinessDay(ordinary, on)
    ? closeDays(ordinary, { fromOn: on, toOn: on, name: '', preset: null })
    : ordinary;
}
