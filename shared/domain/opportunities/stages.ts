import { type Day, daysBetween } from '#shared/domain/base/days.ts';

/** Stages of a 商談 that is under way, in their order on the board. */
export const OPEN_STAGES = ['appointment', 'hearing', 'proposal', 'quote', 'closing'] as const;
/** How one can end; `returned`: field sales gave it back. */
const CLOSED_STAGES = ['won', 'lost', 'returned'] as const;
export const STAGES = [...OPEN_STAGES, ...CLOSED_STAGES] as const;
export type Stage = (typeof STAGES)[number];

export const isOpenStage = (stage: string): boolean => OPEN_STAGES.some(open => open === stage);

/** Why a 商談 was lost. */
export const LOST_REASONS = [
  'price',
  'competitor',
  'timing',
  'noBudget',
  'noNeed',
  'noAnswer',
  'other',
] as const;
/** `duplicate`: it was another 商談 of the same person; only a merge says so. */
export type LostReason = (typeof LOST_REASONS)[number] | 'duplicate';

/** Why field sales gives a hand-over back. */
export const RETURN_REASONS = [
  'tooEarly',
  'noBudget',
  'noAuthority',
  'noNeed',
  'notTarget',
  'noContact',
  'missingInfo',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** The steps whose days are fixed: the appointment was made, the meeting was held, field sales accepted. */
export const STEPS = ['appointment', 'met', 'accepted'] as const;
export type DealStep = (typeof STEPS)[number];

/** Whether a 商談 in this stage has had its meeting. */
export const hasMet = (stage: Stage): boolean => stage === 'won' || OPEN_STAGES.indexOf(stage as never) > 0;

/** Days in the present stage, counted from the day it was entered, not from the day the 商談 was made. */
export const daysInStage = (stageOn: Day, today: Day): number => Math.max(0, daysBetween(stageOn, today));

/** The day of a meeting that is noted when the card moves on: the agreed one if it has come, else today. */
export const metOnMoving = (meetingOn: Day | null, appointmentOn: Day, today: Day): Day =>
  meetingOn !== null && meetingOn <= today && meetingOn >= appointmentOn ? meetingOn : today;

/** Of several open 商談 of one person the one that goes on: the furthest, then the one with a hand-over, then the oldest. */
export function goesOn<D extends { readonly id: number; readonly stage: string; readonly handovers: number }>(
  deals: readonly D[],
): D | undefined {
  const rank = ({ stage }: D): number => OPEN_STAGES.findIndex(open => open === stage);
  return deals.toSorted((a, b) => rank(b) - rank(a) || b.handovers - a.handovers || a.id - b.id)[0];
}
