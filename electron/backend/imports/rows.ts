import { z } from 'zod';
import type { Context } from '#electron/backend/context.ts';
import type { Reason } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { editedOf } from './edited.ts';
import { needImport } from './imports.ts';
import { countRowsOf, listRowsOf, type StoredRow } from './rows.repo.ts';
import { storedReading } from './stored-reading.ts';

const zCells = z.array(z.string());
const zStoredReason = z.object({ code: z.string() });

/** The cells of a row as they are now: corrected, or as the file had them. */
export const cellsOf = (row: StoredRow): string[] =>
  row.edited === null ? zCells.parse(JSON.parse(row.raw)) : editedOf(row.edited).cells;

/** Why a row became what it is, as a code. */
export const reasonOf = (row: Pick<StoredRow, 'reason'>): Reason | null =>
  row.reason === null ? null : { code: zStoredReason.parse(JSON.parse(row.reason)).code, params: {} };

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
      isOpen: row.uid !== null && (row.outcome === 'setAside' || row.outcome === 'blank'),
      reason: reasonOf(row),
      leadUid: row.lead_uid,
    })),
    total: await countRowsOf(ctx.read, found.id, input.outcome),
  };
}
