import readExcelFile from 'read-excel-file/universal';
import { AppError } from '#electron/backend/errors.ts';
import type { Sheet } from '#shared/domain/imports/sheets.ts';
import { unpackZip, type ZipEntry } from './zip-guard.ts';

const LIMITS = { unpacked: 256 * 1024 * 1024, ratio: 400, ratioFrom: 8 * 1024 * 1024 };
/** Rows times columns a sheet may span: a stray cell in the last column would otherwise blow up every row. */
const MAX_CELLS = 10_000_000;

/**
 * The sheets of an Excel workbook (.xlsx), each cell as the text it shows: dates as `2026-11-20`, numbers in full,
 * formulas by the value Excel last computed. Throws FILE_TOO_LARGE, FILE_LOCKED and FILE_WORKBOOK_BROKEN.
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<Sheet[]> {
  const entries = unpackZip(bytes, LIMITS);
  if (entries === 'tooLarge') throw new AppError('FILE_TOO_LARGE', { name, limit: LIMITS.unpacked });
  if (entries === 'locked') throw new AppError('FILE_LOCKED', { name });
  if (entries === 'broken') throw new AppError('FILE_WORKBOOK_BROKEN', { name });
  if (entries.some(isTooWide)) throw new AppError('FILE_TOO_LARGE', { name, limit: LIMITS.unpacked });
  try {
    const sheets = await readExcelFile(Uint8Array.from(bytes).buffer, { parseNumber: numberText });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(cellText)) }));
  } catch {
    throw new AppError('FILE_WORKBOOK_BROKEN', { name });
  }
}

const CELL = /<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"/g;

function isTooWide({ name, bytes }: ZipEntry): boolean {
  if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return false;
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', row] of Buffer.from(bytes).toString('latin1').matchAll(CELL)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
  }
  return rows * columns > MAX_CELLS;
}

/** A is 1, Z is 26, AA is 27. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Excel stores 15 digits; what lies beyond is binary noise it does not show. */
function numberText(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

/** Cells come as text, boolean or Date (the type the library states for dates is its constructor). */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell : '';
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** A date cell has no zone: its clock time stands in the UTC fields. A time alone lies on Excel's day zero. */
function dateText(date: Date): string {
  const seconds = Math.round(date.getTime() / SECOND) * SECOND;
  if (Number.isNaN(seconds)) return '';
  const [day = '', time = ''] = new Date(seconds).toISOString().slice(0, 19).split('T');
  if (day <= '1899-12-31') return time.slice(0, 5);
  return seconds % DAY === 0 ? day : `${day} ${time}`;
}
