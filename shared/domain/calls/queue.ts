import { type Day, type Instant, toMs } from '#shared/domain/base/days.ts';

/** Why somebody is called now, the most urgent first. */
export const QUEUE_REASONS = ['latePromise', 'firstContact', 'todayPromise', 'retry', 'listed'] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/** Somebody in the queue, and when they were promised to be called or have to be, if at a time. */
export interface Queued {
  readonly why: QueueReason;
  readonly dueAt: Instant | null;
}

/** A promised call is prepared five minutes before its time. */
const AHEAD_MS = 5 * 60_000;

function rankOf({ why, dueAt }: Queued, now: Instant): number {
  const isTimed = why === 'todayPromise' && dueAt !== null;
  if (why === 'latePromise' || (isTimed && toMs(dueAt) <= toMs(now) + AHEAD_MS)) return 0;
  if (why === 'firstContact') return 1;
  // A time that is still to come waits behind everybody else.
  if (isTimed) return 5;
  return why === 'todayPromise' ? 2 : why === 'retry' ? 3 : 4;
}

/**
 * The queue in the order to call: promises whose time has come, first contacts, promises for any time today, repeated
 * calls, the list in the order of the paper; promises for later today wait at the end.
 */
export function inQueueOrder<T extends Queued>(queued: readonly T[], now: Instant): T[] {
  const isByTime = (rank: number): boolean => rank === 0 || rank === 5;
  return queued
    .map(entry => ({ entry, rank: rankOf(entry, now) }))
    .toSorted(
      (a, b) =>
        a.rank - b.rank || (isByTime(a.rank) ? (a.entry.dueAt ?? '').localeCompare(b.entry.dueAt ?? '') : 0),
    )
    .map(({ entry }) => entry);
}

/** Next actions that say not to call before their day. */
const WAITING: ReadonlySet<string> = new Set(['retryCall', 'callback', 'nurture', 'sendMaterial']);

/** Whether somebody on a list waits for a later day: a call since, from elsewhere, has put them off. */
export const waitsFor = (next: { readonly kind: string; readonly on: Day | null }, today: Day): boolean =>
  WAITING.has(next.kind) && next.on !== null && next.on > today;
