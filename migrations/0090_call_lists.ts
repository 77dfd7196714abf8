import { type Kysely, sql } from 'kysely';

/**
 * One list per caller: what is made together shares a batch. A list names the settings it was made under and says where
 * everybody is who stands on none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const lists = () => db.schema.alterTable('call_lists');
  await lists().addColumn('batch_uid', 'text').execute();
  await lists()
    .addColumn('caller_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .execute();
  await lists().addColumn('settings_n', 'integer').execute();
  await lists()
    .addColumn('elsewhere', 'text', c => c.notNull().defaultTo('{}'))
    .execute();
  // Lists made before were whole batches, all rows with whoever made them.
  await sql`update call_lists set batch_uid = uid, caller_id = (
    select min(caller_id) from call_list_rows where list_id = call_lists.id
  )`.execute(db);
  const index = (name: string) => db.schema.createIndex(name).on('call_lists');
  await index('call_lists_batch').column('batch_uid').execute();
  await index('call_lists_week').columns(['week_on', 'kind']).execute();
}
