import { cp932Encoder, type Cp932Encoder } from '#shared/domain/exchange/cp932.ts';
import { csvLine } from '#shared/domain/exchange/csv.ts';
import type { LostCharacters } from './lost-characters.ts';

export type CsvEncoding = 'utf-8' | 'shift_jis';
export type FileRows = Iterable<readonly string[]> | AsyncIterable<readonly string[]>;

/** Rows in one piece of the file. */
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

/**
 * The bytes of every CSV file the app writes, piece by piece as the rows come: UTF-8 with a byte order mark, or Shift_JIS
 * as Windows writes it (CP932). `lost` is told of the characters Shift_JIS does not have; the header is row 0.
 */
export async function* csvBytes(
  rows: FileRows,
  encoding: CsvEncoding,
  lost: LostCharacters,
): AsyncGenerator<Uint8Array, void, void> {
  let pieces: Uint8Array[] = encoding === 'utf-8' ? [Buffer.from(BOM)] : [];
  let row = 0;
  for await (const cells of rows) {
    pieces.push(encoding === 'utf-8' ? Buffer.from(csvLine(cells)) : encodeRow(cells, row, lost));
    row += 1;
    if (row % BATCH !== 0) continue;
    yield Buffer.concat(pieces);
    pieces = [];
  }
  yield Buffer.concat(pieces);
}

/** The line is encoded as a whole; cells that could lose something are tried alone, so that its place is known. */
function encodeRow(cells: readonly string[], row: number, lost: LostCharacters): Uint8Array {
  const target = encoder();
  for (const [column, cell] of cells.entries())
    if (!PLAIN.test(cell)) target.encode(cell, character => lost.add({ row, column, character }));
  return target.encode(csvLine(cells), () => undefined);
}
