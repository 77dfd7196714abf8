import type { ReadDb } from '#electron/backend/db/access.ts';
import type { UidTable } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Operation } from '#shared/contract/history.ts';

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

export async function findNewestUndoable(db: ReadDb): Promise<StoredOperation | undefined> {
  const row = await operations(db)
    .where('operations.undoable', '=', 1)
    .where('operations.undone_by_id', 'is', null)
    .orderBy('operations.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toOperation(row);
}

/** The changes of an operation, newest first: the order in which undo takes them back. */
export async function listChanges(db: ReadDb, operationId: number): Promise<ChangeRow[]> {
  const rows = await db
    .selectFrom('changes')
    .select(['table_name', 'row_uid', 'before', 'after'])
    .where('operation_id', '=', operationId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(row => ({
    table: row.table_name as UidTable,
    uid: row.row_uid,
    before: row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>),
    after: row.after === null ? null : (JSON.parse(row.after) as Record<string, unknown>),
  }));
}

/** Leads among these uids that something else happened to since: a later event, mail, list row or change. */
export async function listUsedSince(tx: WriteTx, operationId: number): Promise<Set<string>> {
  const db = tx.read;
  const leadUids = db
    .selectFrom('changes')
    .select('row_uid')
    .where('operation_id', '=', operationId)
    .where('table_name', '=', 'leads')
    .where('before', 'is', null);
  const [byEvent, byMail, byChange] = await Promise.all([
    db
      .selectFrom('leads')
      .innerJoin('events', 'events.lead_id', 'leads.id')
      .select('leads.uid')
      .where('leads.uid', 'in', leadUids)
      .where('events.retracted_by_id', 'is', null)
      .where('events.source', '=', 'user')
      .where(eb =>
        eb.or([eb('events.operation_id', 'is', null), eb('events.operation_id', '!=', operationId)]),
      )
      .groupBy('leads.uid')
      .execute(),
    db
      .selectFrom('leads')
      .innerJoin('enrollments', 'enrollments.lead_id', 'leads.id')
      .select('leads.uid')
      .where('leads.uid', 'in', leadUids)
      .groupBy('leads.uid')
      .execute(),
    db
      .selectFrom('changes')
      .innerJoin('operations', 'operations.id', 'changes.operation_id')
      .select('changes.row_uid as uid')
      .where('changes.row_uid', 'in', leadUids)
      .where('changes.table_name', '=', 'leads')
      .where('changes.operation_id', '>', operationId)
      .where('operations.undone_by_id', 'is', null)
      .where('operations.kind', '!=', 'history.undo')
      .groupBy('changes.row_uid')
      .execute(),
  ]);
  return new Set([...byEvent, ...byMail, ...byChange].map(row => row.uid));
}

export async function markUndone(tx: WriteTx, operationId: number): Promise<void> {
  await tx.db
    .updateTable('operations')
    .set({ undone_by_id: tx.operationId })
    .where('id', '=', operationId)
    .execute();
}

/** The row as it is now, with its id. The table name comes from `changes`, where only our own write helper puts it. */
export async function findRow(
  tx: WriteTx,
  table: UidTable,
  uid: string,
): Promise<(Record<string, unknown> & { id: number }) | undefined> {
  return await tx.read.selectFrom(table).selectAll().where('uid', '=', uid).executeTakeFirst();
}

/** True when somebody still belongs to the company: people of other operations keep it. */
export async function isCompanyUsed(db: ReadDb, companyId: number): Promise<boolean> {
  const [lead, affiliation] = await Promise.all([
    db.selectFrom('leads').select('id').where('company_id', '=', companyId).limit(1).executeTakeFirst(),
    db
      .selectFrom('affiliations')
      .select('id')
      .where('company_id', '=', companyId)
      .limit(1)
      .executeTakeFirst(),
  ]);
  return lead !== undefined || affiliation !== undefined;
}

/** Whether some row of the table has this number: SQLite gives the highest one again after its row was removed. */
export async function isIdTaken(tx: WriteTx, table: UidTable, id: number): Promise<boolean> {
  return (await tx.read.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
