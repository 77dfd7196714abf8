import { useMutation } from '@tanstack/react-query';
import { Remaining } from '#renderer/components/clock-state.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Alert } from '#shared/contract/alerts.ts';
import { alertReason } from '#shared/i18n/alert-text.ts';
import { formatDateTime } from '#shared/i18n/format.ts';
import { QueueRow } from './queue-row.tsx';

/** Who has just turned hot and nobody has looked at: first of all. Opening one is looking at it. */
export function FreshAlerts({
  alerts,
  unseen,
  onOthers,
}: {
  readonly alerts: readonly Alert[];
  readonly unseen: number;
  readonly onOthers: () => void;
}) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const seen = useMutation(orpc.alerts.seen.mutationOptions());
  if (alerts.length === 0) return null;
  return (
    <Section title={t.today.fresh} note={`${unseen}　${t.today.freshNote}`}>
      {alerts.map(alert => (
        <QueueRow
          key={alert.uid}
          href={`/leads/${alert.leadUid}`}
          lead={alert}
          title={alert.companyName || alert.name}
          second={[alert.name, alert.department].filter(text => text !== '').join('　')}
          icon="firstContact"
          why={alertReason(t, alert)}
          due={
            alert.dueAt === null || alert.remainingMinutes === null ? null : (
              <span className="two-line">
                <Remaining
                  clock={{
                    state: alert.remainingMinutes < 0 ? 'overdue' : 'ahead',
                    remainingMinutes: alert.remainingMinutes,
                  }}
                />
                <span className="second">{formatDateTime(alert.dueAt, lang)}</span>
              </span>
            )
          }
          onOpen={() => seen.mutate({ uids: [alert.uid] })}
        />
      ))}
      {unseen > alerts.length ? (
        <button type="button" className="link-button" onClick={onOthers}>
          {t.today.more(unseen - alerts.length)}
        </button>
      ) : null}
    </Section>
  );
}
