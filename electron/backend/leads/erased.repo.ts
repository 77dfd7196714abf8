import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';

/** False in most stores: then no card needs to be looked up. */
export const hasErasedKeys = async (db: ReadDb): Promise<boolean> =>
  (await db.selectFrom('erased_keys').select('key_hash').limit(1).executeTakeFirst()) !== undefined;

/** Which of these hashes belong to somebody who was erased. */
export async function findErasedKeys(db: ReadDb, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await inChunks(
    hashes,
    async chunk =>
      await db.selectFrom('erased_keys').select('key_hash').where('key_hash', 'in', chunk).execute(),
  );
  return new Set(rows.map(row => row.key_hash));
}

export async function insertErasedKeys(tx: WriteTx, hashes: readonly string[]): Promise<void> {
  tx.touch('erased_keys');
  await inChunks(hashes, async chunk => {
    await tx.db
      .insertInto('erased_keys')
      .values(chunk.map(key_hash => ({ key_hash })))
      .onConflict(conflict => conflict.column('key_hash').doNothing())
      .execute();
    return [];
  });
}
