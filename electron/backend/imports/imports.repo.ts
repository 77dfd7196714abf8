import type { Selectable } from 'kysely';
import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';

export async function insertImport(tx: WriteTx, row: RowOf<'imports'>): Promise<number> {
  tx.touch('imports');
  const [id] = await tx.bulk.insert('imports', [row]);
  if (id === undefined) throw new Error('the import was not stored');
  return id;
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
