import { writeXlsxStream } from 'hucre/xlsx';
import type { FileRows } from './csv-file.ts';

const MAX_CELL = 32_767;
const WIDTH = 18;

/**
 * The bytes of a workbook of one sheet, piece by piece as the rows come; the first of them is kept in view. Every cell is
 * text: numbers of telephones keep their zeros and nothing runs as a formula. A cell longer than Excel takes (32,767
 * characters) is cut there.
 */
export function workbookBytes(
  rows: FileRows,
  { name, columns }: { name: string; columns: number },
): AsyncIterable<Uint8Array> {
  return writeXlsxStream(textCells(rows), {
    name,
    freezePane: { rows: 1 },
    columns: Array.from({ length: columns }, () => ({ width: WIDTH })),
  });
}

async function* textCells(rows: FileRows): AsyncGenerator<(string | null)[], void, void> {
  for await (const row of rows) yield row.map(cell => (cell === '' ? null : cell.slice(0, MAX_CELL)));
}
