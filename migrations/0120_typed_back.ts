import type { Kysely } from 'kysely';

/**
 * When a paper list was declared typed back, and how many rows its pages had when it was last printed, which leads from
 * the code of a page to its first row. What went out and is still out is found by one index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const lists = () => db.schema.alterTable('call_lists');
  await lists().addColumn('typed_back_at', 'text').execute();
  await lists().addColumn('page_rows', 'integer').execute();
  await db.schema
    .createIndex('call_lists_out')
    .on('call_lists')
    .columns(['typed_back_at', 'printed_at'])
    .execute();
}
