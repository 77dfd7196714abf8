import { type Kysely, sql } from 'kysely';
import { isSqlite, keyedTable, table } from './dialect.ts';

/** The mechanisms every domain uses (operations, changes, events, versions, settings) and the people who act. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keyedTable(db, 'settings')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('value', 'text', c => c.notNull())
    .execute();
  await table(db, 'members')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('roles', 'text', c => c.notNull())
    .addColumn('active', 'integer', c => c.notNull())
    .execute();
  await table(db, 'operations')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('data', 'text', c => c.notNull())
    .addColumn('member_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .addColumn('recorded_at', 'text', c => c.notNull())
    .addColumn('undoable', 'integer', c => c.notNull())
    .addColumn('undone_by_id', 'integer', c => c.references('operations.id'))
    .execute();
  await table(db, 'changes')
    .addColumn('operation_id', 'integer', c => c.notNull().references('operations.id'))
    .addColumn('table_name', 'text', c => c.notNull())
    .addColumn('row_uid', 'text', c => c.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await db.schema.createIndex('changes_operation').on('changes').columns(['operation_id', 'id']).execute();
  await db.schema.createIndex('changes_row').on('changes').columns(['row_uid', 'table_name']).execute();
  await table(db, 'versions')
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('key', 'text', c => c.notNull())
    .addColumn('n', 'integer', c => c.notNull())
    .addColumn('data', 'text', c => c.notNull())
    .addColumn('active_from_on', 'text', c => c.notNull())
    .addColumn('member_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .addColumn('note', 'text', c => c.notNull())
    .addColumn('recorded_at', 'text', c => c.notNull())
    .addUniqueConstraint('versions_once', ['kind', 'key', 'n'])
    .execute();
  await leadTables(db);
  await eventTable(db);
  if (isSqlite(db))
    await sql`create virtual table lead_search using fts5(pieces, content='', contentless_delete=1, tokenize='ascii')`.execute(
      db,
    );
}

async function leadTables(db: Kysely<unknown>): Promise<void> {
  await table(db, 'companies')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('name_kana', 'text', c => c.notNull())
    .addColumn('strict_key', 'text', c => c.notNull())
    .addColumn('loose_key', 'text', c => c.notNull())
    .addColumn('domain', 'text')
    .addColumn('phone_key', 'text')
    .addColumn('address_key', 'text')
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('industry', 'text')
    .addColumn('employees_min', 'integer')
    .addColumn('employees_max', 'integer')
    .addColumn('created_at', 'text', c => c.notNull())
    .addColumn('updated_at', 'text', c => c.notNull())
    .execute();
  await db.schema.createIndex('companies_strict').on('companies').column('strict_key').execute();
  await db.schema.createIndex('companies_loose').on('companies').column('loose_key').execute();
  await leadTable(db);
  await table(db, 'affiliations')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('lead_id', 'integer', c => c.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('company_id', 'integer', c => c.references('companies.id').onDelete('set null'))
    .addColumn('company_name', 'text', c => c.notNull())
    .addColumn('branch', 'text', c => c.notNull())
    .addColumn('department', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('from_on', 'text')
    .execute();
  await db.schema.createIndex('affiliations_lead').on('affiliations').column('lead_id').execute();
  await db.schema.createIndex('affiliations_company').on('affiliations').column('company_id').execute();
  await table(db, 'contact_points')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('lead_id', 'integer', c => c.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('value', 'text', c => c.notNull())
    .addColumn('key', 'text', c => c.notNull())
    .addColumn('ext', 'text', c => c.notNull())
    .addColumn('is_role', 'integer', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .execute();
  await db.schema.createIndex('contact_points_lead').on('contact_points').column('lead_id').execute();
  await db.schema.createIndex('contact_points_key').on('contact_points').columns(['key', 'kind']).execute();
  await table(db, 'lead_tags')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('lead_id', 'integer', c => c.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('tag', 'text', c => c.notNull())
    .addUniqueConstraint('lead_tags_once', ['lead_id', 'tag'])
    .execute();
  await keyedTable(db, 'lead_aliases')
    .addColumn('uid', 'text', c => c.primaryKey())
    .addColumn('lead_id', 'integer', c => c.notNull().references('leads.id').onDelete('cascade'))
    .execute();
}

async function leadTable(db: Kysely<unknown>): Promise<void> {
  let t = table(db, 'leads')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('company_id', 'integer', c => c.references('companies.id').onDelete('set null'));
  for (const name of [
    'company_name',
    'branch',
    'name',
    'name_key',
    'last_name',
    'first_name',
    'last_key',
  ] as const)
    t = t.addColumn(name, 'text', c => c.notNull());
  for (const name of [
    'kana',
    'department',
    'title',
    'email',
    'phone',
    'postal_code',
    'prefecture',
    'address',
  ] as const)
    t = t.addColumn(name, 'text', c => c.notNull());
  for (const name of ['url', 'memo', 'channel', 'event_name', 'acquired_on', 'consent_basis'] as const)
    t = t.addColumn(name, 'text', c => c.notNull());
  t = t
    .addColumn('department_function', 'text')
    .addColumn('title_rank', 'integer')
    .addColumn('owner_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .addColumn('import_id', 'integer')
    .addColumn('external_id', 'text')
    .addColumn('do_not_call', 'integer', c => c.notNull())
    .addColumn('stage', 'text', c => c.notNull())
    .addColumn('next_kind', 'text', c => c.notNull())
    .addColumn('next_on', 'text')
    .addColumn('next_at', 'text')
    .addColumn('next_reason', 'text')
    .addColumn('fit', 'integer', c => c.notNull())
    .addColumn('engagement', 'integer', c => c.notNull())
    .addColumn('total', 'integer', c => c.notNull())
    .addColumn('band', 'text', c => c.notNull())
    .addColumn('cools_on', 'text')
    .addColumn('next_change_on', 'text')
    .addColumn('scored_on', 'text')
    .addColumn('rules_n', 'integer')
    .addColumn('appointment_on', 'text')
    .addColumn('meeting_on', 'text')
    .addColumn('accepted_on', 'text')
    .addColumn('trashed_at', 'text')
    .addColumn('created_at', 'text', c => c.notNull())
    .addColumn('updated_at', 'text', c => c.notNull());
  await t
    .addCheckConstraint(
      'leads_next_action',
      sql`(next_kind = 'none' and next_reason is not null) or (next_kind <> 'none' and next_on is not null)`,
    )
    .execute();
  await leadIndexes(db);
}

async function leadIndexes(db: Kysely<unknown>): Promise<void> {
  // Rank first, then points: explicit interest makes a lead hot whatever its points.
  await db.schema
    .createIndex('leads_rank')
    .on('leads')
    .expression(sql`(case band when 'hot' then 0 when 'mid' then 1 else 2 end)`)
    .columns(['total desc', 'id', 'trashed_at'])
    .execute();
  await db.schema
    .createIndex('leads_band')
    .on('leads')
    .columns(['band', 'total desc', 'id', 'trashed_at'])
    .execute();
  await db.schema.createIndex('leads_next').on('leads').columns(['next_on', 'id']).execute();
  await db.schema.createIndex('leads_company').on('leads').column('company_id').execute();
  await db.schema.createIndex('leads_name').on('leads').column('name_key').execute();
  await db.schema.createIndex('leads_import').on('leads').column('import_id').execute();
  await db.schema.createIndex('leads_external').on('leads').column('external_id').execute();
  await db.schema.createIndex('leads_change').on('leads').column('next_change_on').execute();
  await db.schema
    .createIndex('leads_acquired')
    .on('leads')
    .columns(['acquired_on', 'appointment_on'])
    .execute();
}

async function eventTable(db: Kysely<unknown>): Promise<void> {
  await table(db, 'events')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .addColumn('member_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .addColumn('occurred_on', 'text', c => c.notNull())
    .addColumn('occurred_at', 'text')
    .addColumn('recorded_at', 'text', c => c.notNull())
    .addColumn('source', 'text', c => c.notNull())
    .addColumn('dedupe_key', 'text', c => c.notNull().unique())
    .addColumn('data', 'text', c => c.notNull())
    .addColumn('operation_id', 'integer', c => c.references('operations.id'))
    .addColumn('retracted_by_id', 'integer', c => c.references('operations.id'))
    .execute();
  await db.schema.createIndex('events_lead').on('events').columns(['lead_id', 'occurred_on']).execute();
  await db.schema.createIndex('events_kind').on('events').columns(['kind', 'occurred_on']).execute();
  await db.schema.createIndex('events_operation').on('events').column('operation_id').execute();
}
