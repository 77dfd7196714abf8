import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { resultOfRow } from './row-result.ts';

export async function findImportId(db: ReadDb, uid: string): Promise<number | undefined> {
  return (await db.selectFrom('imports').select('id').where('uid', '=', uid).executeTakeFirst())?.id;
}

/** Fields of the chosen leads that are printed. */
export async function listPrintFields(db: ReadDb, ids: readonly number[]) {
  const rows = await inChunks(ids, async chunk => await printFields(db, chunk));
  return new Map(rows.map(row => [row.id, row]));
}

const printFields = async (db: ReadDb, ids: readonly number[]) =>
  await db
    .selectFrom('leads')
    .select([
      'id',
      'uid',
      'company_name',
      'branch',
      'department',
      'title',
      'name',
      'kana',
      'phone',
      'band',
      'total',
      'channel',
      'event_name',
      'acquired_on',
      'next_kind',
      'next_on',
      'next_at',
      'cools_on',
    ])
    .where('id', 'in', ids)
    .execute();

/** Numbers of the chosen leads, without fax, in the order of the card. */
export async function listNumbers(db: ReadDb, ids: readonly number[]) {
  const rows = await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('contact_points')
        .select(['lead_id', 'kind', 'value', 'key', 'ext'])
        .where('lead_id', 'in', chunk)
        .where('kind', 'in', ['main', 'direct', 'department', 'mobile', 'other'])
        .orderBy('position')
        .orderBy('id')
        .execute(),
  );
  return Map.groupBy(rows, row => row.lead_id);
}

/** Rows of lists with what is known of their people now, and the result that was recorded from them. */
const listRows = (db: ReadDb) =>
  db
    .selectFrom('call_list_rows')
    .leftJoin('leads', 'leads.id', 'call_list_rows.lead_id')
    .leftJoin('companies', 'companies.id', 'leads.company_id')
    .leftJoin('members', 'members.id', 'call_list_rows.caller_id')
    .leftJoin('events', resultOfRow)
    .leftJoin('operations', 'operations.id', 'events.operation_id')
    .select([
      'operations.uid as operation_uid',
      'operations.kind as operation_kind',
      'call_list_rows.uid',
      'call_list_rows.position',
      'call_list_rows.snapshot',
      'leads.uid as lead_uid',
      'leads.trashed_at',
      'leads.stage',
      'leads.do_not_call',
      'leads.phone',
      'companies.kind as company_kind',
      'members.name as caller_name',
      'events.data as call_data',
      'events.occurred_at as call_at',
    ]);

export const listRowsOf = async (db: ReadDb, listId: number) =>
  await listRows(db)
    .where('call_list_rows.list_id', '=', listId)
    .orderBy('call_list_rows.position')
    .execute();

/** Rows by uid, with the list they stand on. */
export const listRowsByUid = async (db: ReadDb, uids: readonly string[]) =>
  await inChunks(
    uids,
    async chunk =>
      await listRows(db)
        .innerJoin('call_lists', 'call_lists.id', 'call_list_rows.list_id')
        .select([
          'call_list_rows.lead_id',
          'call_list_rows.caller_id',
          'call_lists.serial',
          'call_lists.rule',
          'call_lists.created_at',
          'events.uid as call_uid',
        ])
        .where('call_list_rows.uid', 'in', chunk)
        .execute(),
  );

export type StoredListRow = Awaited<ReturnType<typeof listRowsOf>>[number];

export async function findListRow(db: ReadDb, uid: string): Promise<{ leadId: number | null } | undefined> {
  const row = await db
    .selectFrom('call_list_rows')
    .select('lead_id')
    .where('uid', '=', uid)
    .executeTakeFirst();
  return row && { leadId: row.lead_id };
}

/** What recording outcomes starts from. */
export const listCalledLeads = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(ids, async chunk => await calledLeads(db, chunk).execute());

export const findCalledLead = async (db: ReadDb, id: number) =>
  await calledLeads(db, [id]).executeTakeFirstOrThrow();

const calledLeads = (db: ReadDb, ids: readonly number[]) =>
  db
    .selectFrom('leads')
    .select(['id', 'band', 'phone', 'email', 'consent_basis', 'appointment_on', 'next_kind', 'next_on'])
    .where('id', 'in', ids);

/** The rows of these leads on any list. */
export const listRowsOfLeads = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('call_list_rows')
        .innerJoin('call_lists', 'call_lists.id', 'call_list_rows.list_id')
        .select([
          'call_list_rows.id',
          'call_list_rows.snapshot',
          'call_lists.serial',
          'call_lists.printed_at as printedAt',
        ])
        .where('call_list_rows.lead_id', 'in', chunk)
        .execute(),
  );

export async function updateSnapshots(
  tx: WriteTx,
  rows: readonly { id: number; lead_id: number | null; snapshot: string }[],
): Promise<void> {
  tx.touch('call_list_rows');
  await tx.bulk.update('call_list_rows', rows);
}
