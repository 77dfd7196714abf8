import { z } from 'zod';
import type { Context } from '#electron/backend/context.ts';
import type { Reason } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { editedOf } from './edited.ts';
import { needImport } from './imports.ts';
import { countRowsOf, listRowsOf, type StoredRow } from './rows.repo.ts';
import { storedReading } from './stored-reading.ts';

const zCells = z.array(z.string());
const zStoredReason = z.object({
  code: z.string(),
  candidates: z.array(z.looseObject({ uid: z.string() })).default([]),
});

/** The cells of a row as they are now: corrected, or as the file had them. */
export const cellsOf = (row: StoredRow): string[] =>
  row.edited === null ? zCells.parse(JSON.parse(row.raw)) : editedOf(row.edited).cells;

/** Why a row became what it is, as a code. */
export const reasonOf = (row: Pick<StoredRow, 'reason'>): Reason | null =>
  row.reason === null ? null : { code: zStoredReason.parse(JSON.parse(row.reason)).code, params: {} };

/** The person of a row; a row of somebody in the trash changes nobody, but names them. */
function leadOf({ lead_uid, reason }: StoredRow): string | null {
  if (lead_uid !== null || reason === null) return lead_uid;
  const { code, candidates } = zStoredReason.parse(JSON.parse(reason));
  return code === 'inTrash' ? (candidates[0]?.uid ?? null) : null;
}

/** It waits for somebody: it became nobody, or its person lies in the trash. A row that looks like somebody became a person. */
export const isOpen = (row: StoredRow): boolean =>
  row.uid !== null &&
  (row.outcome === 'setAside' ||
    row.outcome === 'blank' ||
    (row.outcome === 'asked' && reasonOf(row)?.code === 'inTrash'));

/** One window of an import's rows with an outcome, and the names of their columns. Throws NOT_FOUND. */
export async function importRows(
  ctx: Context,
  input: InputOf<'imports', 'rows'>,
): Promise<OutputOf<'imports', 'rows'>> {
  const found = await needImport(ctx, input.importUid);
  const rows = await listRowsOf(ctx.read, found.id, input.outcome, input);
  return {
    header: storedReading(found.reading).columns.map(column => column.header),
    rows: rows.map(row => ({
      line: row.line,
      cells: cellsOf(row),
      edited: row.edited !== null,
      isOpen: isOpen(row),
      reason: reasonOf(row),
      leadUid: leadOf(row),
    })),
    total: await countRowsOf(ctx.read, found.id, input.outcome),
  };
}
