import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { settleAfterUndo } from '#electron/backend/opportunities/merge.ts';
import { reinstateAgreement } from '#electron/backend/settings/versions.ts';
import { settleClocks } from '#electron/backend/sla/settle.ts';
import type { Operation } from '#shared/contract/history.ts';
import { SAVE_RULES } from '#electron/backend/scoring/save-rules.ts';
import { undoRules } from '#electron/backend/scoring/undo-rules.ts';
import { findNewestUndoable, findOperation, listOperations, listParts, markUndone } from './history.repo.ts';
import { undoOperation, type UndoResult } from './undo.ts';

/** What was done, newest first. */
export async function listHistory(
  ctx: Context,
  input: { limit: number },
): Promise<{ operations: Operation[] }> {
  return { operations: (await listOperations(ctx.read, input.limit)).map(withoutId) };
}

/**
 * Takes an operation back (default: the newest that can be), and before it what was done as part of it (rows of an import
 * corrected later). Nothing is lost: what was edited since is kept and listed.
 * Throws NOT_FOUND, UNDO_ALREADY_DONE, UNDO_NOT_POSSIBLE.
 */
export async function undo(
  ctx: Context,
  input: { operationUid?: string | undefined },
): Promise<{ operation: Operation; restored: number; kept: UndoResult['kept']; operationUid: string }> {
  const found = input.operationUid
    ? await findOperation(ctx.read, input.operationUid)
    : await findNewestUndoable(ctx.read);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'operation' });
  if (found.undone) throw new AppError('UNDO_ALREADY_DONE', {});
  if (!found.undoable) throw new AppError('UNDO_NOT_POSSIBLE', { kind: found.kind });
  const info = { kind: 'history.undo', data: { of: found.kind, ...found.data }, undoable: false };
  const operationUid = ctx.newId();
  if (found.kind === SAVE_RULES) {
    const operation = { ...info, uid: operationUid };
    const also = async (tx: WriteTx): Promise<void> => await markUndone(tx, found.id);
    await undoRules(ctx, { n: found.data['n'], operation, also });
    return { operation: { ...withoutId(found), undone: true }, restored: 1, kept: [], operationUid };
  }
  const result = await ctx.write({ ...info, uid: operationUid }, async tx => {
    await reinstateAgreement(tx, found);
    const undone: UndoResult = { restored: 0, kept: [], leadIds: [] };
    for (const id of [...(await listParts(tx.read, found.uid)), found.id]) {
      const part = await undoOperation(tx, id);
      undone.restored += part.restored;
      undone.kept.push(...part.kept);
      undone.leadIds.push(...part.leadIds);
    }
    const touched = [...new Set(undone.leadIds)];
    await settleAfterUndo(tx, touched);
    await refreshLeads(ctx, tx, touched);
    // Whoever went back into the trash is made anew by nothing, but is owed nothing any more either.
    await settleClocks(tx, touched);
    return undone;
  });
  return {
    operation: { ...withoutId(found), undone: true },
    restored: result.restored,
    kept: result.kept,
    operationUid,
  };
}

function withoutId(operation: Operation & { id: number }): Operation {
  const { id: _id, ...rest } = operation;
  return rest;
}
