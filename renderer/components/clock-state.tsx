import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconClockExclamation,
  type TablerIcon,
} from '@tabler/icons-react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { SlaClock } from '#shared/contract/sla.ts';
import { formatRemaining } from '#shared/i18n/alert-text.ts';

type State = SlaClock['state'];

const looks: Readonly<Record<State, { readonly icon: TablerIcon; readonly tone: string }>> = {
  ahead: { icon: IconClock, tone: '' },
  today: { icon: IconAlertTriangle, tone: 'warn' },
  overdue: { icon: IconClockExclamation, tone: 'late' },
  met: { icon: IconCircleCheck, tone: 'ok' },
  metLate: { icon: IconClockExclamation, tone: 'late' },
  cancelled: { icon: IconCircleX, tone: 'muted' },
};

/** Where a promise stands: icon, word and colour. */
export function ClockState({ state }: { readonly state: State }) {
  const { t } = useI18n();
  const { icon: Icon, tone } = looks[state];
  return (
    <span className={`with-icon ${tone}`}>
      <Icon size={16} stroke={1.5} aria-hidden />
      {t.sla.states[state]}
    </span>
  );
}

/** Time left in opening hours while a promise runs; by how much it was missed afterwards; nothing for one that was kept. */
export function Remaining({ clock }: { readonly clock: Pick<SlaClock, 'state' | 'remainingMinutes'> }) {
  const { t } = useI18n();
  if (clock.state === 'met' || clock.state === 'cancelled') return null;
  return <span className={looks[clock.state].tone}>{formatRemaining(t, clock.remainingMinutes)}</span>;
}
