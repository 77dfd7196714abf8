import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { AppError } from '#electron/backend/errors.ts';
import { undo } from '#electron/backend/history/history.ts';
import { zChannel } from '#shared/contract/base.ts';
import type { ImportSummary, RowCounts } from '#shared/contract/imports.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { countsAfter } from '#shared/domain/imports/resolve.ts';
import { editedOf } from './edited.ts';
import { findStoredImport, listStoredImports, type StoredImport } from './imports.repo.ts';
import { type EditedRow, listEditedRows } from './rows.repo.ts';

/** Every import, newest first; those taken back are marked. */
export async function listImports(ctx: Context): Promise<ImportSummary[]> {
  const edits = Map.groupBy(await listEditedRows(ctx.read), row => row.import_id);
  return (await listStoredImports(ctx.read)).map(row => summary(row, edits.get(row.id) ?? []));
}

/** The counts of an import as its rows stand now: rows corrected since count as what they became. */
export async function currentCounts(db: ReadDb, row: StoredImport): Promise<RowCounts> {
  return countsOf(row, await listEditedRows(db, row.id));
}

function countsOf(row: StoredImport, edits: readonly EditedRow[]): RowCounts {
  const counts = {
    read: row.rows_read,
    new: row.rows_new,
    filled: row.rows_filled,
    updated: row.rows_updated,
    asked: row.rows_asked,
    setAside: row.rows_set_aside,
    blank: row.rows_blank,
    unchanged: row.rows_unchanged,
  };
  return countsAfter(
    counts,
    edits.map(({ outcome, edited }) => ({ ...editedOf(edited), outcome })),
  );
}

function summary(row: StoredImport, edits: readonly EditedRow[]): ImportSummary {
  return {
    uid: row.uid,
    operationUid: row.operation_uid,
    fileName: row.file_name,
    finishedAt: row.finished_at,
    channel: zChannel.parse(row.channel),
    eventName: row.event_name,
    metOn: row.met_on,
    counts: countsOf(row, edits),
    undone: row.undone_by_id !== null,
  };
}

/** Takes an import back. Throws NOT_FOUND, UNDO_ALREADY_DONE, UNDO_NOT_POSSIBLE. */
export async function undoImport(
  ctx: Context,
  input: InputOf<'imports', 'undo'>,
): Promise<OutputOf<'imports', 'undo'>> {
  const found = await needImport(ctx, input.importUid);
  if (found.operation_uid === null) throw new AppError('UNDO_NOT_POSSIBLE', { kind: 'imports.run' });
  const { operationUid, restored, kept } = await undo(ctx, { operationUid: found.operation_uid });
  return { operationUid, restored, kept };
}

/** An import by its uid. Throws NOT_FOUND. */
export async function needImport(ctx: Context, uid: string): Promise<StoredImport> {
  const found = await findStoredImport(ctx.read, uid);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'import' });
  return found;
}
