import { Button, Menu } from '@mantine/core';
import { IconCopy, IconFlame, IconMessageCheck, IconQuestionMark } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Alert } from '#shared/contract/alerts.ts';
import { CHATS, type Chat, TOLD_WAYS } from '#shared/domain/sla/alert.ts';
import { alertForChat, alertReason, formatRemaining, ownerText } from '#shared/i18n/alert-text.ts';
import { formatDateTime } from '#shared/i18n/format.ts';
import { Failure } from './failure.tsx';

/** The text with reason and deadline, for the chat the team uses. */
function CopyMenu({ alert }: { readonly alert: Alert }) {
  const { t, lang } = useI18n();
  const copy = async (chat: Chat): Promise<void> => {
    await navigator.clipboard.writeText(alertForChat(t, lang, chat, alert));
    showToast({ message: t.alerts.copied(t.alerts.ways[chat]) });
  };
  return (
    <Menu withinPortal={false} position="bottom-start">
      <Menu.Target>
        <Button size="xs" leftSection={<IconCopy size={16} stroke={1.5} aria-hidden />}>
          {t.alerts.copy}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {CHATS.map(chat => (
          <Menu.Item key={chat} onClick={() => void copy(chat)}>
            {t.alerts.copyFor(t.alerts.ways[chat])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** 伝えた, and how. */
function TellMenu({ alert }: { readonly alert: Alert }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const tell = useMutation(
    orpc.alerts.told.mutationOptions({
      onSuccess: done => undo.offer(t.alerts.toldDone, done.operationUid),
    }),
  );
  return (
    <>
      <Menu withinPortal={false} position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            loading={tell.isPending}
            leftSection={<IconMessageCheck size={16} stroke={1.5} aria-hidden />}
          >
            {t.alerts.tell}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t.alerts.tellHow(alert.companyName)}>
          {TOLD_WAYS.map(how => (
            <Menu.Item key={how} onClick={() => tell.mutate({ uid: alert.uid, how })}>
              {t.alerts.ways[how]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Failure error={tell.error} />
    </>
  );
}

function Left({ alert }: { readonly alert: Alert }) {
  const { t } = useI18n();
  if (alert.isOver) return <span className="small muted">{t.alerts.isOver}</span>;
  if (alert.remainingMinutes === null) return null;
  return (
    <span className={alert.remainingMinutes < 0 ? 'late' : ''}>
      {formatRemaining(t, alert.remainingMinutes)}
    </span>
  );
}

/** One entry: who, why in one sentence, how long is left, and what to do about it. */
export function BellRow({ alert, onOpen }: { readonly alert: Alert; readonly onOpen: () => void }) {
  const { t, lang } = useI18n();
  const Icon = alert.kind === 'unconfirmed' ? IconQuestionMark : IconFlame;
  return (
    <li data-unseen={alert.seen ? undefined : true}>
      <div className="bell-who">
        <Icon size={16} stroke={1.5} aria-hidden style={{ flex: 'none', alignSelf: 'center' }} />
        <Link href={`/leads/${alert.leadUid}`} onClick={onOpen} className="clip">
          <b>{alert.companyName}</b> {alert.name}
        </Link>
        <span className="end">
          <Left alert={alert} />
        </span>
      </div>
      <div>
        {alert.kind === 'unconfirmed' ? `${t.alerts.unconfirmed}　` : ''}
        {alertReason(t, alert)}
      </div>
      <div className="small muted">
        {formatDateTime(alert.enteredAt, lang)}
        {alert.dueAt === null ? '' : `　${t.alerts.dueLabel}${formatDateTime(alert.dueAt, lang)}`}
        {`　${t.alerts.ownerLabel}${ownerText(t, alert.ownerName)}`}
      </div>
      {alert.told === null ? (
        <div className="bell-tools">
          <CopyMenu alert={alert} />
          <TellMenu alert={alert} />
        </div>
      ) : (
        <div className="small ok">
          {t.alerts.toldAt(formatDateTime(alert.told.at, lang), codeText(t.alerts.ways, alert.told.how))}
        </div>
      )}
    </li>
  );
}
