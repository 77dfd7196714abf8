import type { Kysely } from 'kysely';
import { bytes, keyedTable, table } from './dialect.ts';

/** What the team works with: imports and their raw rows, call lists, sequences, outbox, suppressions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await importTables(db);
  await callTables(db);
  await mailTables(db);
  await outboxTables(db);
}

async function importTables(db: Kysely<unknown>): Promise<void> {
  let t = table(db, 'imports')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('operation_id', 'integer', c => c.references('operations.id'));
  for (const name of [
    'file_name',
    'file_sha256',
    'reading',
    'channel',
    'event_name',
    'consent_basis',
  ] as const)
    t = t.addColumn(name, 'text', c => c.notNull());
  for (const name of [
    'file_size',
    'rows_read',
    'rows_new',
    'rows_filled',
    'rows_updated',
    'rows_asked',
  ] as const)
    t = t.addColumn(name, 'integer', c => c.notNull());
  await t
    .addColumn('rows_set_aside', 'integer', c => c.notNull())
    .addColumn('rows_blank', 'integer', c => c.notNull())
    .addColumn('rows_unchanged', 'integer', c => c.notNull())
    .addColumn('met_on', 'text')
    .addColumn('finished_at', 'text', c => c.notNull())
    .execute();
  await table(db, 'import_rows')
    .addColumn('import_id', 'integer', c => c.notNull().references('imports.id').onDelete('cascade'))
    .addColumn('line', 'integer', c => c.notNull())
    .addColumn('raw', 'text', c => c.notNull())
    .addColumn('outcome', 'text', c => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .execute();
  await db.schema
    .createIndex('import_rows_import')
    .on('import_rows')
    .columns(['import_id', 'outcome'])
    .execute();
  await db.schema.createIndex('import_rows_lead').on('import_rows').column('lead_id').execute();
}

async function callTables(db: Kysely<unknown>): Promise<void> {
  await table(db, 'call_lists')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('serial', 'integer', c => c.notNull().unique())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('import_id', 'integer', c => c.references('imports.id').onDelete('set null'))
    .addColumn('week_on', 'text', c => c.notNull())
    .addColumn('rule', 'text', c => c.notNull())
    .addColumn('rules_n', 'integer', c => c.notNull())
    .addColumn('excluded', 'text', c => c.notNull())
    .addColumn('created_at', 'text', c => c.notNull())
    .addColumn('printed_at', 'text')
    .execute();
  await table(db, 'call_list_rows')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('list_id', 'integer', c => c.notNull().references('call_lists.id').onDelete('cascade'))
    .addColumn('caller_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'))
    .addColumn('snapshot', 'text', c => c.notNull())
    .execute();
  await db.schema
    .createIndex('call_list_rows_list')
    .on('call_list_rows')
    .columns(['list_id', 'position'])
    .execute();
  await db.schema.createIndex('call_list_rows_lead').on('call_list_rows').column('lead_id').execute();
}

async function mailTables(db: Kysely<unknown>): Promise<void> {
  await keyedTable(db, 'suppressions')
    .addColumn('address_key', 'text', c => c.primaryKey())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('source', 'text', c => c.notNull())
    .addColumn('since_at', 'text', c => c.notNull())
    .addColumn('member_id', 'integer', c => c.references('members.id').onDelete('set null'))
    .execute();
  await table(db, 'mail_accounts')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('from_name', 'text', c => c.notNull())
    .addColumn('from_address', 'text', c => c.notNull())
    .addColumn('host', 'text', c => c.notNull())
    .addColumn('port', 'integer', c => c.notNull())
    .addColumn('security', 'text', c => c.notNull())
    .addColumn('user_name', 'text', c => c.notNull())
    .addColumn('sealed_secret', 'text')
    .addColumn('paused_until_at', 'text')
    .addColumn('pause_reason', 'text')
    .execute();
  await table(db, 'practice_mails')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('received_at', 'text', c => c.notNull())
    .addColumn('envelope_from', 'text', c => c.notNull())
    .addColumn('envelope_to', 'text', c => c.notNull())
    .addColumn('raw', bytes(db), c => c.notNull())
    .execute();
}

async function outboxTables(db: Kysely<unknown>): Promise<void> {
  await table(db, 'enrollments')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('lead_id', 'integer', c => c.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('sequence_key', 'text', c => c.notNull())
    .addColumn('sequence_n', 'integer', c => c.notNull())
    .addColumn('status', 'text', c => c.notNull())
    .addColumn('stop_reason', 'text')
    .addColumn('enrolled_at', 'text', c => c.notNull())
    .addColumn('operation_id', 'integer', c => c.references('operations.id'))
    .execute();
  await db.schema
    .createIndex('enrollments_lead')
    .on('enrollments')
    .columns(['lead_id', 'sequence_key'])
    .execute();
  let t = table(db, 'outbox')
    .addColumn('uid', 'text', c => c.notNull().unique())
    .addColumn('idem_key', 'text', c => c.notNull().unique())
    .addColumn('account_id', 'integer', c => c.references('mail_accounts.id'))
    .addColumn('enrollment_id', 'integer', c => c.references('enrollments.id').onDelete('set null'))
    .addColumn('lead_id', 'integer', c => c.references('leads.id').onDelete('set null'));
  for (const name of ['kind', 'address', 'address_key', 'subject', 'state'] as const)
    t = t.addColumn(name, 'text', c => c.notNull());
  for (const name of ['raw_sha256', 'expires_at', 'next_try_at', 'reason', 'accepted_at'] as const)
    t = t.addColumn(name, 'text');
  await t
    .addColumn('message_id', 'text', c => c.unique())
    .addColumn('step_no', 'integer', c => c.notNull())
    .addColumn('raw', bytes(db))
    .addColumn('not_before_at', 'text', c => c.notNull())
    .addColumn('attempt_no', 'integer', c => c.notNull())
    .addColumn('rev', 'integer', c => c.notNull())
    .addColumn('created_at', 'text', c => c.notNull())
    .execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'not_before_at']).execute();
  await db.schema.createIndex('outbox_address').on('outbox').columns(['address_key', 'state']).execute();
  await db.schema.createIndex('outbox_lead').on('outbox').column('lead_id').execute();
  await db.schema
    .createIndex('outbox_enrollment')
    .on('outbox')
    .columns(['enrollment_id', 'step_no'])
    .execute();
  await table(db, 'mail_attempts')
    .addColumn('outbox_id', 'integer', c => c.notNull().references('outbox.id').onDelete('cascade'))
    .addColumn('n', 'integer', c => c.notNull())
    .addColumn('epoch', 'text', c => c.notNull())
    .addColumn('started_at', 'text', c => c.notNull())
    .addColumn('phase', 'text', c => c.notNull())
    .addColumn('body_started_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('reply_code', 'integer')
    .addColumn('reply_text', 'text')
    .addColumn('error_code', 'text')
    .addUniqueConstraint('mail_attempts_once', ['outbox_id', 'n'])
    .execute();
}
