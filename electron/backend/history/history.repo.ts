import type { ReadDb, StoredRow, UidTable } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import { holdsAny, namesAny, sweep } from '#electron/backend/db/sweep.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Operation } from '#shared/contract/history.ts';
import type { Instant } from '#shared/domain/base/days.ts';

export interface ChangeRow {
  table: UidTable;
  uid: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}
type StoredOperation = Operation & { id: number };

const operations = (db: ReadDb) =>
  db
    .selectFrom('operations')
    .leftJoin('members', 'members.id', 'operations.member_id')
    .select([
      'operations.id',
      'operations.uid',
      'operations.kind',
      'operations.data',
      'operations.recorded_at',
      'operations.undoable',
      'operations.undone_by_id',
      'members.name',
    ]);

type OperationRow = Awaited<ReturnType<ReturnType<typeof operations>['execute']>>[number];

const toOperation = (row: OperationRow): StoredOperation => ({
  id: row.id,
  uid: row.uid,
  kind: row.kind,
  data: JSON.parse(row.data) as Record<string, unknown>,
  memberName: row.name,
  recordedAt: row.recorded_at,
  undoable: row.undoable === 1,
  undone: row.undone_by_id !== null,
});

/** Newest first. */
export async function listOperations(db: ReadDb, limit: number): Promise<StoredOperation[]> {
  return (await operations(db).orderBy('operations.id', 'desc').limit(limit).execute()).map(toOperation);
}

export async function findOperation(db: ReadDb, uid: string): Promise<StoredOperation | undefined> {
  const row = await operations(db).where('operations.uid', '=', uid).executeTakeFirst();
  return row && toOperation(row);
}

/** Operations that are part of another one and still stand, newest first. */
export async function listParts(db: ReadDb, uid: string): Promise<number[]> {
  const rows = await db
    .selectFrom('operations')
    .select('id')
    .where('undone_by_id', 'is', null)
    .where('undoable', '=', 1)
    .where('data', 'like', `%"partOf":"${uid}"%`)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(row => row.id);
}

export async function findNewestUndoable(db: ReadDb): Promise<StoredOperation | undefined> {
  const row = await operations(db)
    .where('operations.undoable', '=', 1)
    .where('operations.undone_by_id', 'is', null)
    .orderBy('operations.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toOperation(row);
}

/** Changes read at a time: a big import has several hundred thousand. */
const PAGE = 500;

/** The changes of an operation, newest first: the order in which undo takes them back. Page after page. */
export async function* changePages(db: ReadDb, operationId: number): AsyncGenerator<ChangeRow[], void, void> {
  const query = db
    .selectFrom('changes')
    .select(['id', 'table_name', 'row_uid', 'before'])
    // What was inserted is told by its uid alone.
    .select(eb => eb.case().when('before', 'is not', null).then(eb.ref('after')).end().as('after'))
    .where('operation_id', '=', operationId)
    .orderBy('id', 'desc')
    .limit(PAGE);
  for (let last: number | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof query.execute>> = await (last === null
      ? query
      : query.where('id', '<', last)
    ).execute();
    yield rows.map(row => ({
      table: row.table_name as UidTable,
      uid: row.row_uid,
      before: row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>),
      after: row.after === null ? null : (JSON.parse(row.after) as Record<string, unknown>),
    }));
    const oldest = rows.at(-1)?.id;
    if (oldest === undefined || rows.length < PAGE) return;
    last = oldest;
  }
}

/** What was done to these rows, oldest first. */
export const listChangesOf = async (db: ReadDb, table: UidTable, uids: readonly string[]) =>
  await inChunks(
    uids,
    async chunk =>
      await db
        .selectFrom('changes')
        .innerJoin('operations', 'operations.id', 'changes.operation_id')
        .select(['changes.row_uid as uid', 'changes.before', 'operations.recorded_at as at'])
        .where('changes.row_uid', 'in', chunk)
        .where('changes.table_name', '=', table)
        .orderBy('changes.id')
        .execute(),
  );

