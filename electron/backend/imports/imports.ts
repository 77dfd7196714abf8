import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { undo } from '#electron/backend/history/history.ts';
import { zChannel } from '#shared/contract/base.ts';
import type { ImportSummary } from '#shared/contract/imports.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { findStoredImport, listStoredImports, type StoredImport } from './imports.repo.ts';

/** Every import, newest first; those taken back are marked. */
export async function listImports(ctx: Context): Promise<ImportSummary[]> {
  return (await listStoredImports(ctx.read)).map(summary);
}

function summary(row: StoredImport): ImportSummary {
  return {
    uid: row.uid,
    operationUid: row.operation_uid,
    fileName: row.file_name,
    finishedAt: row.finished_at,
    channel: zChannel.parse(row.channel),
    eventName: row.event_name,
    metOn: row.met_on,
    counts: {
      read: row.rows_read,
      new: row.rows_new,
      filled: row.rows_filled,
      updated: row.rows_updated,
      asked: row.rows_asked,
      setAside: row.rows_set_aside,
      blank: row.rows_blank,
      unchanged: row.rows_unchanged,
    },
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
