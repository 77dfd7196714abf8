import { useRef, useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { textOfError } from '#renderer/lib/error-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showProblem } from '#renderer/lib/toast.tsx';
import type { TriageCard, TriageRank } from '#shared/contract/triage.ts';

/** A judgement on its way to the store or there already; `done` gives its operation, or null when it failed. */
type Judgement = {
  readonly index: number;
  readonly before: TriageRank | null;
  readonly done: Promise<string | null>;
};

export type Triage = {
  /** Place of the card in front; the number of cards when all were seen. */
  readonly at: number;
  readonly ranks: ReadonlyMap<string, TriageRank>;
  readonly memoOf: (card: TriageCard) => string;
  readonly setMemo: (card: TriageCard, memo: string) => void;
  readonly judge: (rank: TriageRank) => void;
  readonly go: (at: number) => void;
  readonly takeBack: () => void;
  /** Whether anything was judged here that can be taken back. */
  readonly hasJudged: () => boolean;
};

const firstOpen = (
  cards: readonly TriageCard[],
  ranks: ReadonlyMap<string, unknown>,
  from: number,
): number => {
  const found = cards.findIndex((card, index) => index >= from && !ranks.has(card.leadUid));
  return found < 0 ? cards.length : found;
};

const ranksIn = (cards: readonly TriageCard[]): Map<string, TriageRank> =>
  new Map(cards.flatMap(card => (card.rank === null ? [] : [[card.leadUid, card.rank] as const])));

/**
 * Sorting under way: the next card is in front at once, the judgements follow one after the other in the background. One
 * that fails is said and its card is open again.
 */
export function useTriage(importUid: string, cards: readonly TriageCard[]): Triage {
  const { client } = useBackend();
  const { t } = useI18n();
  const [ranks, setRanks] = useState<ReadonlyMap<string, TriageRank>>(() => ranksIn(cards));
  const [at, setAt] = useState(() => firstOpen(cards, ranks, 0));
  const [memos, setMemos] = useState<ReadonlyMap<string, string>>(new Map());
  const judged = useRef<Judgement[]>([]);
  const writing = useRef<Promise<unknown>>(Promise.resolve());

  const memoOf = (card: TriageCard): string => memos.get(card.leadUid) ?? card.memo;
  const setRank = (uid: string, rank: TriageRank | null): void =>
    setRanks(now => {
      const next = new Map(now);
      if (rank === null) next.delete(uid);
      else next.set(uid, rank);
      return next;
    });
  /** Runs after everything before it; says what went wrong. */
  const follow = <R>(work: () => Promise<R>): Promise<R | null> => {
    const run = writing.current.then(work).catch((error: unknown) => {
      showProblem(textOfError(t, error));
      return null;
    });
    writing.current = run;
    return run;
  };

  const judge = (rank: TriageRank): void => {
    const card = cards[at];
    if (!card) return;
    const before = ranks.get(card.leadUid) ?? null;
    const memo = memos.get(card.leadUid);
    const done = follow(async () => {
      const input = { leadUid: card.leadUid, rank, importUid, ...(memo === undefined ? {} : { memo }) };
      return (await client.triage.record(input)).operationUid;
    });
    void done.then(operation => {
      if (operation === null) setRank(card.leadUid, before);
    });
    judged.current.push({ index: at, before, done });
    setRank(card.leadUid, rank);
    setAt(firstOpen(cards, ranks, at + 1));
  };
  const go = (to: number): void => {
    const card = cards[at];
    const memo = card && memos.get(card.leadUid);
    // Leaving a card loses nothing that was typed on it.
    if (card && memo !== undefined && memo !== card.memo && !ranks.has(card.leadUid))
      void follow(async () => await client.leads.update({ uid: card.leadUid, patch: { memo } }));
    setAt(Math.min(Math.max(to, 0), cards.length));
  };
  const takeBack = (): void => {
    const last = judged.current.pop();
    const card = last && cards[last.index];
    if (!last || !card) return;
    setRank(card.leadUid, last.before);
    setAt(last.index);
    void follow(async () => {
      const operationUid = await last.done;
      if (operationUid !== null) await client.history.undo({ operationUid });
    });
  };
  return {
    at,
    ranks,
    memoOf,
    setMemo: (card, memo) => setMemos(now => new Map(now).set(card.leadUid, memo)),
    judge,
    go,
    takeBack,
    hasJudged: () => judged.current.length > 0,
  };
}
