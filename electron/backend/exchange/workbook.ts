import writeExcelFile, { type Row } from 'write-excel-file/node';

const MAX_CELL = 32_767;

/**
 * A workbook of one sheet with its header kept in view. Every cell is text: numbers of telephones keep their zeros and
 * nothing runs as a formula. A cell longer than Excel takes (32,767 characters) is cut there.
 */
export async function workbook(rows: AsyncIterable<readonly string[]>): Promise<Uint8Array> {
  const sheet: Row[] = [];
  for await (const cells of rows)
    sheet.push(cells.map(cell => (cell === '' ? null : { type: String, value: cell.slice(0, MAX_CELL) })));
  const widths = (sheet[0] ?? []).map(() => ({ width: 18 }));
  return await writeExcelFile(sheet, { columns: widths, stickyRowsCount: 1 }).toBuffer();
}
