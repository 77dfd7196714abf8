import type { Kysely } from 'kysely';

/** Who stands on a list that is out is left out of the next one, which says on which list they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('call_lists')
    .addColumn('listed_on', 'text', c => c.notNull().defaultTo('{}'))
    .execute();
}
