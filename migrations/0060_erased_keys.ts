import type { Kysely } from 'kysely';
import { keyedTable } from './dialect.ts';

/** What erased people could be known by, unreadable: an old list must not bring them back unasked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keyedTable(db, 'erased_keys')
    .addColumn('key_hash', 'text', c => c.primaryKey())
    .execute();
}
