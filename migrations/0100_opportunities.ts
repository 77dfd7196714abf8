import { type Kysely, sql } from 'kysely';
import { table } from './dialect.ts';

/** 商談 with the days of their steps, what was handed over to field sales, and what was promised with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await opportunityTable(db);
  await handoverTables(db);
  // Whoever had an appointment before has a 商談 too, under their own uid.
  await sql`insert into opportunities
      (uid, lead_id, stage, stage_on, appointment_on, met_on, accepted_on, place, criteria, override_reason, note, created_at, updated_at)
    select uid, id, 'appointment', appointment_on, appointment_on, meeting_on, accepted_on, '', '{"n":0,"met":[]}', '', '', updated_at, updated_at
    from leads where stage = 'converted' and appointment_on is not null and merged_into_id is null
    order by id`.execute(db);
}

async function opportunityTable(db: Kysely<unknown>): Promise<void> {
  await table(db, 'opportunities')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .addColumn('stage', 'text', c => c.notNull())
    .addColumn('stage_on', 'text', c => c.notNull())
    .addColumn('appointment_on', 'text', c => c.notNull())
    .addColumn('met_on', 'text')
    .addColumn('accepted_on', 'text')
    .addColumn('meeting_on', 'text')
    .addColumn('meeting_at', 'text')
    .addColumn('place', 'text', c => c.notNull())
    .addColumn('amount', 'integer')
    .addColumn('lost_reason', 'text')
    .addColumn('criteria', 'text', c => c.notNull())
    .addColumn('override_reason', 'text', c => c.notNull())
    .addColumn('note', 'text', c => c.notNull())
    .addColumn('created_at', 'text', c => c.notNull())
    .addColumn('updated_at', 'text', c => c.notNull())
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('opportunities');
  await index('opportunities_lead').columns(['lead_id', 'stage']).execute();
  await index('opportunities_stage').columns(['stage', 'stage_on', 'id', 'lead_id']).execute();
}

async function handoverTables(db: Kysely<unknown>): Promise<void> {
  const member = 'members.id';
  await table(db, 'handovers')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('opportunity_id', 'integer', c =>
      c.notNull().references('opportunities.id').onDelete('cascade'),
    )
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .addColumn('from_id', 'integer', c => c.references(member).onDelete('set null'))
    .addColumn('to_id', 'integer', c => c.references(member).onDelete('set null'))
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('card', 'text', c => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('answered_on', 'text')
    .addColumn('reason', 'text')
    .addColumn('until_on', 'text')
    .addColumn('note', 'text', c => c.notNull())
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('handovers');
  await index('handovers_opportunity').columns(['opportunity_id', 'id']).execute();
  await index('handovers_lead').column('lead_id').execute();
  await index('handovers_made').columns(['made_at', 'id']).execute();
  await index('handovers_waiting')
    .columns(['to_id', 'made_at', 'id', 'lead_id'])
    .where(sql.ref('answer'), 'is', null)
    .execute();
  await table(db, 'opportunity_tasks')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('opportunity_id', 'integer', c =>
      c.notNull().references('opportunities.id').onDelete('cascade'),
    )
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('due_on', 'text', c => c.notNull())
    .addColumn('done_on', 'text')
    .execute();
  const tasks = (name: string) => db.schema.createIndex(name).on('opportunity_tasks');
  await tasks('opportunity_tasks_of').columns(['opportunity_id', 'id']).execute();
  await tasks('opportunity_tasks_lead').column('lead_id').execute();
}