/** Changes of one field of a row that nobody has taken back, oldest first. The field is a column's name, never input. */
export const listChangesOfField = async (db: ReadDb, table: UidTable, uid: string, field: string) =>
  await db
    .selectFrom('changes')
    .innerJoin('operations', 'operations.id', 'changes.operation_id')
    .select([
      'operations.uid as operationUid',
      'operations.kind',
      'operations.member_id as memberId',
      'operations.recorded_at as at',
      'changes.before',
      'changes.after',
    ])
    .where('changes.row_uid', '=', uid)
    .where('changes.table_name', '=', table)
    .where('changes.before', 'like', `%"${field}":%`)
    .where('changes.after', 'is not', null)
    .where('operations.undone_by_id', 'is', null)
    .where('operations.kind', '!=', 'history.undo')
    .orderBy('changes.id')
    .execute();

/** What was done to rows of a table that were there before, since an instant, oldest first; after `afterId`. */
export const listChangesSince = async (
  db: ReadDb,
  table: UidTable,
  since: Instant,
  { afterId, limit }: { afterId: number; limit: number },
) =>
  await db
    .selectFrom('operations')
    .innerJoin('changes', 'changes.operation_id', 'operations.id')
    .select(['changes.id', 'changes.row_uid as uid', 'changes.before'])
    .where('operations.recorded_at', '>=', since)
    .where('changes.table_name', '=', table)
    .where('changes.before', 'is not', null)
    .where('changes.id', '>', afterId)
    .orderBy('changes.id')
    .limit(limit)
    .execute();

