import type { Day } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, businessDaysBetween } from '#shared/domain/calendar/calendar.ts';

/** `ask`: only the caller knows. */
export type Known = boolean | 'ask';
/** What the caller has to add before the outcome can be saved. */
export type Requirement = 'promise' | 'next' | 'reason';

export type OutcomeRule = {
  /** The key that records it, also the digit on paper. */
  readonly key: string;
  /** Somebody answered. */
  readonly connected: Known;
  /** The person wanted was on the line. */
  readonly reached: Known;
  /** Counts against the attempt limit. */
  readonly attempt: boolean;
  readonly requires: readonly Requirement[];
};

const rule = (
  key: string,
  connected: Known,
  reached: Known,
  attempt: boolean,
  ...requires: Requirement[]
): OutcomeRule => ({ key, connected, reached, attempt, requires });

/** The ten outcomes of a call on keys 1–9 and 0, and do-not-call on Shift+D. */
export const OUTCOMES = {
  noAnswer: rule('1', false, false, true),
  away: rule('2', true, false, true),
  gatekeeper: rule('3', true, false, true),
  callback: rule('4', true, 'ask', false, 'promise'),
  material: rule('5', true, true, true),
  appointment: rule('6', true, true, true),
  declined: rule('7', true, true, true, 'reason'),
  badNumber: rule('8', false, false, false),
  notTarget: rule('9', false, false, false),
  other: rule('0', 'ask', 'ask', true, 'next'),
  doNotCall: rule('D', 'ask', 'ask', false),
} as const satisfies Record<string, OutcomeRule>;
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_CODES = Object.keys(OUTCOMES) as Outcome[];
/** What one call can end with: do-not-call is said beside an outcome, not instead of one. */
export const CALL_RESULTS = OUTCOME_CODES.filter(code => code !== 'doNotCall');
export type CallResult = (typeof CALL_RESULTS)[number];

/** The outcome a key stands for, or null. */
export const outcomeOfKey = (key: string): Outcome | null =>
  OUTCOME_CODES.find(code => OUTCOMES[code].key === key.toUpperCase()) ?? null;

/** An earlier call to a lead. */
export type PastCall = { readonly outcome: Outcome; readonly on: Day; readonly minute: number };

/** Counted attempts of the present cycle: those of the last business days the limit of the rank allows, today included. */
export function attemptsInCycle(
  calls: readonly PastCall[],
  { businessDays }: { readonly businessDays: number },
  on: Day,
  cal: BusinessCalendar,
): number {
  return calls.filter(
    call => OUTCOMES[call.outcome].attempt && businessDaysBetween(cal, call.on, on) < businessDays,
  ).length;
}

/** Parts of the day to call in, minutes since midnight; the lunch hour is left out. */
export const SLOTS = [
  { from: 540, to: 600 },
  { from: 600, to: 720 },
  { from: 780, to: 900 },
  { from: 900, to: 1020 },
  { from: 1020, to: 1080 },
] as const;
/** Calls of the team in a slot, to learn when people answer. */
export type SlotRate = { readonly calls: number; readonly connected: number };

/** Below so many calls a rate says nothing. */
const MIN_CALLS = 30;

/** Index in SLOTS of a minute of the day, or null outside all of them. */
export function slotOf(minute: number): number | null {
  const found = SLOTS.findIndex(slot => minute >= slot.from && minute < slot.to);
  return found < 0 ? null : found;
}

/**
 * The slot to try next: least tried for this lead, then where the team connects best (30 calls or more), then
 * the earliest. `triedMinutes` are the times of day of earlier calls; `rates` follows the order of SLOTS.
 */
export function nextSlot(triedMinutes: readonly number[], rates: readonly SlotRate[] = []): number {
  const tried = SLOTS.map((_, i) => triedMinutes.filter(minute => slotOf(minute) === i).length);
  const least = Math.min(...tried);
  const rate = (i: number): number => {
    const seen = rates[i];
    return seen && seen.calls >= MIN_CALLS ? seen.connected / seen.calls : 0;
  };
  const candidates = SLOTS.map((_, i) => i).filter(i => tried[i] === least);
  return candidates.reduce((best, i) => (rate(i) > rate(best) ? i : best));
}
