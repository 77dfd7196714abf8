import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { zChannel, zConsentBasis } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import type { ReadRow } from '#shared/domain/imports/plan.ts';
import type { RowResult } from '#shared/domain/imports/resolve.ts';
import type { About } from './about.ts';
import { type Edited, editedOf, zWas } from './edited.ts';
import type { StoredImport } from './imports.repo.ts';
import { currentCounts, needImport } from './imports.ts';
import { planImport } from './plan-import.ts';
import { isOpen } from './rows.ts';
import { listWaitingRows, type StoredRow } from './rows.repo.ts';
import { originOf } from './run.ts';
import { type StoredReading, storedReading } from './stored-reading.ts';
import { reasonText, writeRows } from './write-rows.ts';

type Output = OutputOf<'imports', 'fixRows'>;

/**
 * Takes corrected rows of an import in: read, matched and written as the import did. A row that is still no card stays
 * set aside with its new cells; somebody in the trash is answered here, too. One operation, undone by itself or together with its import.
 * Throws NOT_FOUND when the import or none of the rows is there, UNDO_ALREADY_DONE when the import was taken back.
 */
export async function fixRows(ctx: Context, input: InputOf<'imports', 'fixRows'>): Promise<Output> {
  const found = await needImport(ctx, input.importUid);
  if (found.undone_by_id !== null) throw new AppError('UNDO_ALREADY_DONE', {});
  const reading = storedReading(found.reading);
  const about = aboutOf(found, reading);
  const operationUid = ctx.newId();
  const data = { fileName: found.file_name, importUid: found.uid, partOf: found.operation_uid };
  const cells = new Map(input.rows.map(row => [row.line, row.cells]));
  const answers = new Map(input.rows.flatMap(row => (row.answer ? [[row.line, row.answer] as const] : [])));
  const rows = await ctx.write({ kind: 'imports.fixRows', data, uid: operationUid }, async tx => {
    const waiting = (await listWaitingRows(tx.read, found.id, [...cells.keys()])).filter(isOpen);
    if (waiting.length === 0) throw new AppError('NOT_FOUND', { entity: 'importRow' });
    const corrected = waiting.map(row => ({ row, cells: cells.get(row.line) ?? [] }));
    const read = corrected.map(({ row, cells: now }): ReadRow => {
      const reader = reading.rowReader(now, row.line);
      return reader.read(reader.first);
    });
    const plan = await planImport(tx.read, read, dayOf(ctx.now()), { answers, isFile: true });
    const origin = await originOf(ctx, about, dayOf(found.finished_at), [plan.people]);
    const ids = await writeRows(ctx, tx, { rows: read, plan }, { ...origin, importId: found.id }, () =>
      tx.breathe(),
    );
    for (const [i, { row, cells: now }] of corrected.entries()) {
      const result = plan.rows[i];
      if (result) await storeRow(tx, row, now, result, ids);
    }
    return plan.rows;
  });
  return {
    operationUid,
    counts: await currentCounts(ctx.read, found),
    rows: rows.map(({ line, outcome, reason }) => ({
      line,
      outcome,
      reason: reason === null ? null : { code: reason, params: {} },
    })),
  };
}

/** The answers the import ran with. */
function aboutOf(found: StoredImport, reading: StoredReading): About {
  return {
    owner: { kind: 'later' },
    ...reading.about,
    channel: zChannel.parse(found.channel),
    eventName: found.event_name,
    metOn: found.met_on,
    consentBasis: zConsentBasis.parse(found.consent_basis),
  };
}

async function storeRow(
  tx: WriteTx,
  row: StoredRow,
  cells: string[],
  result: RowResult,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const edited: Edited = {
    cells: result.reason === 'erased' ? [] : cells,
    was: row.edited === null ? zWas.parse(row.outcome) : editedOf(row.edited).was,
    unchanged: result.outcome === 'filled' && result.changed.length === 0,
  };
  await tx.update('import_rows', row.id, {
    outcome: result.outcome,
    reason: reasonText(result, ids),
    lead_id: result.uid === null ? null : (ids.get(result.uid) ?? null),
    edited: JSON.stringify(edited),
  });
}