/** Leads an operation made that something else happened to since: a later event, mail, list row or change. */
export async function listUsedSince(tx: WriteTx, operationId: number): Promise<Set<number>> {
  const used = new Set<number>();
  for (let last = 0; ; ) {
    const made = await tx.read
      .selectFrom('changes')
      .select(['id', 'row_uid'])
      .where('operation_id', '=', operationId)
      .where('table_name', '=', 'leads')
      .where('before', 'is', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const uids = made.map(row => row.row_uid);
    if (uids.length > 0) for (const { id } of await usedAmong(tx.read, uids, operationId)) used.add(id);
    const newest = made.at(-1)?.id;
    if (newest === undefined || made.length < PAGE) return used;
    last = newest;
    await tx.breathe();
  }
}

async function usedAmong(
  db: ReadDb,
  uids: readonly string[],
  operationId: number,
): Promise<{ id: number }[]> {
  const byEvent = await db
    .selectFrom('leads')
    .innerJoin('events', 'events.lead_id', 'leads.id')
    .select('leads.id')
    .where('leads.uid', 'in', uids)
    .where('events.retracted_by_id', 'is', null)
    .where('events.source', '=', 'user')
    .where(eb => eb.or([eb('events.operation_id', 'is', null), eb('events.operation_id', '!=', operationId)]))
    .execute();
  const byMail = await db
    .selectFrom('leads')
    .innerJoin('enrollments', 'enrollments.lead_id', 'leads.id')
    .select('leads.id')
    .where('leads.uid', 'in', uids)
    .execute();
  const byChange = await db
    .selectFrom('changes')
    .innerJoin('operations', 'operations.id', 'changes.operation_id')
    .innerJoin('leads', 'leads.uid', 'changes.row_uid')
    .select('leads.id')
    .where('changes.row_uid', 'in', uids)
    .where('changes.table_name', '=', 'leads')
    .where('changes.operation_id', '>', operationId)
    .where('operations.undone_by_id', 'is', null)
    .where('operations.kind', '!=', 'history.undo')
    .execute();
  return [...byEvent, ...byMail, ...byChange];
}

export async function markUndone(tx: WriteTx, operationId: number): Promise<void> {
  await tx.db
    .updateTable('operations')
    .set({ undone_by_id: tx.operationId })
    .where('id', '=', operationId)
    .execute();
}

/** The newest line by which something removed this row, with the row as it was then. */
export async function findRemoval(
  tx: WriteTx,
  table: UidTable,
  uid: string,
): Promise<{ id: number; before: Record<string, unknown> } | undefined> {
  const row = await tx.read
    .selectFrom('changes')
    .select(['id', 'before'])
    .where('row_uid', '=', uid)
    .where('table_name', '=', table)
    .where('after', 'is', null)
    .where('before', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.before ? { id: row.id, before: JSON.parse(row.before) as Record<string, unknown> } : undefined;
}

/** Puts right what a removed row would come back as. */
export async function amendRemoval(tx: WriteTx, id: number, before: Record<string, unknown>): Promise<void> {
  await tx.db
    .updateTable('changes')
    .set({ before: JSON.stringify(before) })
    .where('id', '=', id)
    .execute();
}

/** The rows as they are now. The table name comes from `changes`, where only our own write helper puts it. */
export async function findRows(tx: WriteTx, table: UidTable, uids: readonly string[]): Promise<StoredRow[]> {
  const source = tx.read.selectFrom(table).selectAll();
  const rows = await inChunks(uids, async chunk => await source.where('uid', 'in', chunk).execute());
  return rows.filter((row): row is typeof row & { uid: string } => row.uid !== null);
}

/** Those of the companies that somebody still belongs to: people of other operations keep them. */
export async function listUsedCompanies(db: ReadDb, companyIds: readonly number[]): Promise<Set<number>> {
  const rows = await inChunks(companyIds, async chunk => [
    ...(await db.selectFrom('leads').select('company_id').where('company_id', 'in', chunk).execute()),
    ...(await db.selectFrom('affiliations').select('company_id').where('company_id', 'in', chunk).execute()),
  ]);
  return new Set(rows.flatMap(row => row.company_id ?? []));
}

/** Which numbers some row of the table has: SQLite gives the highest one again after its row was removed. */
export async function listTakenIds(
  tx: WriteTx,
  table: UidTable,
  ids: readonly number[],
): Promise<Set<number>> {
  const source = tx.read.selectFrom(table).select('id');
  const rows = await inChunks(ids, async chunk => await source.where('id', 'in', chunk).execute());
  return new Set(rows.map(row => row.id));
}

/** Removes what is kept about the changes of these rows. */
export async function removeChangesOf(tx: WriteTx, uids: readonly string[]): Promise<void> {
  await inChunks(
    uids,
    async chunk => await tx.db.deleteFrom('changes').where('row_uid', 'in', chunk).execute(),
  );
}

export async function removeChanges(tx: WriteTx, ids: readonly number[]): Promise<void> {
  await inChunks(ids, async chunk => await tx.db.deleteFrom('changes').where('id', 'in', chunk).execute());
}

/** Changes of rows that belonged to these leads, removed since or not. */
export const listChangesAbout = async (tx: WriteTx, leadIds: readonly number[]): Promise<number[]> =>
  await sweep(tx, 'changes', namesAny(['before', 'after'], ['lead_id', 'other_id'], leadIds));

/** Operations whose parameters hold one of these texts. */
export const listNaming = async (tx: WriteTx, texts: readonly string[]): Promise<number[]> =>
  await sweep(tx, 'operations', holdsAny(['data'], texts));

export const listOperationData = async (
  db: ReadDb,
  ids: readonly number[],
): Promise<{ id: number; data: string }[]> =>
  await inChunks(
    ids,
    async chunk =>
      await db.selectFrom('operations').select(['id', 'data']).where('id', 'in', chunk).execute(),
  );

export async function setOperationData(tx: WriteTx, id: number, data: string): Promise<void> {
  await tx.db.updateTable('operations').set({ data }).where('id', '=', id).execute();
}
