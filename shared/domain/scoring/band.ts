import type { Score } from './ledger.ts';
import type { Gate, ScoringRules } from './rules.ts';

export const BANDS = ['low', 'mid', 'hot'] as const;
/** The one rating: C low, B mid, A hot. */
export type Band = (typeof BANDS)[number];

export const bandRank = (band: Band): number => BANDS.indexOf(band);

/** What the band of a day is decided from. */
export type Standing = Score & { readonly explicitInterest: boolean; readonly gates: readonly Gate[] };

function entersHot(standing: Score, { hot }: ScoringRules['bands']): boolean {
  const { fit, engagement, total } = hot;
  return (
    (fit.on || engagement.on || total.on) &&
    !(fit.on && standing.fit < fit.min) &&
    !(engagement.on && standing.engagement < engagement.min) &&
    !(total.on && standing.total < total.min)
  );
}

/**
 * The band of a day. Entering is harder than staying (hysteresis), so the band depends on the one before; a
 * new lead comes from null. Explicit interest is hot at once; a blocking gate keeps anybody low.
 */
export function bandOf(previous: Band | null, standing: Standing, rules: ScoringRules): Band {
  if (standing.gates.some(gate => rules.blockingGates.includes(gate))) return 'low';
  const { mid, hot } = rules.bands;
  if (standing.explicitInterest || entersHot(standing, rules.bands)) return 'hot';
  if (previous === 'hot' && standing.total >= hot.leave) return 'hot';
  const wasAtLeastMid = previous !== null && previous !== 'low';
  return standing.total >= (wasAtLeastMid ? mid.leave : mid.enter) ? 'mid' : 'low';
}
