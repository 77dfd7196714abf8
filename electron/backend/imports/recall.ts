import papaparse from 'papaparse';
import { sniffEncoding } from '#shared/domain/imports/encoding.ts';
import { HEADER_WITHIN } from '#shared/domain/imports/layout.ts';
import { findSavedHeader, type SavedReading } from '#shared/domain/imports/saved-format.ts';
import type { KnownFormat } from './known-format.ts';
import type { FileBytes } from './read-file.ts';
import { decode, guessDelimiter, HEAD } from './read-table.ts';

/**
 * How a person had a file of this kind read the last time: encoding, delimiter or sheet, where they had to be chosen. It holds
 * for a file that, read this way, has the headers of that kind and no character that does not exist in the encoding;
 * otherwise, and beside a byte order mark, the guess is better. What is chosen now comes first.
 */
export function recallReading(
  file: FileBytes,
  choice: SavedReading,
  formats: readonly KnownFormat[],
): SavedReading {
  for (const format of formats) {
    const { encoding, delimiter, sheet } = format;
    if ((encoding ?? delimiter ?? sheet) === undefined) continue;
    const rows = headRows(file, { encoding, delimiter, sheet, ...choice });
    if (rows && findSavedHeader(rows, [format])) return { encoding, delimiter, sheet };
  }
  return {};
}

/** The first rows of a file read this way; null when it cannot be. */
function headRows({ bytes, sheets }: FileBytes, reading: SavedReading): string[][] | null {
  if (sheets) return sheets.find(({ name }) => name === reading.sheet)?.rows.slice(0, HEADER_WITHIN) ?? null;
  const guess = sniffEncoding(bytes);
  const encoding = guess.reason === 'bom' ? guess.encoding : (reading.encoding ?? guess.encoding);
  if (reading.encoding !== undefined && encoding !== reading.encoding) return null;
  if (reading.encoding !== undefined && decode(bytes, encoding, true) === null) return null;
  const head = decode(bytes.subarray(0, HEAD), encoding, false) ?? '';
  const delimiter = reading.delimiter ?? guessDelimiter(head).delimiter;
  return papaparse.parse<string[]>(head, { delimiter, preview: HEADER_WITHIN }).data;
}
