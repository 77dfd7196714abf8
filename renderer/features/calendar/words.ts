import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Day } from '#shared/domain/base/days.ts';
import {
  type BusinessCalendar,
  type CompanyDays,
  dayOffReason,
  holidayOf,
  isWithin,
} from '#shared/domain/calendar/calendar.ts';
import { formatDay, formatDayLong } from '#shared/i18n/format.ts';

/** What a day is, beyond working or not: a working day is one that would be off. */
export type DayKind = 'business' | 'weekend' | 'holiday' | 'companyDay' | 'working';

export const kindOf = (cal: BusinessCalendar, on: Day): DayKind =>
  cal.workingDays.includes(on) ? 'working' : (dayOffReason(cal, on) ?? 'business');

/** How days and ranges are said on this screen. */
export function useWords() {
  const { t, lang } = useI18n();
  const day = (on: Day): string => formatDayLong(on, lang);
  const range = ({ fromOn, toOn }: { fromOn: Day; toOn: Day }): string =>
    t.calendar.range(day(fromOn), day(toOn));
  const shortRange = ({ fromOn, toOn }: { fromOn: Day; toOn: Day }): string =>
    t.calendar.range(formatDay(fromOn, lang), formatDay(toOn, lang));
  const nameOf = ({ name, preset }: CompanyDays): string =>
    name === '' && preset !== null ? t.calendar.presets[preset] : name;
  const dayLabel = (cal: BusinessCalendar, on: Day, away: readonly string[]): string => {
    const closed = cal.companyDays.find(days => isWithin(on, days));
    const names = [
      ...(closed ? [nameOf(closed)] : []),
      holidayOf(cal, on, lang) ?? '',
      ...(away.length > 0 ? [t.calendar.away(t.imports.listed(away))] : []),
    ].filter(name => name !== '');
    return t.calendar.dayLabel(day(on), t.calendar.kinds[kindOf(cal, on)], names.join(' '));
  };
  return { day, range, shortRange, nameOf, dayLabel };
}
