/** Stages of a 商談 that is under way, in their order on the board. */
export const OPEN_STAGES = ['appointment', 'hearing', 'proposal', 'quote', 'closing'] as const;
/** How one can end; `returned`: field sales gave it back before it began. */
const CLOSED_STAGES = ['won', 'lost', 'returned'] as const;
const STAGES = [...OPEN_STAGES, ...CLOSED_STAGES] as const;
export type Stage = (typeof STAGES)[number];

/** Why a 商談 was lost; `duplicate`: it was another one of the same person. */
const LOST_REASONS = [
  'price',
  'competitor',
  'timing',
  'noBudget',
  'noNeed',
  'noAnswer',
  'duplicate',
  'other',
] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/** Of several open 商談 of one person the one that goes on: the furthest, then the one with a hand-over, then the oldest. */
export function goesOn<D extends { readonly id: number; readonly stage: string; readonly handovers: number }>(
  deals: readonly D[],
): D | undefined {
  const rank = ({ stage }: D): number => OPEN_STAGES.findIndex(open => open === stage);
  return deals.toSorted((a, b) => rank(b) - rank(a) || b.handovers - a.handovers || a.id - b.id)[0];
}
