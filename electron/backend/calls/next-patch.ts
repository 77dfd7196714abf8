import { type Day, type Instant, instantAt } from '#shared/domain/base/days.ts';
import type { NextAction } from '#shared/domain/calls/next-action.ts';

/** A call that was not promised is a retry: its date moves with the rule, a promise never does. */
function kindOf(next: NextAction): string {
  if (next.kind !== 'call') return next.kind;
  return next.promised ? 'callback' : 'retryCall';
}

/** What a next action means in the columns of a lead. */
export function nextPatch(next: NextAction): {
  next_kind: string;
  next_on: Day | null;
  next_at: Instant | null;
  next_reason: string | null;
} {
  if (next.kind === 'none')
    return { next_kind: 'none', next_on: null, next_at: null, next_reason: next.reason };
  return {
    next_kind: kindOf(next),
    next_on: next.on,
    next_at: next.minute === null ? null : instantAt(next.on, next.minute),
    next_reason: next.reason,
  };
}
