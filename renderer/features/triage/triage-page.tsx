import './triage.css';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { KeyHint } from '#renderer/components/keycap.tsx';
import { Meter } from '#renderer/components/meter.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type KeyBinding, useKeys } from '#renderer/lib/keys.ts';
import type { TriageQueue } from '#shared/contract/triage.ts';
import { CardFace, JudgeKeys, Memo, memoField, ranks } from './triage-card.tsx';
import { TriageDone } from './triage-done.tsx';
import { type Triage, useTriage } from './use-triage.ts';

/** Into the memo, behind what stands there. */
function focusMemo(): void {
  const memo = document.getElementById(memoField);
  if (!(memo instanceof HTMLTextAreaElement)) return;
  memo.focus();
  memo.setSelectionRange(memo.value.length, memo.value.length);
}
const leaveMemo = (): void => {
  const memo = document.getElementById(memoField);
  if (document.activeElement === memo) memo?.blur();
};

/** The keys of a card. While the memo is written only Esc is one of them. */
function useCardKeys(triage: Triage, onClose: () => void): void {
  const { t } = useI18n();
  const judging: KeyBinding[] = ranks.map(rank => ({
    keys: rank.toLowerCase(),
    label: `${rank} ${t.triage.ranks[rank]}`,
    run: () => triage.judge(rank),
  }));
  const skip = (): void => triage.go(triage.at + 1);
  useKeys([
    ...judging,
    { keys: 'Space', label: t.triage.skip, run: skip },
    { keys: 'ArrowRight', label: t.triage.skip, run: skip },
    { keys: 'ArrowLeft', label: t.triage.back, run: () => triage.go(triage.at - 1) },
    { keys: 'z', label: t.triage.undo, run: triage.takeBack },
    { keys: 'mod+z', label: t.triage.undo, run: triage.takeBack, when: triage.hasJudged },
    { keys: 'm', label: t.triage.memo, run: focusMemo },
    {
      keys: 'Escape',
      label: t.triage.leaveMemo,
      whileTyping: true,
      run: event => (event.target instanceof HTMLTextAreaElement ? leaveMemo() : onClose()),
    },
  ]);
}

function Sorting({ importUid, queue }: { readonly importUid: string; readonly queue: TriageQueue }) {
  const { t } = useI18n();
  const [, navigate] = useLocation();
  const { cards } = queue;
  const triage = useTriage(importUid, cards);
  useCardKeys(triage, () => navigate(`/imports/${importUid}`));
  const card = cards[triage.at];
  const left = cards.findIndex(one => !triage.ranks.has(one.leadUid));
  return (
    <Page
      title={t.triage.title}
      lead={t.triage.lead(queue.title)}
      actions={
        <span className="triage-progress">
          <Meter
            value={triage.ranks.size}
            max={cards.length}
            label={t.triage.judged(triage.ranks.size, cards.length)}
          />
          <b>{t.triage.progress(Math.min(triage.at + 1, cards.length), cards.length)}</b>
        </span>
      }
      foot={
        <>
          <KeyHint keys={[...ranks]} label={t.triage.sort} />
          <KeyHint keys={['Space', 'ArrowRight']} label={t.triage.skip} />
          <KeyHint keys={['ArrowLeft']} label={t.triage.back} />
          <KeyHint keys={['z']} label={t.triage.undo} />
          <KeyHint keys={['m']} label={t.triage.memo} />
          <KeyHint keys={['Escape']} label={t.triage.close} />
        </>
      }
    >
      {card ? (
        <div className="triage">
          <CardFace card={card} at={triage.at + 1} />
          <JudgeKeys chosen={triage.ranks.get(card.leadUid) ?? null} onJudge={triage.judge} />
          <Memo memo={triage.memoOf(card)} onMemo={memo => triage.setMemo(card, memo)} />
        </div>
      ) : (
        <TriageDone
          importUid={importUid}
          total={cards.length}
          ranks={triage.ranks}
          onLeft={() => triage.go(Math.max(left, 0))}
        />
      )}
    </Page>
  );
}

/** 名刺の仕分け: one card at a time, judged by one key. Every card is at hand before the first is shown. */
export function TriagePage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { importUid } = useParams<{ importUid: string }>();
  const queue = useQuery(
    orpc.triage.queue.queryOptions({
      input: { importUid },
      // The judgements of this very screen must not shuffle the cards in hand.
      meta: { isStatic: true },
      gcTime: 0,
      refetchOnMount: 'always',
    }),
  );
  if (queue.error) return <Failure error={queue.error} onRetry={() => void queue.refetch()} />;
  if (!queue.data) return <Page title={t.triage.title}>{null}</Page>;
  if (queue.data.cards.length === 0)
    return (
      <Page title={t.triage.title}>
        <EmptyState title={t.triage.empty} text={t.triage.emptyText} />
      </Page>
    );
  return <Sorting importUid={importUid} queue={queue.data} />;
}
