import {
  IconBan,
  IconCircleDashed,
  IconClipboardCheck,
  IconClipboardText,
  IconHeart,
  IconMail,
  IconPhone,
  IconPhoneCall,
  IconPlant,
  IconSearch,
  IconSend,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { useStatus } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useIsHoliday } from '#renderer/lib/use-calendar.ts';
import { daysBetween, type Day } from '#shared/domain/base/days.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';

const icons: Readonly<Record<string, TablerIcon>> = {
  firstContact: IconPhone,
  call: IconPhone,
  callback: IconPhoneCall,
  retryCall: IconPhoneCall,
  mail: IconMail,
  stepMail: IconMail,
  step: IconMail,
  sendMaterial: IconSend,
  material: IconSend,
  findNumber: IconSearch,
  findPhone: IconSearch,
  handOver: IconClipboardText,
  answer: IconClipboardCheck,
  meeting: IconUsers,
  nurture: IconPlant,
  hold: IconBan,
  thanks: IconHeart,
  none: IconCircleDashed,
};

/** What happens next with a lead: icon and word. */
export function NextKind({ kind }: { readonly kind: string }) {
  const { t } = useI18n();
  const Icon = icons[kind] ?? IconCircleDashed;
  return (
    <span className={kind === 'none' ? 'with-icon warn' : 'with-icon'}>
      <Icon size={16} stroke={1.5} aria-hidden />
      {codeText(t.leads.nextKinds, kind)}
    </span>
  );
}

type DueContext = {
  readonly t: Catalogue;
  readonly lang: Lang;
  readonly today: Day | undefined;
  readonly isHoliday: (on: Day) => boolean;
};

/** A due day: today in amber, overdue with the number of days, else the date. */
export function dueText(on: Day | null, { t, lang, today, isHoliday }: DueContext) {
  if (on === null) return <span className="muted">{t.common.none}</span>;
  const text = formatDay(on, lang, isHoliday(on));
  if (today === undefined) return <span>{text}</span>;
  const late = daysBetween(on, today);
  if (late > 0)
    return (
      <span className="late" title={text}>
        {t.common.overdue(late)}
      </span>
    );
  return <span className={late === 0 ? 'warn' : undefined}>{late === 0 ? t.common.today : text}</span>;
}

/** The due day for today by the backend's clock. */
export function Due({ on }: { readonly on: Day | null }) {
  const { t, lang } = useI18n();
  return dueText(on, { t, lang, today: useStatus()?.today, isHoliday: useIsHoliday() });
}
