import type { Kysely } from 'kysely';

/** 電話期限: who falls to a lower rank first is found, and the list sorted by it, without looking at anybody else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('leads_by_cools')
    .on('leads')
    .columns(['cools_on', 'id', 'trashed_at'])
    .execute();
}
