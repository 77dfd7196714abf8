import type { InputOf } from '#shared/contract/index.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { findKnownPeople, loadLeadData } from '#electron/backend/leads/known-people.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { type Answers, type CardRow, placeRows, type ReadRow } from '#shared/domain/imports/plan.ts';
import { type Resolution, resolveRows } from '#shared/domain/imports/resolve.ts';

export const isCardRow = (row: ReadRow): row is CardRow => 'card' in row;

/** Matches rows against the people in the store and works out what each would change. Writes nothing. */
export async function planImport(
  db: ReadDb,
  rows: readonly ReadRow[],
  on: Day,
  answers: Answers = new Map(),
): Promise<Resolution> {
  const placements = placeRows(rows, await findKnownPeople(db, rows.filter(isCardRow)), answers);
  const uids = placements.flatMap(p => (p.kind === 'person' && !p.uid.startsWith('new:') ? [p.uid] : []));
  return resolveRows(rows, placements, await loadLeadData(db, [...new Set(uids)]), on);
}

/** Answers as they came in, by line. */
export const answersOf = (given: InputOf<'imports', 'run'>['answers']): Answers =>
  new Map(Object.entries(given).map(([line, answer]) => [Number(line), answer]));
