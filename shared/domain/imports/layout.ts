import type { Listed } from '#shared/domain/base/shelf.ts';
import { headerKey, readHeader } from './aliases.ts';
import { headerParts } from './split-guess.ts';

export const HEADER_WITHIN = 30;

export interface HeaderRow {
  /** 0-based index into the parsed rows; null when no row looks like a header. */
  index: number | null;
  /**
   * `saved`: the headers of a file that came in before. `contrast`: the words are unknown, but the rows below hold
   * addresses and numbers where it holds none.
   */
  reason: 'aliases' | 'contrast' | 'none' | 'chosen' | 'saved';
  /** How many cells of the row are known headers. */
  hits: number;
}

/**
 * Finds the header among the first rows by counting known headers: preambles, titles and notes before it are common, so
 * row 1 is never assumed. Two known headers settle it, or one when it is the only column.
 */
export function findHeader(rows: Listed<string[]>): HeaderRow {
  let best: HeaderRow = { index: null, reason: 'none', hits: 0 };
  const start = sectionStart(rows);
  for (const [at, row] of rows.slice(start, start + HEADER_WITHIN).entries()) {
    const index = start + at;
    const cells = row.filter(cell => cell.trim() !== '');
    const hits = row.filter(cell => readHeader(cell).field !== null || headerParts(cell).length > 0).length;
    const enough = hits >= 2 || (hits === 1 && cells.length === 1 && row.length === 1);
    if (enough && hits > best.hits) best = { index, reason: 'aliases', hits };
  }
  return best;
}

const SECTIONS_WITHIN = 1000;

/** Zoom writes several tables into one file; the people who came stand under this title, last. */
const sectionStart = (rows: Listed<string[]>): number =>
  Math.max(
    0,
    rows.slice(0, SECTIONS_WITHIN).findIndex(row => headerKey(row[0] ?? '') === 'attendeedetails'),
  );

/** A word below a header that only narrows it: 電話 above, 代表 and 携帯 below. */
const isSubHeader = (cell: string): boolean =>
  cell.trim() === '' || (cell.trim().length <= 8 && !/\d{3}|@/.test(cell) && readHeader(cell).field !== null);

/**
 * A header in two rows becomes one: where the second row only narrows the first (連絡先 above 代表 and 携帯), both rows get the
 * joined names, so that the second counts as a repeated header. A merged cell of Excel leaves the cells beside it empty.
 */
export function joinHeader(rows: Listed<string[]>, index: number | null): Listed<string[]> {
  const upper = index === null ? undefined : rows.at(index);
  const lower = index === null ? undefined : rows.at(index + 1);
  if (index === null || !upper || !lower) return rows;
  const words = lower.filter(cell => cell.trim() !== '');
  if (words.length < 2 || words.length >= upper.length || !lower.every(isSubHeader)) return rows;
  let last = '';
  const joined = upper.map((cell, i) => {
    const word = (lower[i] ?? '').trim();
    if (cell.trim() !== '') last = cell.trim();
    if (word === '') return cell;
    const whole = `${last} ${word}`;
    return readHeader(whole).field === null ? word : whole;
  });
  return withRows(rows, index, [joined, joined]);
}

/** The rows with some of them replaced. */
function withRows(rows: Listed<string[]>, from: number, by: readonly string[][]): Listed<string[]> {
  const at = (index: number): string[] | undefined => by[index - from] ?? rows.at(index);
  return {
    length: rows.length,
    at,
    slice: (start, end) => rows.slice(start, end).map((row, i) => by[start + i - from] ?? row),
    *[Symbol.iterator]() {
      for (let i = 0; i < rows.length; i++) yield at(i) ?? [];
    },
  };
}

export type RowShape = 'data' | 'blank' | 'headerRepeat' | 'footer';

const FOOTER = /^(?:合計|総計|小計|計|以上|total)(?:[\s:：]|\d|件|$)/i;

/** A function that tells data rows from the rest, given the header row of the file. */
export function rowShapes(header: readonly string[]): (row: readonly string[]) => RowShape {
  const keys = header.filter(cell => cell.trim() !== '').map(headerKey);
  const words = new Set(keys);
  // A damaged header comes back moved by a cell or without a word: no card consists of headings.
  const isHeader = (cells: readonly string[]): boolean => {
    const known = cells.filter(cell => words.has(headerKey(cell))).length;
    const isWhole = known === cells.length && known === keys.length;
    return isWhole || (known >= 4 && known >= cells.length * 0.8);
  };
  return row => {
    const cells = row.filter(cell => cell.trim() !== '');
    if (cells.length === 0) return 'blank';
    if (cells.length > 1 && isHeader(cells)) return 'headerRepeat';
    if (cells.length <= 2 && FOOTER.test((cells[0] ?? '').normalize('NFKC').trim())) return 'footer';
    return 'data';
  };
}
