import { type CardReader, readCard } from './row-card.ts';
import { rowShapes } from './layout.ts';
import type { ReadRow } from './plan.ts';

/** A parsed file: rows of cells, the 1-based line each starts on, and rows whose quotes could not be trusted. */
export interface Table {
  rows: string[][];
  lines: number[];
  quoteDamaged: ReadonlySet<number>;
}

/** Limits that keep a broken or hostile file from eating the machine. Characters of a cell and of a row. */
export const MAX_CELL = 1_048_576;
export const MAX_ROW = 4 * MAX_CELL;

const tooLong = (row: readonly string[]): boolean => {
  let size = 0;
  for (const cell of row) {
    if (cell.length > MAX_CELL) return true;
    size += cell.length;
  }
  return size > MAX_ROW;
};

/**
 * Reads every row after the header (all rows when there is none). A row that has more filled cells than the file has
 * columns was shifted by a stray delimiter, and a single cell where several belong is a torn line: both are set aside
 * rather than imported into the wrong fields.
 */
export function readRows(table: Table, headerIndex: number | null, reader: CardReader): ReadRow[] {
  const header = headerIndex === null ? [] : (table.rows[headerIndex] ?? []);
  const shapeOf = rowShapes(header);
  const width = reader.columns.length;
  const out: ReadRow[] = [];
  for (let i = headerIndex === null ? 0 : headerIndex + 1; i < table.rows.length; i++) {
    const row = table.rows[i] ?? [];
    const line = table.lines[i] ?? i + 1;
    out.push(readRow(row, line));
  }
  return out;

  function readRow(row: readonly string[], line: number): ReadRow {
    const shape = shapeOf(row);
    if (shape === 'blank') return { line, reason: 'empty' };
    if (shape !== 'data') return { line, reason: shape };
    if (table.quoteDamaged.has(line)) return { line, reason: 'quoteDamaged' };
    if (tooLong(row)) return { line, reason: 'rowTooLong' };
    if (header.length > 0 && row.slice(header.length).some(cell => cell.trim() !== ''))
      return { line, reason: 'tooManyCells' };
    if (width >= 3 && row.length === 1) return { line, reason: 'tooFewCells' };
    return { line, card: readCard(row, reader) };
  }
}
