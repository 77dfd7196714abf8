import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { addDays, type Day, day } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, holidayOf, isWithin } from '#shared/domain/calendar/calendar.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { formatDayLong, formatMinute, formatWeekday } from '#shared/i18n/format.ts';

const shown = 6;
const withinDays = 200;
const aMonday = day('2026-11-23');

/** Holidays and company days that come next; days that follow each other under one name are one. */
function comingDaysOff(cal: BusinessCalendar, today: Day, lang: Lang): { on: Day; name: string }[] {
  const found: { on: Day; name: string }[] = [];
  for (let n = 0; n < withinDays && found.length < shown; n++) {
    const on = addDays(today, n);
    const closed = cal.companyDays.find(days => isWithin(on, days));
    if (closed && on !== closed.fromOn && n > 0) continue;
    const name = closed ? closed.name || (closed.preset ?? '') : holidayOf(cal, on, lang);
    if (name !== null) found.push({ on, name });
  }
  return found;
}

/** Which days and hours count, and the days off that come next. */
export function CalendarSection({ today }: { readonly today: Day }) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const cal = useCalendar();
  const isOpen = Boolean(useStatus()?.store);
  const known = useQuery({ ...orpc.calendar.get.queryOptions({ input: {} }), enabled: isOpen });
  const missing = known.data?.missing ?? [];
  const weekdays = cal.weekdays.map(one => formatWeekday(addDays(aMonday, one - 1), lang));
  const presets: Readonly<Record<string, string>> = t.calendar.presets;
  return (
    <Section
      title={t.calendar.sectionTitle}
      action={<Link href="/settings/calendar">{t.calendar.open}</Link>}
    >
      <p className="prose">
        {t.calendar.sectionHours(
          weekdays.join(lang === 'ja' ? '' : ' '),
          formatMinute(cal.opensAt),
          formatMinute(cal.closesAt),
        )}
        <br />
        {t.calendar.sectionText}
      </p>
      {missing.map(({ year, what }) => (
        <p key={`${year} ${what}`} className="warn">
          {t.calendar.missing[what](year)}
        </p>
      ))}
      <table className="table" aria-label={t.calendar.sectionNext}>
        <thead>
          <tr>
            <th colSpan={2}>{t.calendar.sectionNext}</th>
          </tr>
        </thead>
        <tbody>
          {comingDaysOff(cal, today, lang).map(({ on, name }) => (
            <tr key={on}>
              <td>{formatDayLong(on, lang)}</td>
              <td>{presets[name] ?? (name || t.calendar.kinds.companyDay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
