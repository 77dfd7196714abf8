import type { Day } from '#shared/domain/base/days.ts';

export type Side = 'fit' | 'engagement';

/** One line of the explanation. The score is the sum of `points` over all rows, nothing else. */
export type LedgerRow = {
  readonly side: Side;
  /** Attribute, event kind, `cap` (takes off what exceeds the cap) or `floor` (lifts a negative sum to 0). */
  readonly rule: string;
  readonly points: number;
  /** Points before ageing; equal to `points` for attributes, `cap` and `floor`. */
  readonly base: number;
  /** The value that matched, for attributes; employees as `min-max` with an open end left empty. The reason of points by hand. */
  readonly value: string | null;
  readonly eventUid: string | null;
  readonly occurredOn: Day | null;
};
