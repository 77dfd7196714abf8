import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { addDays, mondayOf } from '#shared/domain/base/days.ts';
import { useIsHoliday } from '#renderer/lib/use-calendar.ts';
import { formatWeek } from '#shared/i18n/format.ts';

const toFriday = 4;

/** The week we are in, with its holidays marked. */
export function WeekLabel() {
  const { lang } = useI18n();
  const status = useStatus();
  const isHoliday = useIsHoliday();
  if (!status) return <span className="shell-week" />;
  const monday = mondayOf(status.today);
  return <span className="shell-week">{formatWeek(monday, addDays(monday, toFriday), lang, isHoliday)}</span>;
}
