import './bell.css';
import { Button, Popover, Tooltip } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { minutely } from '#renderer/lib/minutely.ts';
import { showToast } from '#renderer/lib/toast.tsx';
import type { Alert } from '#shared/contract/alerts.ts';
import { BellRow } from './bell-row.tsx';
import { Failure } from './failure.tsx';

type GroupProps = {
  readonly title: string;
  readonly alerts: readonly Alert[];
  readonly onOpen: () => void;
};

function Group({ title, alerts, onOpen }: GroupProps) {
  if (alerts.length === 0) return null;
  return (
    <>
      <h3 className="bell-group">{title}</h3>
      <ul className="bell-list">
        {alerts.map(alert => (
          <BellRow key={alert.uid} alert={alert} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
}

function Panel({ unseen, onClose }: { readonly unseen: number; readonly onClose: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const list = useQuery({ ...orpc.alerts.list.queryOptions({ input: {} }), ...minutely });
  const seen = useMutation(
    orpc.alerts.seen.mutationOptions({ onSuccess: () => showToast({ message: t.alerts.seenDone }) }),
  );
  const alerts = list.data?.alerts ?? [];
  // What happened while nobody was there is a list of its own until somebody has looked.
  const isAway = (alert: Alert): boolean => alert.raisedLate && !alert.seen;
  return (
    <div className="bell-panel">
      <div className="bell-head">
        <h2>{t.alerts.title}</h2>
        {unseen === 0 ? null : (
          <Button size="xs" loading={seen.isPending} onClick={() => seen.mutate({ all: true })}>
            {t.alerts.seenAll}
          </Button>
        )}
      </div>
      <Failure error={list.error ?? seen.error} />
      {list.data && alerts.length === 0 ? <p className="prose">{t.alerts.empty}</p> : null}
      <Group title={t.alerts.whileAway} alerts={alerts.filter(isAway)} onOpen={onClose} />
      <Group title={t.alerts.lately} alerts={alerts.filter(alert => !isAway(alert))} onOpen={onClose} />
      <div className="bell-foot">
        <Link href="/sla" onClick={onClose}>
          {t.alerts.seeAllClocks}
        </Link>
      </div>
    </div>
  );
}

/** The bell of hot leads: how many nobody has looked at, and a panel with who, why and how long is left. */
export function Bell() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(orpc.alerts.list.queryOptions({ input: { unseen: true, limit: 1 } }));
  const unseen = data?.unseen ?? 0;
  const close = (): void => setIsOpen(false);
  useKeys([{ keys: 'b', label: t.alerts.openBell, run: () => setIsOpen(!isOpen) }]);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t.alerts.title}>
          <button
            type="button"
            className="bell"
            aria-label={t.alerts.bell(unseen)}
            aria-keyshortcuts="b"
            onClick={() => setIsOpen(!isOpen)}
          >
            <IconBell size={20} stroke={1.5} aria-hidden />
            {unseen === 0 ? null : (
              <span className="bell-count" aria-hidden>
                {unseen > 99 ? '99+' : unseen}
              </span>
            )}
          </button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Panel unseen={unseen} onClose={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
