import { useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { CallCard } from '#shared/contract/call-work.ts';
import type { Outcome } from '#shared/contract/calls.ts';
import { type Day, dayOf, type Instant, minuteOf } from '#shared/domain/base/days.ts';
import { inQueueOrder } from '#shared/domain/calls/queue.ts';

/** What a key adds to its outcome. */
export type More = {
  readonly nextAt?: Instant;
  readonly nextOn?: Day;
  readonly place?: string;
  readonly reason?: string;
  readonly reached?: boolean;
  readonly doNotCall?: boolean;
};
type Saved = { readonly operationUid: string; readonly eventUid: string };

/** A result that was typed; `saved` is null until the backend has it. */
export type Result = {
  readonly card: CallCard;
  readonly outcome: Outcome;
  readonly more: More;
  readonly saved: Promise<Saved | null>;
};

/** The card of somebody who was just promised another call today: back in the queue, at its time. */
function promisedAgain(card: CallCard, nextAt: Instant, now: Instant): CallCard {
  const call = { outcome: 'callback' as const, on: dayOf(now), minute: minuteOf(now) };
  return {
    ...card,
    why: 'todayPromise',
    dueAt: nextAt,
    promise: { on: dayOf(nextAt), at: nextAt },
    listRowUid: null,
    calls: [...card.calls, call],
  };
}

const isLaterToday = ({ outcome, more }: Result, now: Instant): boolean =>
  outcome === 'callback' && more.nextAt !== undefined && dayOf(more.nextAt) === dayOf(now);

/**
 * The queue while it is worked through. A result shows the next card at once, with one call to the backend and no reading
 * again; if it is refused, its card comes back with the error, and so it does when it is taken back.
 */
export function useCallWork(cards: readonly CallCard[], now: Instant) {
  const { client } = useBackend();
  const [results, setResults] = useState<readonly Result[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [chosen, setChosen] = useState(() => inQueueOrder(cards, now)[0]?.leadUid ?? null);

  const waitingAfter = (typed: readonly Result[]): CallCard[] => {
    const last = new Map(typed.map(result => [result.card.leadUid, result]));
    const open = cards.flatMap(card => {
      const result = last.get(card.leadUid);
      if (result === undefined) return [card];
      const { nextAt } = result.more;
      return isLaterToday(result, now) && nextAt ? [promisedAgain(result.card, nextAt, now)] : [];
    });
    return inQueueOrder(open, now);
  };
  const waiting = waitingAfter(results);
  const current = waiting.find(card => card.leadUid === chosen) ?? waiting[0] ?? null;

  const takeAway = (gone: Result): void => {
    setResults(all => all.filter(result => result !== gone));
    setChosen(gone.card.leadUid);
  };
  const save = async (result: Result, extra: { note: string; seconds: number }): Promise<Saved> =>
    await client.calls.record({
      leadUid: result.card.leadUid,
      outcome: result.outcome,
      ...(result.card.listRowUid === null ? {} : { listRowUid: result.card.listRowUid }),
      ...extra,
      ...result.more,
    });
  const record = (outcome: Outcome, more: More, extra: { note: string; seconds: number }): void => {
    if (current === null) return;
    const typed = { card: current, outcome, more };
    const saved = save({ ...typed, saved: Promise.resolve(null) }, extra).catch((problem: unknown) => {
      takeAway(result);
      setError(problem);
      return null;
    });
    const result: Result = { ...typed, saved };
    setError(null);
    const next = [...results, result];
    setResults(next);
    setChosen(waitingAfter(next).find(card => card.leadUid !== current.leadUid)?.leadUid ?? null);
  };
  const undoLast = async (): Promise<void> => {
    const last = results.at(-1);
    const saved = await last?.saved;
    if (!last || !saved) return;
    try {
      await client.history.undo({ operationUid: saved.operationUid });
      takeAway(last);
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  };
  const move = (step: number): void => {
    const at = waiting.findIndex(card => card.leadUid === current?.leadUid);
    const to = waiting[Math.min(waiting.length - 1, Math.max(0, at + step))];
    if (to) setChosen(to.leadUid);
  };
  return { waiting, current, results, error, record, undoLast, move, choose: setChosen };
}
export type CallWork = ReturnType<typeof useCallWork>;
