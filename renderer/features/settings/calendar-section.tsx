import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { addDays, type Day } from '#shared/domain/base/days.ts';
import { holidayName } from '#shared/domain/calendar/holidays.ts';
import { formatDayLong } from '#shared/i18n/format.ts';

const shown = 6;
const withinDays = 200;

function comingHolidays(today: Day): { on: Day; name: string }[] {
  const found: { on: Day; name: string }[] = [];
  for (let n = 0; n < withinDays && found.length < shown; n++) {
    const on = addDays(today, n);
    const name = holidayName(on);
    if (name !== null) found.push({ on, name });
  }
  return found;
}

/** Which days and hours count, and the holidays that come next. */
export function CalendarSection({ today }: { readonly today: Day }) {
  const { t, lang } = useI18n();
  return (
    <Section title={t.settings.calendar}>
      <p className="prose">{t.settings.calendarText}</p>
      <table className="table" aria-label={t.settings.calendarNext}>
        <thead>
          <tr>
            <th colSpan={2}>{t.settings.calendarNext}</th>
          </tr>
        </thead>
        <tbody>
          {comingHolidays(today).map(({ on, name }) => (
            <tr key={on}>
              <td>{formatDayLong(on, lang)}</td>
              <td lang="ja">{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
