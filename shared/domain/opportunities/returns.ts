import { type Estimate, wilson } from '#shared/domain/insights/proportions.ts';
import type { ReturnReason } from './stages.ts';

/** A hand-over that was answered, with the rules whose points made the person hot. */
export interface AnsweredHandover {
  readonly returned: boolean;
  readonly reason: ReturnReason | null;
  readonly rules: readonly string[];
}

/** Below so many answered hand-overs nothing is said about a rule. */
export const MIN_HANDOVERS = 5;

export interface RuleReturns {
  readonly rule: string;
  /** Answered hand-overs this rule was a top reason of, and how many of them came back. */
  readonly n: number;
  readonly x: number;
  /** Share that came back with its Wilson 95 % interval. */
  readonly rate: Estimate;
  /** n is large enough to say something. */
  readonly isEnough: boolean;
}

export interface Returns {
  readonly n: number;
  readonly x: number;
  readonly rate: Estimate | null;
  readonly rules: readonly RuleReturns[];
  readonly reasons: readonly { readonly reason: ReturnReason; readonly n: number }[];
  /** The rule to look at: its whole interval lies above the share of all. Null: none does, or too little is known. */
  readonly proposal: RuleReturns | null;
  readonly verdict: 'tooFew' | 'none' | 'proposal';
}

function ruleReturns(rule: string, handed: readonly AnsweredHandover[]): RuleReturns | null {
  const of = handed.filter(({ rules }) => rules.includes(rule));
  const x = of.filter(({ returned }) => returned).length;
  const rate = wilson({ x, n: of.length });
  return rate && { rule, n: of.length, x, rate, isEnough: of.length >= MIN_HANDOVERS };
}

/**
 * Which rule of the points produced the hand-overs that came back (mission §6.13). Each hand-over counts once for each of its
 * top reasons. A rule is proposed only with at least `MIN_HANDOVERS` answered hand-overs and when the low end of its Wilson
 * interval lies above the share of all that came back; the highest of them. The order of the input does not matter.
 */
export function returnsByRule(handed: readonly AnsweredHandover[]): Returns {
  const x = handed.filter(({ returned }) => returned).length;
  const rate = wilson({ x, n: handed.length });
  const codes = [...new Set(handed.flatMap(({ rules }) => rules))];
  const rules = codes
    .flatMap(rule => ruleReturns(rule, handed) ?? [])
    .sort((a, b) => b.rate.value - a.rate.value || b.n - a.n || (a.rule < b.rule ? -1 : 1));
  const counted = Map.groupBy(
    handed.flatMap(({ reason }) => reason ?? []),
    reason => reason,
  );
  const reasons = [...counted]
    .map(([reason, all]) => ({ reason, n: all.length }))
    .sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
  const proposal = rules.find(rule => rule.isEnough && rate !== null && rule.rate.low > rate.value) ?? null;
  const verdict = proposal ? 'proposal' : handed.length < MIN_HANDOVERS ? 'tooFew' : 'none';
  return { n: handed.length, x, rate, rules, reasons, proposal, verdict };
}
