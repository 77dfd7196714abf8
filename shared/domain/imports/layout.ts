import { headerKey, readHeader } from './aliases.ts';

export const HEADER_WITHIN = 30;

export interface HeaderRow {
  /** 0-based index into the parsed rows; null when no row looks like a header. */
  index: number | null;
  /** `saved`: the headers of a file that came in before. */
  reason: 'aliases' | 'none' | 'chosen' | 'saved';
  /** How many cells of the row are known headers. */
  hits: number;
}

/**
 * Finds the header among the first rows by counting known headers: preambles, titles and notes before it are common, so
 * row 1 is never assumed. Two known headers settle it, or one when it is the only column.
 */
export function findHeader(rows: readonly (readonly string[])[]): HeaderRow {
  let best: HeaderRow = { index: null, reason: 'none', hits: 0 };
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const cells = row.filter(cell => cell.trim() !== '');
    const hits = row.filter(cell => readHeader(cell).field !== null).length;
    const enough = hits >= 2 || (hits === 1 && cells.length === 1 && row.length === 1);
    if (enough && hits > best.hits) best = { index, reason: 'aliases', hits };
  }
  return best;
}

export type RowShape = 'data' | 'blank' | 'headerRepeat' | 'footer';

const FOOTER = /^(?:合計|総計|小計|計|以上|total)(?:[\s:：]|\d|件|$)/i;

/** A function that tells data rows from the rest, given the header row of the file. */
export function rowShapes(header: readonly string[]): (row: readonly string[]) => RowShape {
  const keys = header.map(headerKey);
  const isHeader = (row: readonly string[]): boolean =>
    row.length === keys.length && keys.length > 0 && row.every((cell, i) => headerKey(cell) === keys[i]);
  return row => {
    const cells = row.filter(cell => cell.trim() !== '');
    if (cells.length === 0) return 'blank';
    if (cells.length > 1 && isHeader(row)) return 'headerRepeat';
    if (cells.length <= 2 && FOOTER.test((cells[0] ?? '').normalize('NFKC').trim())) return 'footer';
    return 'data';
  };
}
