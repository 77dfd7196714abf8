import './workspace.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { CallCard } from '#shared/contract/call-work.ts';
import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import type { SlotRate } from '#shared/domain/calls/outcomes.ts';
import { useCallTimer } from './use-call-timer.ts';
import { useCallWork } from './use-call-work.ts';
import { WorkspaceBar } from './workspace-bar.tsx';
import { WorkspaceCard } from './workspace-card.tsx';
import { WorkspaceQueue } from './workspace-queue.tsx';
import { WorkspaceSide } from './workspace-side.tsx';

/** Read once and worked through: what is recorded here is known here, so no commit makes it stale. */
const once = { meta: { isStatic: true }, gcTime: 0 } as const;

type WorkspaceProps = {
  readonly cards: readonly CallCard[];
  readonly rules: CallRules;
  readonly slotRates: readonly SlotRate[];
  readonly now: Instant;
  /** The queue was read on an earlier day. */
  readonly isOld: boolean;
  readonly onReadAgain: () => void;
};

function Workspace({ cards, rules, slotRates, now, isOld, onReadAgain }: WorkspaceProps) {
  const { t } = useI18n();
  const work = useCallWork(cards, now);
  const timer = useCallTimer();
  const { current, waiting, results } = work;
  useKeys([
    { keys: 'ArrowDown', label: t.common.move, run: () => work.move(1) },
    { keys: 'ArrowUp', label: t.common.move, run: () => work.move(-1) },
    { keys: 'j', label: t.common.move, run: () => work.move(1) },
    { keys: 'k', label: t.common.move, run: () => work.move(-1) },
  ]);
  const undone = results.length > 0 ? t.callWork.done(results.length) : '';
  return (
    <Page
      title={t.callWork.title}
      lead={[t.callWork.left(waiting.length), undone].filter(Boolean).join('　')}
      actions={
        <>
          <Link href="/calls/day">{t.callDay.title}</Link>
          <button type="button" className="link-button" onClick={onReadAgain}>
            {t.callWork.again}
          </button>
        </>
      }
      isWide
      sideLabel={t.callWork.script}
      side={current ? <WorkspaceSide key={current.leadUid} card={current} /> : undefined}
      confirm={<WorkspaceBar work={work} rules={rules} slotRates={slotRates} now={now} timer={timer} />}
    >
      {isOld ? (
        <p className="late" role="status">
          {t.callWork.newDay}{' '}
          <button type="button" className="link-button" onClick={onReadAgain}>
            {t.callWork.again}
          </button>
        </p>
      ) : null}
      {current ? (
        <div className="work">
          <WorkspaceQueue waiting={waiting} current={current} onChoose={work.choose} />
          <WorkspaceCard key={current.leadUid} card={current} onDial={timer.start} />
        </div>
      ) : (
        <EmptyState
          title={results.length > 0 ? t.callWork.finishedTitle : t.callWork.emptyTitle}
          text={results.length > 0 ? t.callWork.finishedText(results.length) : t.callWork.emptyText}
          action={
            <Button component={Link} href="/calls">
              {t.callWork.toLists}
            </Button>
          }
        />
      )}
    </Page>
  );
}

/** 電話をかける: whom to call, what to know and to say, and one key per result. */
export function WorkspacePage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const now = useStatus()?.now;
  const queue = useQuery({ ...orpc.calls.queue.queryOptions({ input: {} }), ...once });
  const rules = useQuery({ ...orpc.callRules.get.queryOptions({ input: {} }), ...once });
  if (queue.data === undefined || rules.data === undefined || now === undefined)
    return (
      <Page title={t.callWork.title} lead={t.common.loading}>
        <Failure error={queue.error ?? rules.error} onRetry={() => void queue.refetch()} />
      </Page>
    );
  return (
    <Workspace
      key={queue.dataUpdatedAt}
      cards={queue.data.cards}
      rules={rules.data.rules}
      slotRates={queue.data.slotRates}
      now={now}
      isOld={dayOf(queue.data.now) !== dayOf(now)}
      onReadAgain={() => void queue.refetch()}
    />
  );
}
