import { type Kysely, sql } from 'kysely';
import { keyedTable, table } from './dialect.ts';

/** What a lead store people trust needs: pairs to look at, merged and erased people, rows that wait, companies known better. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await companyColumns(db);
  await leadColumns(db);
  await duplicateTable(db);
  // Only rows that wait for somebody carry a uid, so that their later fate can be taken back.
  await db.schema.alterTable('import_rows').addColumn('uid', 'text').execute();
  await db.schema.alterTable('import_rows').addColumn('edited', 'text').execute();
  await db.schema
    .createIndex('import_rows_uid')
    .unique()
    .on('import_rows')
    .column('uid')
    .where('uid', 'is not', null)
    .execute();
  // Undo gives back what an operation had retracted.
  await db.schema
    .createIndex('events_retracted')
    .on('events')
    .column('retracted_by_id')
    .where('retracted_by_id', 'is not', null)
    .execute();
  await db.schema
    .createIndex('import_rows_edited')
    .on('import_rows')
    .column('import_id')
    .where(sql.ref('edited'), 'is not', null)
    .execute();
  await keyedTable(db, 'erasures')
    .addColumn('lead_uid', 'text', c => c.primaryKey())
    .addColumn('erased_at', 'text', c => c.notNull())
    .addColumn('acquired_on', 'text')
    .addColumn('appointment_on', 'text')
    .addColumn('member_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .execute();
}

async function companyColumns(db: Kysely<unknown>): Promise<void> {
  const companies = () => db.schema.alterTable('companies');
  await companies().addColumn('corporate_number', 'text').execute();
  // Units of 10,000 yen, so that the largest firms fit PostgreSQL's integer.
  for (const name of ['capital_min', 'capital_max', 'sales_min', 'sales_max'] as const)
    await companies().addColumn(name, 'integer').execute();
  await db.schema
    .createIndex('companies_corporate_number')
    .on('companies')
    .column('corporate_number')
    .execute();
}

async function leadColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('leads')
    .addColumn('merged_into_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .execute();
  // The last touch is cached with the points: a list of 100,000 is sorted by it without looking at an event.
  await db.schema.alterTable('leads').addColumn('last_touch_on', 'text').execute();
  await db.schema.createIndex('leads_merged').on('leads').column('merged_into_id').execute();
  await listIndexes(db);
}

/** One index per column people sort a list by; empty texts count as nothing and stand last. */
async function listIndexes(db: Kysely<unknown>): Promise<void> {
  const index = (name: string) => db.schema.createIndex(name).on('leads');
  await index('leads_by_company')
    .expression(sql`nullif(company_name, '')`)
    .columns(['id', 'trashed_at'])
    .execute();
  await index('leads_by_name')
    .expression(sql`nullif(kana, '')`)
    .columns(['name', 'id', 'trashed_at'])
    .execute();
  await index('leads_by_phone').expression(sql`nullif(phone, '')`).columns(['id', 'trashed_at']).execute();
  await db.schema.dropIndex('leads_next').execute();
  await index('leads_next').columns(['next_on', 'id', 'trashed_at']).execute();
  await index('leads_by_acquired').columns(['acquired_on', 'id', 'trashed_at']).execute();
  await index('leads_by_kind').columns(['next_kind', 'next_on', 'id', 'trashed_at']).execute();
  await index('leads_by_touch')
    .expression(sql`coalesce(last_touch_on, acquired_on)`)
    .columns(['id', 'trashed_at'])
    .execute();
  // The trash is small: found, and left out of a search, without looking at anybody else.
  await index('leads_trash').columns(['trashed_at', 'id']).where('trashed_at', 'is not', null).execute();
  await index('leads_owner').columns(['owner_id', 'id', 'trashed_at']).execute();
}

async function duplicateTable(db: Kysely<unknown>): Promise<void> {
  await table(db, 'duplicates')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('lead_id', 'integer', c => c.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('other_id', 'integer', c => c.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('level', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('import_id', 'integer', c => c.references('imports.id').onDelete('set null'))
    .addColumn('found_at', 'text', c => c.notNull())
    .addColumn('decided_at', 'text')
    .addColumn('member_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .addUniqueConstraint('duplicates_once', ['lead_id', 'other_id'])
    .execute();
  await db.schema
    .createIndex('duplicates_state')
    .on('duplicates')
    .columns(['state', 'level', 'id'])
    .execute();
  await db.schema.createIndex('duplicates_other').on('duplicates').column('other_id').execute();
}
