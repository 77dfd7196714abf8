import { forEachInSteps, type Steps, toEnd } from '#shared/domain/base/steps.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Candidate, MatchReason } from '#shared/domain/leads/match.ts';
import { type LeadCardData, leadFromCard, mergeCard } from '#shared/domain/leads/merge-card.ts';
import {
  type CardRow,
  OUTCOMES,
  type Outcome,
  type Placement,
  type ReadRow,
  type RowReason,
} from './plan.ts';

export interface RowResult {
  line: number;
  outcome: Outcome;
  reason: RowReason | MatchReason | null;
  /** The person the row belongs to: a stored uid, `new:<line>`, or null for rows that are no card. */
  uid: string | null;
  candidates: Candidate[];
  /** Field names the row wrote; empty on `filled` when everything was known. */
  changed: string[];
  /** The person before and after the row, when the row changed somebody known. */
  step: { before: LeadCardData; after: LeadCardData } | null;
  /** People a person said this is not. */
  declined: Candidate[];
}
/** One person touched by the import. `before` is null for a new one. */
export interface Touched {
  uid: string;
  before: LeadCardData | null;
  after: LeadCardData;
  cards: CardRow[];
}
export interface Resolution {
  rows: RowResult[];
  people: Touched[];
}

export type Counts = Record<Outcome, number> & {
  read: number;
  /** Part of `filled`: the row brought nothing new. */
  unchanged: number;
};

/** Counts of an import. `read` is the sum of the six outcomes by the way it is made. */
export function countRows(rows: readonly RowResult[]): Counts {
  const counts: Counts = {
    new: 0,
    filled: 0,
    updated: 0,
    asked: 0,
    setAside: 0,
    blank: 0,
    read: rows.length,
    unchanged: 0,
  };
  for (const row of rows) {
    counts[row.outcome]++;
    if (row.outcome === 'filled' && row.changed.length === 0) counts.unchanged++;
  }
  return counts;
}

/** A row that was corrected later: what it counted as, what it is now, and whether it brought nothing new. */
export interface CorrectedRow {
  was: Outcome;
  outcome: Outcome;
  unchanged: boolean;
}

/** Counts of an import after some of its rows were corrected: each leaves one outcome and joins another. */
export function countsAfter(counts: Counts, corrected: readonly CorrectedRow[]): Counts {
  const after = { ...counts };
  for (const row of corrected) {
    after[row.was]--;
    after[row.outcome]++;
    if (row.unchanged) after.unchanged++;
  }
  return after;
}

/** True when every row is accounted for. */
export const countsAddUp = (counts: Counts): boolean =>
  counts.read === OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0) &&
  counts.unchanged <= counts.filled;

/**
 * Applies placed rows to the people they belong to, in file order, without writing anything. `stored` gives the stored
 * people by uid as they are now; it must hold everyone the placements name. Throws when one is missing.
 */
export const resolveRows = (
  rows: readonly ReadRow[],
  placements: readonly Placement[],
  stored: ReadonlyMap<string, LeadCardData>,
  on: Day,
): Resolution => toEnd(resolveSteps(rows, placements, stored, on));

/** `resolveRows` in steps, for a caller that has other things to do in between. */
export function* resolveSteps(
  rows: readonly ReadRow[],
  placements: readonly Placement[],
  stored: ReadonlyMap<string, LeadCardData>,
  on: Day,
): Steps<Resolution> {
  const people = new Map<string, Touched>();
  const results: RowResult[] = [];
  yield* forEachInSteps(rows, (row, i) => {
    const placement = placements[i];
    if (!placement) throw new Error('a row without placement');
    results.push(resolveRow(people, stored, placement, row, on));
  });
  return { rows: results, people: [...people.values()] };
}

/** One empty list for all rows of a file. Nobody changes a list in place. */
const NONE: never[] = [];

function resolveRow(
  people: Map<string, Touched>,
  stored: ReadonlyMap<string, LeadCardData>,
  placement: Placement,
  row: ReadRow,
  on: Day,
): RowResult {
  if (placement.kind === 'person' && 'card' in row) return applyRow(people, stored, placement, row, on);
  return {
    line: row.line,
    reason: placement.reason,
    candidates: NONE,
    declined: NONE,
    changed: NONE,
    step: null,
    outcome: placement.kind === 'out' ? placement.outcome : 'setAside',
    uid: null,
  };
}

function applyRow(
  people: Map<string, Touched>,
  stored: ReadonlyMap<string, LeadCardData>,
  placement: Extract<Placement, { kind: 'person' }>,
  row: CardRow,
  on: Day,
): RowResult {
  const { uid, reason, candidates, declined, how } = placement;
  const result = { line: row.line, reason, uid, candidates, declined, step: null };
  const isNew = uid.startsWith('new:');
  if (how === 'asked' && !isNew) return { ...result, outcome: 'asked', changed: NONE };
  const person = people.get(uid);
  if (!person && isNew) {
    people.set(uid, { uid, before: null, after: leadFromCard(row.card), cards: [row] });
    return { ...result, outcome: how === 'asked' ? 'asked' : 'new', changed: NONE };
  }
  const before = stored.get(uid) ?? null;
  const current = person?.after ?? before;
  if (!current) throw new Error(`unknown person ${uid}`);
  const merged = mergeCard(current, row.card, on);
  people.set(uid, { uid, before, after: merged.lead, cards: [...(person?.cards ?? []), row] });
  const { outcome, changed, lead: after } = merged;
  const step = changed.length > 0 ? { before: current, after } : null;
  return { ...result, outcome: how === 'asked' ? 'asked' : outcome, changed, step };
}
