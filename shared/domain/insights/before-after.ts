import type { Day } from '#shared/domain/base/days.ts';
import type { MatureCount } from './maturity.ts';
import { type Count, difference, type Estimate, pooledZ, rateRatio, wilson } from './proportions.ts';

/** What the team remembers from before: cards received in a period and opportunities that came of them. */
export type Baseline = {
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly cards: number;
  readonly opportunities: number;
};
/** What may differ between the two periods so that they cannot be compared. */
export type Mismatch = 'denominator' | 'window' | 'criteria';
export type Verdict =
  | 'noBaseline'
  | 'notComparable'
  | 'tooFew'
  | 'aboveTarget'
  | 'improved'
  | 'noClearDifference'
  | 'declined';

/** A share with its Wilson 95 % interval, all fractions; null when there is nothing to divide by. */
export type Rate = Count & {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

export type BeforeAfter = {
  readonly before: Rate | null;
  readonly after: Rate & Pick<MatureCount, 'immature'>;
  /** After minus before as fractions (0.0675 = 6.75 points), Newcombe 95 %. */
  readonly difference: Estimate | null;
  /** Rate after ÷ rate before with its 95 % interval. */
  readonly rateRatio: Estimate | null;
  /** Opportunities after ÷ before: a different number, never shown as "the rate became … times". */
  readonly countRatio: number | null;
  readonly z: number | null;
  readonly verdict: Verdict;
  readonly mismatches: readonly Mismatch[];
};

export type Comparison = {
  /** Wanted rise as a fraction (0.05 = 5 points). */
  readonly target?: number | null;
  readonly mismatches?: readonly Mismatch[];
};

/** Below these counts no statement is made: 30 leads on either side, 5 opportunities together. */
const MIN_LEADS = 30;
const MIN_OPPORTUNITIES = 5;

/** The statement the interval of the difference allows. */
export function verdictOf(after: Count, before: Count, compared: Comparison = {}): Verdict {
  if (compared.mismatches?.length) return 'notComparable';
  const d = difference(after, before);
  if (d === null || Math.min(after.n, before.n) < MIN_LEADS || after.x + before.x < MIN_OPPORTUNITIES)
    return 'tooFew';
  if (d.low > 0)
    return typeof compared.target === 'number' && d.low > compared.target ? 'aboveTarget' : 'improved';
  return d.high < 0 ? 'declined' : 'noClearDifference';
}

function rateOf({ x, n }: Count): Rate {
  const estimate = wilson({ x, n });
  return { x, n, rate: estimate?.value ?? null, low: estimate?.low ?? null, high: estimate?.high ?? null };
}

/** Conversion before against after. Throws RangeError when a count is not whole or x exceeds n. */
export function beforeAfter(
  baseline: Baseline | null,
  after: MatureCount,
  compared: Comparison = {},
): BeforeAfter {
  const now = { ...rateOf(after), immature: after.immature };
  const mismatches = compared.mismatches ?? [];
  if (baseline === null) {
    const nothing = { before: null, difference: null, rateRatio: null, countRatio: null, z: null };
    return { ...nothing, after: now, verdict: 'noBaseline', mismatches };
  }
  const before: Count = { x: baseline.opportunities, n: baseline.cards };
  return {
    before: rateOf(before),
    after: now,
    difference: difference(after, before),
    rateRatio: rateRatio(after, before),
    countRatio: before.x === 0 ? null : after.x / before.x,
    z: pooledZ(after, before),
    verdict: verdictOf(after, before, compared),
    mismatches,
  };
}
