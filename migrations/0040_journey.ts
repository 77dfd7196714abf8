import { type Kysely, sql } from 'kysely';

/**
 * Where every lead stands on its journey. Leads of an older store get their stop from the first tick, by the same rules as
 * everybody else: the index of those that still wait for it is empty afterwards.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['stop', 'stop_since_on', 'entry_stop'] as const)
    await db.schema.alterTable('leads').addColumn(name, 'text').execute();
  const index = (name: string) => db.schema.createIndex(name).on('leads');
  await index('leads_by_stop').columns(['stop', 'next_on', 'id', 'trashed_at']).execute();
  // The list by acquisition and the map of a period walk the same index.
  await db.schema.dropIndex('leads_by_acquired').execute();
  await index('leads_by_acquired')
    .columns(['acquired_on', 'id', 'trashed_at', 'entry_stop', 'stop'])
    .execute();
  await index('leads_unplaced')
    .column('id')
    .where(sql<boolean>`stop is null and trashed_at is null`)
    .execute();
  await db.schema
    .createIndex('events_logged')
    .on('events')
    .columns(['lead_id', 'kind'])
    .where(sql.ref('source'), '=', 'system')
    .execute();
  // What the app logged belongs to no operation, so that no undo takes it back.
  await sql`update events set operation_id = null where kind = 'band.changed'`.execute(db);
}
