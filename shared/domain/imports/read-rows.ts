import type { Listed } from '#shared/domain/base/shelf.ts';
import { type CardReader, readCard } from './row-card.ts';
import { absenceFinder } from './attendance.ts';
import { rowShapes } from './layout.ts';
import type { ReadRow, RowReason } from './plan.ts';
import { isShifted, tornRows, usualWidth } from './shifted.ts';
import { savedRowsColumns } from './saved-rows.ts';

/** A parsed file: rows of cells, the 1-based line each starts on, and rows whose quotes could not be trusted. */
export interface Table {
  rows: Listed<string[]>;
  lines: readonly number[];
  /** Cells of each row, where they were counted. */
  widths?: readonly number[];
  quoteDamaged: ReadonlySet<number>;
  /** Lines of cards that end before their end. */
  cut?: ReadonlySet<number>;
}

/** Limits that keep a broken or hostile file from eating the machine. Characters of a cell and of a row. */
const MAX_CELL = 1_048_576;
export const MAX_ROW = 4 * MAX_CELL;

const tooLong = (row: readonly string[]): boolean => {
  let size = 0;
  for (const cell of row) {
    if (cell.length > MAX_CELL) return true;
    size += cell.length;
  }
  return size > MAX_ROW;
};

/** Reads the rows of a table one by one, so that a long file can be read in batches. */
export interface RowReader {
  /** Index of the first data row, and one past the last. */
  first: number;
  end: number;
  /** What the row at this index of the table is. */
  read(index: number): ReadRow;
}

/**
 * Reads every row after the header (all rows when there is none). A row that has more filled cells than the file has
 * columns was shifted by a stray delimiter, and a single cell where several belong is a torn line: both are set aside
 * rather than imported into the wrong fields. So are people of a list of participants who were not there.
 */
export function rowReader(table: Table, headerIndex: number | null, reader: CardReader): RowReader {
  const header = headerIndex === null ? [] : (table.rows.at(headerIndex) ?? []);
  const ours = savedRowsColumns(header);
  const shapeOf = rowShapes(header.slice(ours));
  const widths = table.widths ?? Array.from(table.rows, row => row.length);
  const width = header.length || usualWidth(widths);
  const isTorn = tornRows(width, table.rows, widths);
  const absenceOf = absenceFinder(reader.columns);
  const reasonFor = (row: readonly string[], line: number): RowReason | null => {
    const shape = shapeOf(row.slice(ours));
    if (shape !== 'data') return shape === 'blank' ? 'empty' : shape;
    if (table.quoteDamaged.has(line)) return 'quoteDamaged';
    if (table.cut?.has(line)) return 'cardCut';
    if (tooLong(row)) return 'rowTooLong';
    if (header.length > 0 && row.slice(header.length).some(cell => cell.trim() !== '')) return 'tooManyCells';
    if (reader.columns.length >= ours + 3 && row.length === ours + 1) return 'tooFewCells';
    if (row.length === width) return absenceOf(row);
    if (isTorn(row)) return 'tooFewCells';
    if (!isShifted(row, reader.columns)) return absenceOf(row);
    return row.length < width ? 'tooFewCells' : 'tooManyCells';
  };
  return {
    first: headerIndex === null ? 0 : headerIndex + 1,
    end: table.rows.length,
    read(index) {
      const row = table.rows.at(index) ?? [];
      const line = table.lines[index] ?? index + 1;
      const reason = reasonFor(row, line);
      if (reason !== null) return { line, reason };
      const card = readCard(row, reader);
      return { line, card, key: reader.cardKey(card) };
    },
  };
}
