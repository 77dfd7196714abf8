import { type Count, type Estimate, wilson } from '#shared/domain/insights/proportions.ts';
import { BANDS, type Band, bandRank } from './band.ts';

/** Fewer 商談 or decided leads than this say nothing about the next ones (reference mission §2b). */
export const BACK_TEST_MINIMUM = { won: 20, decided: 100 } as const;

/**
 * One decided lead: whether it became a 商談, and the best rank it would have had before that from what was recorded by
 * then. Null when nothing had been recorded in time, so that nothing can be said.
 */
export type Case = { readonly won: boolean; readonly best: Band | null };

/** `x` of `n` and the share with its 95 % interval; null when n is 0. */
export type Share = Count & { readonly estimate: Estimate | null };

export type BackTest = {
  readonly won: number;
  readonly decided: number;
  /** Decided leads about which nothing was recorded before the decision; they are in no count. */
  readonly unknown: number;
  readonly minimum: typeof BACK_TEST_MINIMUM;
  /** Of the 商談: how many had been A, and how many A or B, before they were one. Looking back only. */
  readonly caught: { readonly hot: Share; readonly atLeastMid: Share };
  /** Share of 商談 among the leads of each rank: what a rank promises. Null below the minimum. */
  readonly byBand: Readonly<Record<Band, Share>> | null;
};

const share = (x: number, n: number): Share => ({ x, n, estimate: wilson({ x, n }) });

/** What these rules would have said about leads whose end is known. */
export function backTest(cases: readonly Case[]): BackTest {
  const known = cases.flatMap(({ won, best }) => (best === null ? [] : [{ won, best }]));
  const won = known.filter(lead => lead.won);
  const reached = (band: Band): number => won.filter(({ best }) => bandRank(best) >= bandRank(band)).length;
  const isEnough = won.length >= BACK_TEST_MINIMUM.won && known.length >= BACK_TEST_MINIMUM.decided;
  const ofBand = (band: Band): Share => {
    const all = known.filter(({ best }) => best === band);
    return share(all.filter(lead => lead.won).length, all.length);
  };
  return {
    won: won.length,
    decided: known.length,
    unknown: cases.length - known.length,
    minimum: BACK_TEST_MINIMUM,
    caught: { hot: share(reached('hot'), won.length), atLeastMid: share(reached('mid'), won.length) },
    byBand: isEnough
      ? (Object.fromEntries(BANDS.map(band => [band, ofBand(band)])) as Record<Band, Share>)
      : null,
  };
}
