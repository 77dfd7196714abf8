import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { readFileBytes } from '#electron/backend/imports/read-file.ts';
import { readTable } from '#electron/backend/imports/read-table.ts';
import type { FileRef } from '#shared/contract/base.ts';
import {
  FILLED_COLUMNS,
  findSheetTable,
  readRowId,
  type RowId,
  type SheetCells,
  type SheetTable,
} from '#shared/domain/calls/sheet.ts';
import { columnOfHeading } from './sheet-words.ts';

/** A row of a sheet that came back. `id` null: nothing tells which row of a list it is. */
export interface SheetFileRow {
  readonly line: number;
  readonly id: RowId | null;
  readonly listNumber: string;
  readonly cells: SheetCells;
}

export interface SheetFile {
  readonly name: string;
  readonly rows: readonly SheetFileRow[];
}

/** Reads the table of a call sheet out of a file, whichever of its sheets it is on. Throws SHEET_NOT_A_LIST and the FILE_ codes. */
export async function readSheetFile(ctx: Context, ref: FileRef): Promise<SheetFile> {
  const bytes = await readFileBytes(ctx.ports.files, ref);
  const sheets = bytes.sheets ?? [{ name: '', rows: [...readTable(bytes, {}).table.rows] }];
  for (const { rows } of sheets) {
    const table = findSheetTable(rows, columnOfHeading);
    if (table) return { name: bytes.name, rows: rows.slice(table.first).flatMap(rowReader(table)) };
  }
  throw new AppError('SHEET_NOT_A_LIST', { name: bytes.name });
}

const rowReader =
  ({ first, at }: SheetTable) =>
  (row: readonly string[], index: number): SheetFileRow[] => {
    const cell = (column: Parameters<typeof at.get>[0]): string => row[at.get(column) ?? -1] ?? '';
    const cells = Object.fromEntries(FILLED_COLUMNS.map(column => [column, cell(column)])) as SheetCells;
    const id = readRowId(cell('rowId'));
    const isFilled = Object.values(cells).some(text => text.trim() !== '');
    if (id === null && !isFilled) return [];
    return [{ line: first + index + 1, id, listNumber: cell('listNumber').trim(), cells }];
  };
