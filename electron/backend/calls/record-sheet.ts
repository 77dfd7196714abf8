import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { type PlannedRow, planSheet } from './plan-sheet.ts';
import { type SheetFile, readSheetFile } from './read-sheet.ts';
import { type CallResult, recordCalls } from './record.ts';
import { writtenCall } from './written-call.ts';

type Sheet = OutputOf<'calls', 'previewSheet'>;
type RecordInput = InputOf<'calls', 'recordSheet'>;

/** What reading a filled-in sheet back would do, row by row; writes nothing. */
export async function previewSheet(ctx: Context, input: InputOf<'calls', 'previewSheet'>): Promise<Sheet> {
  const file = await readSheetFile(ctx, input.file);
  return sheetOf(file, await planSheet(ctx.read, file, dayOf(ctx.now())));
}

/**
 * Reads a filled-in sheet back in one operation: what is new, what was changed in the sheet alone, and the conflicts that
 * were decided for the sheet. All of it is written or nothing. Throws SHEET_NOT_A_LIST and the FILE_ codes.
 */
export async function recordSheet(
  ctx: Context,
  input: RecordInput,
): Promise<OutputOf<'calls', 'recordSheet'>> {
  const file = await readSheetFile(ctx, input.file);
  const today = dayOf(ctx.now());
  if (input.calledOn !== undefined && input.calledOn > today)
    throw new AppError('INVALID_INPUT', { issues: [{ path: 'calledOn', message: 'after today' }] });
  const planned = await planSheet(ctx.read, file, today);
  const shown = sheetOf(file, planned);
  const { length: rows } = resultsOf(ctx, planned, input);
  if (rows === 0) {
    await ctx.ports.files.done(input.file);
    return { ...shown, operationUid: null, recorded: 0 };
  }
  const operationUid = ctx.newId();
  const recorded = await ctx.write(
    { kind: 'calls.recordSheet', data: { rows }, uid: operationUid },
    // Planned once more: somebody may have typed a row in while the sheet was looked at.
    async tx => await recordCalls(ctx, tx, resultsOf(ctx, await planSheet(tx.read, file, today), input)),
  );
  await ctx.ports.files.done(input.file);
  return { ...shown, operationUid, recorded: recorded.length };
}

function sheetOf(file: SheetFile, planned: readonly PlannedRow[]): Sheet {
  const rows = planned.map(({ shown }) => shown);
  const count = (state: Sheet['rows'][number]['state']): number =>
    rows.filter(row => row.state === state).length;
  return {
    fileName: file.name,
    counts: {
      empty: count('empty'),
      entered: count('entered'),
      new: count('new'),
      changed: count('changed'),
      conflict: count('conflict'),
      aside: count('aside'),
    },
    rows,
  };
}

function resultsOf(ctx: Context, planned: readonly PlannedRow[], input: RecordInput): CallResult[] {
  const forSheet = new Set(input.choices.filter(({ take }) => take === 'sheet').map(({ rowUid }) => rowUid));
  return planned.flatMap(({ shown, row }) => {
    const { written, state } = shown;
    const isTaken =
      state === 'new' || state === 'changed' || (state === 'conflict' && forSheet.has(shown.rowUid ?? ''));
    if (!isTaken || written === null || row === null || row.lead_id === null) return [];
    const calledOn = written.calledOn ?? input.calledOn ?? dayOf(ctx.now());
    return [writtenCall(ctx, { ...row, lead_id: row.lead_id }, written, calledOn)];
  });
}
