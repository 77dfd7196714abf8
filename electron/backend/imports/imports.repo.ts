import { type Selectable, sql } from 'kysely';
import type { PatchOf, ReadDb, RowOf } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import { holdsAny, sweep } from '#electron/backend/db/sweep.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';

export async function insertImport(tx: WriteTx, row: RowOf<'imports'>): Promise<number> {
  tx.touch('imports');
  const [id] = await tx.bulk.insert('imports', [row]);
  if (id === undefined) throw new Error('the import was not stored');
  return id;
}

/** The counts of an import, once they are known. */
export async function setCounts(tx: WriteTx, importId: number, counts: PatchOf<'imports'>): Promise<void> {
  await tx.db.updateTable('imports').set(counts).where('id', '=', importId).execute();
}

export async function insertImportRows(tx: WriteTx, rows: readonly RowOf<'import_rows'>[]): Promise<void> {
  tx.touch('import_rows');
  await tx.bulk.insert('import_rows', rows);
}

export type StoredImport = Selectable<Schema['imports']> & {
  operation_uid: string | null;
  undone_by_id: number | null;
};

const select = (db: ReadDb) =>
  db
    .selectFrom('imports')
    .leftJoin('operations', 'operations.id', 'imports.operation_id')
    .selectAll('imports')
    .select(['operations.uid as operation_uid', 'operations.undone_by_id']);

/** Newest first. */
export const listStoredImports = async (db: ReadDb): Promise<StoredImport[]> =>
  await select(db).orderBy('imports.id', 'desc').execute();

export const findStoredImport = async (db: ReadDb, uid: string): Promise<StoredImport | undefined> =>
  await select(db).where('imports.uid', '=', uid).executeTakeFirst();

/** The newest import of a file with these bytes that was not taken back. */
export const findImportOfFile = async (db: ReadDb, sha256: string): Promise<StoredImport | undefined> =>
  await select(db)
    .where('imports.file_sha256', '=', sha256)
    .where('operations.undone_by_id', 'is', null)
    .orderBy('imports.id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Changes whenever an operation or a lead was added: what was matched before must be matched again. */
export async function findStamp(db: ReadDb): Promise<string> {
  const row = await db
    .selectNoFrom(eb => [
      eb
        .selectFrom('operations')
        .select(({ fn }) => fn.max('id').as('n'))
        .as('operation'),
      eb
        .selectFrom('leads')
        .select(({ fn }) => fn.max('id').as('n'))
        .as('lead'),
    ])
    .executeTakeFirst();
  return `${row?.operation ?? 0} ${row?.lead ?? 0}`;
}

export async function listRowIdsOfLeads(db: ReadDb, leadIds: readonly number[]): Promise<number[]> {
  const rows = await inChunks(
    leadIds,
    async chunk => await db.selectFrom('import_rows').select('id').where('lead_id', 'in', chunk).execute(),
  );
  return rows.map(row => row.id);
}

/** Rows no lead was made of that hold one of these texts, as read or as corrected. */
export const listUnownedHolding = async (tx: WriteTx, texts: readonly string[]): Promise<number[]> =>
  await sweep(tx, 'import_rows', sql<boolean>`lead_id is null and ${holdsAny(['raw', 'edited'], texts)}`);

/** The uids of rows that carry one. */
export async function listRowUids(db: ReadDb, ids: readonly number[]): Promise<string[]> {
  const rows = await inChunks(
    ids,
    async chunk => await db.selectFrom('import_rows').select('uid').where('id', 'in', chunk).execute(),
  );
  return rows.flatMap(row => row.uid ?? []);
}

/** Takes the cells out of rows; line and outcome stay, so that the counts of the import still add up. */
export async function blankRows(tx: WriteTx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  tx.touch('import_rows');
  await inChunks(
    ids,
    async chunk =>
      await tx.db
        .updateTable('import_rows')
        .set({ raw: '[]', edited: null, lead_id: null })
        .where('id', 'in', chunk)
        .execute(),
  );
}
