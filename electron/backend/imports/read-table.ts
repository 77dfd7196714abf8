import { AppError } from '#electron/backend/errors.ts';
import { type DelimiterGuess, sniffDelimiter, sniffNewline } from '#shared/domain/imports/delimiter.ts';
import {
  type Decode,
  decodeMixed,
  type Encoding,
  type EncodingGuess,
  lineOutOfStep,
  sniffEncoding,
} from '#shared/domain/imports/encoding.ts';
import { fileKind } from '#shared/domain/imports/file-kind.ts';
import type { ProductGuess } from '#shared/domain/imports/products.ts';
import type { Table } from '#shared/domain/imports/read-rows.ts';
import type { SavedReading } from '#shared/domain/imports/saved-format.ts';
import { type Steps, toEnd } from '#shared/domain/base/steps.ts';
import { chooseSheet, type Sheet, type SheetGuess } from '#shared/domain/imports/sheets.ts';
import { isVcard, readVcards } from '#shared/domain/imports/vcard.ts';
import type { FileBytes } from './read-file.ts';
import { parseText } from './text-table.ts';

export interface DecodedTable {
  /** Null where the format settles it: a workbook has no encoding and no delimiter to choose. */
  encoding: EncodingGuess | null;
  delimiter: DelimiterGuess | null;
  /** Null for a file of text. */
  sheet: SheetGuess | null;
  /** Where the format itself tells the product; headers tell it otherwise. */
  product: ProductGuess | null;
  table: Table;
}

/** Decodes by the tables of the platform. */
export const decode: Decode = (bytes, encoding, fatal) => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
};

/** How much of the text the guesses about lines look at. */
export const HEAD = 262_144;
const HEAD_LINES = 30;

/**
 * Turns a file's bytes into rows of cells. `choice` overrides a guess, and so does `saved`, the choice of an earlier time. Throws FILE_EMPTY, FILE_NOT_TEXT, FILE_OLD_EXCEL,
 * FILE_LOCKED, FILE_GARBLED, and FILE_QUOTE_OPEN with the line where a quoted cell starts that never ends (it would swallow the rest of the file).
 */
export const readTable = (file: FileBytes, choice: SavedReading, saved?: SavedReading): DecodedTable =>
  toEnd(tableSteps(file, choice, saved));

/** `readTable` in steps, for a caller that has other things to do in between. */
export function* tableSteps(
  file: FileBytes,
  choice: SavedReading,
  saved: SavedReading = {},
): Steps<DecodedTable> {
  const { name, bytes } = file;
  if (file.sheets) return readSheet(name, file.sheets, choice.sheet, saved.sheet);
  if (isVcard(bytes)) return readVcardFile(bytes, choice.encoding);
  const kind = fileKind(bytes);
  if (kind === 'empty') throw new AppError('FILE_EMPTY', { name });
  if (kind === 'xls') throw new AppError('FILE_OLD_EXCEL', { name });
  if (kind === 'locked') throw new AppError('FILE_LOCKED', { name });
  if (kind !== null) throw new AppError('FILE_NOT_TEXT', { name, kind });
  const encoding: EncodingGuess = choice.encoding
    ? { encoding: choice.encoding, reason: 'chosen', line: null }
    : saved.encoding
      ? { encoding: saved.encoding, reason: 'saved', line: null }
      : sniffEncoding(bytes);
  const pieces = (): Iterable<string> =>
    encoding.reason === 'utf8Mixed' ? decodeMixed(bytes, decode) : decodedPieces(bytes, encoding.encoding);
  const head = headOf(pieces());
  if (!choice.encoding && encoding.encoding.startsWith('utf-16')) needInStep(name, bytes, encoding.encoding);
  if (!choice.encoding && looksBinary(head)) throw new AppError('FILE_NOT_TEXT', { name, kind: 'binary' });
  const delimiter: DelimiterGuess = choice.delimiter
    ? { delimiter: choice.delimiter, reason: 'chosen', count: 0, line: 1 }
    : saved.delimiter
      ? { delimiter: saved.delimiter, reason: 'saved', count: 0, line: 1 }
      : guessDelimiter(head);
  const format = { delimiter: delimiter.delimiter, newline: sniffNewline(head) };
  const table = yield* parseText(name, pieces(), format);
  return { encoding, delimiter, sheet: null, product: null, table };
}

/** Bytes decoded at once. */
const PIECE = 131_072;

function* decodedPieces(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

function headOf(pieces: Iterable<string>): string {
  let head = '';
  for (const piece of pieces) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}

/** The delimiter the first lines of a text show. */
export const guessDelimiter = (head: string): DelimiterGuess =>
  sniffDelimiter(head.split(/\r\n|\n|\r/).slice(0, HEAD_LINES));

const VCARD: ProductGuess = { product: 'vcard', evidence: ['BEGIN:VCARD'] };

/** UTF-16 is brought to UTF-8 first: the parser unfolds bytes. */
function readVcardFile(bytes: Uint8Array, chosen: Encoding | undefined): DecodedTable {
  const whole = sniffEncoding(bytes);
  if (!whole.encoding.startsWith('utf-16'))
    return { ...readVcards(bytes, chosen, decode), delimiter: null, sheet: null, product: VCARD };
  const text = decode(bytes, whole.encoding, false) ?? '';
  const { table } = readVcards(Buffer.from(text), 'utf-8', decode);
  return { table, encoding: whole, delimiter: null, sheet: null, product: VCARD };
}

function readSheet(name: string, sheets: readonly Sheet[], chosen?: string, saved?: string): DecodedTable {
  const choice = chooseSheet(sheets, chosen ?? saved);
  if (!choice) throw new AppError('FILE_EMPTY', { name });
  if (chosen === undefined && choice.guess.reason === 'chosen') choice.guess.reason = 'saved';
  const { rows } = choice.sheet;
  const table = { rows, lines: rows.map((_, i) => i + 1), quoteDamaged: new Set<number>() };
  return { encoding: null, delimiter: null, sheet: choice.guess, product: null, table };
}

/** Behind a lost byte a UTF-16 text is other characters to its end, and would be imported as such. */
function needInStep(name: string, bytes: Uint8Array, encoding: Encoding): void {
  const line = lineOutOfStep(bytes, encoding);
  if (line !== null) throw new AppError('FILE_GARBLED', { name, line });
}

/** A wrong choice must show its garbled text, so only a guess is judged. Text has no control characters but tab and line ends; a few stray ones do not make a file binary. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  let strange = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code === 0xfffd || (code < 0x20 && code !== 9 && code !== 10 && code !== 13)) strange++;
  }
  return strange > sample.length / 10;
}
