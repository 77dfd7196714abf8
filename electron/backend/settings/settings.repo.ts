import type { z } from 'zod';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';

/** A value of this store that nobody agreed on (language, install id): parsed on the way out, null when absent. */
export async function findSetting<T>(db: ReadDb, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  return row ? schema.parse(JSON.parse(row.value)) : null;
}

export async function putSetting(tx: WriteTx, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  tx.touch('settings');
  await tx.db
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}
