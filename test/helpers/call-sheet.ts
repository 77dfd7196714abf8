import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';

export type Cell = string | number | boolean | Date | null;

/** A call sheet as somebody has it open: its headings, and its rows by heading. */
export interface OpenSheet {
  heads: string[];
  rows: Record<string, Cell>[];
}

/** Opens the first sheet of a workbook with another library than the one that wrote it. */
export async function openSheet(bytes: Uint8Array): Promise<OpenSheet> {
  const [sheet] = await readExcelFile(Buffer.from(bytes));
  const [heads = [], ...rows] = (sheet?.data ?? []) as Cell[][];
  return {
    heads: heads.map(String),
    rows: rows.map(row => Object.fromEntries(heads.map((head, i) => [String(head), row[i] ?? null]))),
  };
}

/** Saves it under a name, with its columns in the order of `heads`. */
export async function saveSheet(
  dir: string,
  name: string,
  { heads, rows }: OpenSheet,
): Promise<{ path: string }> {
  const path = join(dir, name);
  const cell = (value: Cell) =>
    value === null
      ? null
      : value instanceof Date
        ? { value, type: Date, format: 'yyyy/mm/dd' }
        : { value, type: value.constructor as StringConstructor };
  const data = [
    heads.map(value => ({ value, type: String })),
    ...rows.map(row => heads.map(head => cell(row[head] ?? null))),
  ];
  writeFileSync(path, await writeExcelFile(data as never, { sheet: 'Tabelle1' }).toBuffer());
  return { path };
}
