import { type Kysely, sql } from 'kysely';
import { table } from './dialect.ts';

/**
 * Promises and their clocks, and one alert per time somebody turned hot. Both are logged facts: they outlive undo, and the
 * person they were about.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'sla_clocks')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('cause_uid', 'text', c => c.notNull())
    .addColumn('started_at', 'text', c => c.notNull())
    .addColumn('raised_at', 'text', c => c.notNull())
    .addColumn('due_at', 'text', c => c.notNull())
    .addColumn('sla_n', 'integer', c => c.notNull())
    .addColumn('attempted_at', 'text')
    .addColumn('stopped_at', 'text')
    .addColumn('stop_code', 'text')
    .addColumn('breach_code', 'text')
    .addColumn('snoozed_until_at', 'text')
    .addColumn('snooze_reason', 'text', c => c.notNull())
    .addUniqueConstraint('sla_clocks_once', ['cause_uid', 'kind'])
    .execute();
  const clocks = (name: string) => db.schema.createIndex(name).on('sla_clocks');
  // What is open is small, however many promises there were.
  await clocks('sla_clocks_open')
    .columns(['due_at', 'id', 'lead_id', 'kind'])
    .where(sql.ref('stopped_at'), 'is', null)
    .execute();
  await clocks('sla_clocks_lead').column('lead_id').execute();
  await clocks('sla_clocks_start').columns(['kind', 'started_at']).execute();
  await clocks('sla_clocks_unexplained')
    .columns(['due_at', 'id'])
    .where(sql<boolean>`breach_code is null and (stopped_at is null or stopped_at > due_at)`)
    .execute();
  await alertTable(db);
}

async function alertTable(db: Kysely<unknown>): Promise<void> {
  const member = 'members.id';
  await table(db, 'alerts')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('entry_uid', 'text', c => c.notNull().unique())
    .addColumn('reason', 'text')
    .addColumn('total', 'integer', c => c.notNull())
    .addColumn('entered_at', 'text', c => c.notNull())
    .addColumn('raised_at', 'text', c => c.notNull())
    .addColumn('left_at', 'text')
    .addColumn('announced_at', 'text')
    .addColumn('seen_at', 'text')
    .addColumn('seen_by_id', 'integer', c => c.references(member).onDelete('set null'))
    .addColumn('told_at', 'text')
    .addColumn('told_how', 'text')
    .addColumn('told_by_id', 'integer', c => c.references(member).onDelete('set null'))
    .execute();
  const alerts = (name: string) => db.schema.createIndex(name).on('alerts');
  await alerts('alerts_unseen').columns(['id', 'lead_id']).where(sql.ref('seen_at'), 'is', null).execute();
  await alerts('alerts_unannounced').column('id').where(sql.ref('announced_at'), 'is', null).execute();
  await alerts('alerts_lead').columns(['lead_id', 'kind']).execute();
}
