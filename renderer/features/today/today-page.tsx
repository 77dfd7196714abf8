import './today.css';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { KeyHint } from '#renderer/components/keycap.tsx';
import { useHandoverAnswer } from '#renderer/components/hand-over-answer.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { TriageOffer } from '#renderer/components/triage-offer.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useIsHoliday } from '#renderer/lib/use-calendar.ts';
import type { SystemStatus } from '#shared/contract/system.ts';
import type { TodayBucket } from '#shared/contract/today.ts';
import { formatDayLong, formatTime } from '#shared/i18n/format.ts';
import { Bucket, TodayLeadRow } from './bucket.tsx';
import { Calls } from './calls.tsx';
import { FreshAlerts } from './fresh-alerts.tsx';
import { Papers } from './papers.tsx';
import { type Scope, useLists, useQueue, useTeam } from './queries.ts';
import { Side } from './side.tsx';
import { StoreProblem } from './store-problem.tsx';
import { TeamTable } from './team-table.tsx';
import { useQueueKeys } from './use-queue-keys.ts';
import { useSendKey } from './use-send-key.ts';
import { Welcome } from './welcome.tsx';

type Tab = 'now' | 'later';

/** Whose day: shown once there is more than one of the team. */
function ScopeSwitch({
  scope,
  onChange,
}: {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
}) {
  const { t } = useI18n();
  const members = useTeam().data?.members ?? [];
  if (members.length < 2) return null;
  return (
    <SegmentedControl
      aria-label={t.today.whose}
      value={scope}
      data={(['mine', 'team'] as const).map(value => ({ value, label: t.today.scopes[value] }))}
      onChange={value => onChange(value === 'team' ? 'team' : 'mine')}
    />
  );
}

function Later({ coming, status }: Pick<ReturnType<typeof useQueue>, 'coming'> & { status: SystemStatus }) {
  const { t } = useI18n();
  const rows = coming.data?.rows ?? [];
  return (
    <Section title={t.today.later} note={coming.data?.total ?? 0}>
      <Failure error={coming.error} />
      {rows.map(row => (
        <TodayLeadRow key={row.leadUid} row={row} icon="todayPromise" today={status.today} showsOwner />
      ))}
      {coming.data !== undefined && rows.length === 0 ? <p className="muted">{t.today.noLater}</p> : null}
    </Section>
  );
}

function Queue({ status }: { readonly status: SystemStatus }) {
  const { t, lang } = useI18n();
  const [scope, setScope] = useState<Scope>('mine');
  const [tab, setTab] = useState<Tab>('now');
  const isHoliday = useIsHoliday();
  const { queue, coming, alerts, showOthers } = useQueue(scope);
  const lists = useLists(scope);
  useQueueKeys();
  const { dialog } = useHandoverAnswer();
  const sending = useSendKey();
  const has = (code: TodayBucket['code']): boolean =>
    queue.data?.buckets.some(bucket => bucket.code === code) ?? false;
  const fresh = alerts.data?.alerts ?? [];
  const above = new Set(fresh.map(alert => alert.leadUid));
  const toMake = !lists.made && lists.callable > 0 ? 1 : 0;
  const count = (queue.data?.total ?? 0) + lists.open.length + toMake;
  const day = formatDayLong(status.today, lang, isHoliday(status.today));
  const answer = queue.data === undefined ? '' : count === 0 ? t.today.nothing : t.today.sentence(count);
  return (
    <Page
      title={t.today.title}
      lead={`${day} ${formatTime(status.now)}　${answer}`}
      actions={<ScopeSwitch scope={scope} onChange={setScope} />}
      sideLabel={t.today.recent}
      side={<Side />}
      foot={
        <>
          <KeyHint keys={['ArrowUp', 'ArrowDown']} label={t.common.move} />
          <KeyHint keys={['Enter']} label={t.today.open} />
          {has('answer') ? (
            <>
              <KeyHint keys={['y']} label={t.opportunities.accept} />
              <KeyHint keys={['b']} label={t.opportunities.giveBack} />
            </>
          ) : null}
          {has('send') ? <KeyHint keys={['s']} label={t.today.sent} /> : null}
        </>
      }
    >
      <nav className="today-tabs" aria-label={t.today.title}>
        {(['now', 'later'] as const).map(value => (
          <button
            key={value}
            type="button"
            aria-current={tab === value ? 'page' : undefined}
            onClick={() => setTab(value)}
          >
            {t.today.tabs[value]} <b>{value === 'now' ? count : (coming.data?.total ?? 0)}</b>
          </button>
        ))}
      </nav>
      {dialog}
      <Failure error={sending.error} />
      <Failure error={queue.error} onRetry={() => void queue.refetch()} />
      {tab === 'later' ? (
        <Later coming={coming} status={status} />
      ) : (
        <>
          {scope === 'team' ? <TeamTable /> : null}
          <FreshAlerts alerts={fresh} unseen={alerts.data?.unseen ?? 0} onOthers={showOthers} />
          <TriageOffer />
          <Papers />
          {(queue.data?.buckets ?? []).map(bucket => (
            <Bucket key={bucket.code} bucket={bucket} scope={scope} today={status.today} without={above} />
          ))}
          <Calls {...lists} />
        </>
      )}
    </Page>
  );
}

/** What to do now, every row with its reason; on an empty store the three ways in. */
export function TodayPage() {
  const { t } = useI18n();
  const status = useStatus();
  if (!status) return <Page title={t.today.title}>{null}</Page>;
  if (status.store === null) {
    return <StoreProblem problem={status.storeProblem} path={status.ownPath} />;
  }
  return status.store.leads === 0 ? <Welcome /> : <Queue status={status} />;
}
