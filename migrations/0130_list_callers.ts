import type { Kysely } from 'kysely';

/** What a member still has out on call lists is found without reading every row of every list. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('call_list_rows_caller')
    .on('call_list_rows')
    .columns(['caller_id', 'id'])
    .execute();
}
