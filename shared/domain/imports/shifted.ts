import type { Listed } from '#shared/domain/base/shelf.ts';
import type { Column } from './columns.ts';
import { isSplitUse } from './split.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONES = new Set(['phoneMain', 'phoneDirect', 'phoneDepartment', 'mobile', 'fax']);
/** Columns where an address may stand without being misplaced. */
const FREE = new Set([
  'email',
  'memo',
  'tag',
  'tags',
  'ignore',
  'url',
  'owner',
  'optOut',
  'cardId',
  'personId',
]);
const digits = (text: string): number => text.replace(/\D/g, '').length;

/**
 * True when cells stand where they do not belong: an address outside the columns for addresses, something else in them,
 * a number column without a number. Asked only of rows that have another number of cells than the header, where a lost
 * or doubled delimiter would put every further cell into the wrong field.
 */
export function isShifted(row: readonly string[], columns: readonly Column[]): boolean {
  return columns.some(({ index, use }) => {
    const cell = (row[index] ?? '').normalize('NFKC').trim();
    if (cell.length < 4 || isSplitUse(use)) return false;
    if (use === 'email') return !cell.includes('@');
    if (!FREE.has(use) && ADDRESS.test(cell)) return true;
    return (PHONES.has(use) || use === 'postalCode') && digits(cell) < 4;
  });
}

/** Fewer columns than this say little about where a row was torn. */
const WIDE = 6;
/** At most this share of rows (of a small file: two rows, and no more than a fifth) is so short by accident; where more are, the program leaves blank ends out. */
const RARE = 0.1;
const FEW = 0.2;

/** A function that says whether a row was torn: less than half a row, where nearly all rows are whole. */
export function tornRows(
  width: number,
  rows: Listed<string[]>,
  widths: readonly number[],
): (row: readonly string[]) => boolean {
  const isShort = (row: readonly string[]): boolean =>
    row.length * 2 < width && row.some(cell => cell.trim() !== '');
  if (width < WIDE) return () => false;
  let short = 0;
  for (const [i, cells] of widths.entries()) if (cells * 2 < width && isShort(rows.at(i) ?? [])) short++;
  return short <= Math.min(rows.length * FEW, Math.max(2, rows.length * RARE)) ? isShort : () => false;
}

/** The number of cells most rows have. */
export function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
