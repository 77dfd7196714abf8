import { setImmediate as turn } from 'node:timers/promises';
import type { InputOf } from '#shared/contract/index.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { erasedLines } from '#electron/backend/leads/erased.ts';
import { findKnownPeople, loadLeadData } from '#electron/backend/leads/known-people.ts';
import type { Listed } from '#shared/domain/base/shelf.ts';
import { inTurns } from '#shared/domain/base/steps.ts';
import type { Day } from '#shared/domain/base/days.ts';
import {
  type Answers,
  type CardRow,
  type KeyRow,
  keyRow,
  type Placement,
  placeSteps,
  type ReadRow,
} from '#shared/domain/imports/plan.ts';
import { type Resolution, resolveSteps } from '#shared/domain/imports/resolve.ts';

export const isCardRow = (row: ReadRow): row is CardRow => 'card' in row;

interface PlanOptions {
  answers?: Answers;
  /** The rows are of a file: whoever was erased does not come back by it unasked. */
  isFile?: boolean;
  /** Called between the steps of the work, so that the process keeps answering. */
  breathe?: () => Promise<void>;
}

/** Matches rows against the people in the store and works out what each would change. Writes nothing. */
export async function planImport(
  db: ReadDb,
  rows: readonly ReadRow[],
  on: Day,
  options: PlanOptions = {},
): Promise<Resolution> {
  const placements = await placeImport(db, rows.map(keyRow), options);
  return await resolveImport(db, rows, placements, on, options);
}

/** Says where every row goes. */
export async function placeImport(
  db: ReadDb,
  rows: Listed<KeyRow>,
  { answers = new Map(), isFile = false, breathe = async () => await turn() }: PlanOptions = {},
): Promise<Placement[]> {
  const known = await findKnownPeople(db, rows, breathe);
  const erased = isFile ? await erasedLines(db, rows) : new Set<number>();
  return await inTurns(placeSteps(rows, known, answers, erased), breathe);
}

/** Works out what placed rows change; all rows of a person must be among them. */
export async function resolveImport(
  db: ReadDb,
  rows: readonly ReadRow[],
  placements: readonly Placement[],
  on: Day,
  { breathe = async () => await turn() }: PlanOptions = {},
): Promise<Resolution> {
  const stored = await loadLeadData(db, storedUids(placements));
  return await inTurns(resolveSteps(rows, placements, stored, on), breathe);
}

/** The people of the store that placed rows go to. */
export const storedUids = (placements: readonly Placement[]): string[] => [
  ...new Set(placements.flatMap(p => (p.kind === 'person' && !p.uid.startsWith('new:') ? [p.uid] : []))),
];

/** Answers as they came in, by line. */
export const answersOf = (given: InputOf<'imports', 'run'>['answers']): Answers =>
  new Map(Object.entries(given).map(([line, answer]) => [Number(line), answer]));
