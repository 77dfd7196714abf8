import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { KeyRow } from '#shared/domain/imports/plan.ts';
import { erasedTexts } from '#shared/domain/leads/erased.ts';
import { findErasedKeys, hasErasedKeys, insertErasedKeys } from './erased.repo.ts';
import { hiddenKey } from './hidden-key.ts';
import { peopleOf } from './known-people.ts';

/** Keeps what these people could be known by as hashes, before they go. */
export async function rememberErased(tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  const texts = (await peopleOf(tx.read, leadIds)).flatMap(erasedTexts);
  await insertErasedKeys(tx, [...new Set(texts)].map(hiddenKey));
}

/** True when the address belonged to somebody who was erased. */
export const isErasedAddress = async (db: ReadDb, addressKey: string): Promise<boolean> =>
  (await findErasedKeys(db, [hiddenKey(`mail ${addressKey}`)])).size > 0;

/** Hashes looked up together. */
const HASHES = 5000;

/** The lines of the cards that name somebody who was erased. */
export async function erasedLines(db: ReadDb, rows: Iterable<KeyRow>): Promise<Set<number>> {
  const lines = new Set<number>();
  if (!(await hasErasedKeys(db))) return lines;
  let hashes = new Map<string, number[]>();
  const look = async (): Promise<void> => {
    const found = await findErasedKeys(db, [...hashes.keys()]);
    for (const hash of found) for (const line of hashes.get(hash) ?? []) lines.add(line);
    hashes = new Map();
  };
  for (const row of rows) {
    if (!('person' in row)) continue;
    for (const hash of erasedTexts(row.person).map(hiddenKey))
      hashes.set(hash, [...(hashes.get(hash) ?? []), row.line]);
    if (hashes.size > HASHES) await look();
  }
  await look();
  return lines;
}
