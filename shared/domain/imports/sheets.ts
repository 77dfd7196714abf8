import { findHeader } from './layout.ts';

/** One sheet of a workbook: cells as they are shown, rows of equal length. */
export interface Sheet {
  name: string;
  rows: string[][];
}
export interface SheetGuess {
  name: string;
  /** Every sheet that has rows, in the order of the workbook. */
  names: string[];
  /** `only`: no other has rows. `headers`: most known headers. `first`: none has a known header. */
  reason: 'only' | 'headers' | 'first' | 'chosen' | 'saved';
  /** Known headers in its header row. */
  hits: number;
}

const hasText = ({ rows }: Sheet): boolean => rows.some(row => row.some(cell => cell.trim() !== ''));

/**
 * The sheet that looks like a table of cards: the one whose header row holds the most known headers, the first of equals.
 * A cover page or an empty sheet in front is passed over. Null when no sheet has anything in it. `chosen` names another.
 */
export function chooseSheet(
  sheets: readonly Sheet[],
  chosen?: string,
): { sheet: Sheet; guess: SheetGuess } | null {
  const filled = sheets.filter(hasText).map(sheet => ({ sheet, hits: findHeader(sheet.rows).hits }));
  const named = filled.find(({ sheet }) => sheet.name === chosen);
  const best = named ?? filled.toSorted((a, b) => b.hits - a.hits)[0];
  if (!best) return null;
  const guessed = filled.length === 1 ? 'only' : best.hits > 0 ? 'headers' : 'first';
  const reason = named ? 'chosen' : guessed;
  const names = filled.map(({ sheet }) => sheet.name);
  return { sheet: best.sheet, guess: { name: best.sheet.name, names, reason, hits: best.hits } };
}
