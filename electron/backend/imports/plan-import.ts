import { setImmediate as turn } from 'node:timers/promises';
import type { InputOf } from '#shared/contract/index.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { findKnownPeople, loadLeadData } from '#electron/backend/leads/known-people.ts';
import type { Steps } from '#shared/domain/base/steps.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { type Answers, type CardRow, placeSteps, type ReadRow } from '#shared/domain/imports/plan.ts';
import { type Resolution, resolveSteps } from '#shared/domain/imports/resolve.ts';

export const isCardRow = (row: ReadRow): row is CardRow => 'card' in row;

interface PlanOptions {
  answers?: Answers;
  /** Called between the steps of the work, so that the process keeps answering. */
  breathe?: () => Promise<void>;
}

/** Matches rows against the people in the store and works out what each would change. Writes nothing. */
export async function planImport(
  db: ReadDb,
  rows: readonly ReadRow[],
  on: Day,
  { answers = new Map(), breathe = async () => await turn() }: PlanOptions = {},
): Promise<Resolution> {
  const known = await findKnownPeople(db, rows.filter(isCardRow));
  const placements = await inTurns(placeSteps(rows, known, answers), breathe);
  const uids = placements.flatMap(p => (p.kind === 'person' && !p.uid.startsWith('new:') ? [p.uid] : []));
  const stored = await loadLeadData(db, [...new Set(uids)]);
  return await inTurns(resolveSteps(rows, placements, stored, on), breathe);
}

async function inTurns<R>(steps: Steps<R>, breathe: () => Promise<void>): Promise<R> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/** Answers as they came in, by line. */
export const answersOf = (given: InputOf<'imports', 'run'>['answers']): Answers =>
  new Map(Object.entries(given).map(([line, answer]) => [Number(line), answer]));
