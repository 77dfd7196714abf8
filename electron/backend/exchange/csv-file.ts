import { setImmediate as turn } from 'node:timers/promises';
import { cp932Encoder, type Cp932Encoder, type LostCharacter } from '#shared/domain/exchange/cp932.ts';
import { csvLine } from '#shared/domain/exchange/csv.ts';

export type CsvEncoding = 'utf-8' | 'shift_jis';

export interface CsvFile {
  bytes: Uint8Array;
  /** Characters Shift_JIS does not have, by row and column (0-based, the header is row 0); always empty for UTF-8. */
  lost: LostCharacter[];
}

/** Rows between two turns of the process. */
const BATCH = 500;
const BOM = '\uFEFF';
/** Cells nothing can be lost of. */
const PLAIN = /^[\x20-\x7E]*$/;

let cp932: Cp932Encoder | undefined;
const encoder = (): Cp932Encoder => {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  cp932 ??= cp932Encoder(bytes => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  });
  return cp932;
};

/** Every CSV file the app writes: UTF-8 with a byte order mark, or Shift_JIS as Windows writes it (CP932). */
export async function csvFile(
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  encoding: CsvEncoding,
): Promise<CsvFile> {
  const parts: Uint8Array[] = [];
  const lost: LostCharacter[] = [];
  let text = encoding === 'utf-8' ? BOM : '';
  let row = 0;
  for await (const cells of rows) {
    if (encoding === 'utf-8') text += csvLine(cells);
    else parts.push(encodeRow(cells, row, lost));
    row += 1;
    if (row % BATCH !== 0) continue;
    parts.push(Buffer.from(text));
    text = '';
    await turn();
  }
  parts.push(Buffer.from(text));
  return { bytes: Buffer.concat(parts), lost };
}

/** The line is encoded as a whole; cells that could lose something are tried alone, so that its place is known. */
function encodeRow(cells: readonly string[], row: number, lost: LostCharacter[]): Uint8Array {
  const target = encoder();
  for (const [column, cell] of cells.entries())
    if (!PLAIN.test(cell)) target.encode(cell, character => lost.push({ row, column, character }));
  return target.encode(csvLine(cells), () => undefined);
}
