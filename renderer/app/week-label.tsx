import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { addDays, mondayOf } from '#shared/domain/base/days.ts';
import { holidayName } from '#shared/domain/calendar/holidays.ts';
import { formatWeek } from '#shared/i18n/format.ts';

const toFriday = 4;

/** The week we are in, with its holidays marked. */
export function WeekLabel() {
  const { lang } = useI18n();
  const status = useStatus();
  if (!status) return <span className="shell-week" />;
  const monday = mondayOf(status.today);
  return (
    <span className="shell-week">
      {formatWeek(monday, addDays(monday, toFriday), lang, on => holidayName(on) !== null)}
    </span>
  );
}
