import { Checkbox } from '@mantine/core';
import { Section } from '#renderer/components/section.tsx';
import { TimeField } from '#renderer/components/typed-fields.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { addDays, day } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { formatWeekday } from '#shared/i18n/format.ts';

const aMonday = day('2026-11-23');
const weekdays = [1, 2, 3, 4, 5, 6, 7];

type HoursProps = {
  readonly calendar: BusinessCalendar;
  readonly onChange: (next: BusinessCalendar) => void;
};

/** Which weekdays are worked, from when to when. */
export function Hours({ calendar, onChange }: HoursProps) {
  const { t, lang } = useI18n();
  const { opensAt, closesAt } = calendar;
  const error = opensAt < closesAt ? undefined : t.calendar.hoursBackwards;
  return (
    <Section title={t.calendar.hours}>
      <div className="calendar-weekdays">
        {weekdays.map(one => {
          const isOn = calendar.weekdays.includes(one);
          return (
            <Checkbox
              key={one}
              label={formatWeekday(addDays(aMonday, one - 1), lang)}
              checked={isOn}
              disabled={isOn && calendar.weekdays.length === 1}
              onChange={() =>
                onChange({
                  ...calendar,
                  weekdays: weekdays.filter(known =>
                    known === one ? !isOn : calendar.weekdays.includes(known),
                  ),
                })
              }
            />
          );
        })}
      </div>
      <div className="calendar-form">
        <TimeField
          label={t.calendar.opens}
          value={opensAt}
          onChange={value => (value === null ? undefined : onChange({ ...calendar, opensAt: value }))}
        />
        <TimeField
          label={t.calendar.closes}
          value={closesAt}
          error={error}
          onChange={value => (value === null ? undefined : onChange({ ...calendar, closesAt: value }))}
        />
      </div>
    </Section>
  );
}
