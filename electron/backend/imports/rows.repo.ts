import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Outcome } from '#shared/domain/imports/plan.ts';

/** A row of an import as it came in, and what somebody made of it since. */
export interface StoredRow {
  id: number;
  line: number;
  /** JSON: the cells of the file. */
  raw: string;
  reason: string | null;
  outcome: string;
  uid: string | null;
  /** JSON: the cells as corrected, and what the row was before. */
  edited: string | null;
  lead_uid: string | null;
}

const select = (db: ReadDb, importId: number) =>
  db
    .selectFrom('import_rows as r')
    .leftJoin('leads', 'leads.id', 'r.lead_id')
    .select([
      'r.id',
      'r.line',
      'r.raw',
      'r.reason',
      'r.outcome',
      'r.uid',
      'r.edited',
      'leads.uid as lead_uid',
    ])
    .where('r.import_id', '=', importId);

/** One window of the rows with an outcome, in the order of the file. */
export const listRowsOf = async (
  db: ReadDb,
  importId: number,
  outcome: string,
  window: { offset: number; limit: number },
): Promise<StoredRow[]> =>
  await select(db, importId)
    .where('r.outcome', '=', outcome)
    .orderBy('r.line')
    .orderBy('r.id')
    .offset(window.offset)
    .limit(window.limit)
    .execute();

export async function countRowsOf(db: ReadDb, importId: number, outcome: string): Promise<number> {
  const row = await db
    .selectFrom('import_rows')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('import_id', '=', importId)
    .where('outcome', '=', outcome)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Rows that still wait for somebody, by their lines. */
export const listWaitingRows = async (
  db: ReadDb,
  importId: number,
  lines: readonly number[],
): Promise<StoredRow[]> =>
  await select(db, importId)
    .where('r.outcome', 'in', ['setAside', 'blank', 'asked'])
    .where('r.uid', 'is not', null)
    .where('r.line', 'in', lines)
    .orderBy('r.line')
    .orderBy('r.id')
    .execute();

/** A row corrected since it came in: what it is now, and JSON of what it was. */
export interface EditedRow {
  import_id: number;
  outcome: Outcome;
  edited: string;
}

/** Rows corrected since they came in, of one import or of all. */
export async function listEditedRows(db: ReadDb, importId?: number): Promise<EditedRow[]> {
  const query = db
    .selectFrom('import_rows')
    .select(['import_id', 'outcome', 'edited'])
    .where('edited', 'is not', null)
    .$narrowType<{ edited: string; outcome: Outcome }>();
  return await (importId === undefined ? query : query.where('import_id', '=', importId)).execute();
}

/** Rows that brought a lead or somebody merged into it, the newest import first. */
export const listSourceRows = async (db: ReadDb, leadId: number) =>
  await db
    .selectFrom('import_rows as r')
    .innerJoin('imports', 'imports.id', 'r.import_id')
    .innerJoin('leads', 'leads.id', 'r.lead_id')
    .select([
      'r.line',
      'r.raw',
      'imports.uid as importUid',
      'imports.file_name as fileName',
      'imports.finished_at as finishedAt',
      'imports.reading',
    ])
    .where(eb => eb.or([eb('leads.id', '=', leadId), eb('leads.merged_into_id', '=', leadId)]))
    .orderBy('imports.id', 'desc')
    .orderBy('r.line')
    .execute();
