import { readHeader } from './aliases.ts';

export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface DelimiterGuess {
  delimiter: Delimiter;
  /** `header`: it splits one line into known headers. `columns`: it gives the same width on most lines. `single`: one column. */
  reason: 'header' | 'columns' | 'single' | 'chosen' | 'saved';
  /** Known headers on that line, or columns. */
  count: number;
  /** 1-based. */
  line: number;
}

/** Cells of one physical line; quotes may hide a delimiter. Only for guessing: reading is the CSV parser's work. */
function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const c of line) {
    if (c === '"') quoted = !quoted;
    else if (c === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  return [...cells, cell];
}

/** Finds the delimiter on the line that looks like the header: preamble lines say nothing about it. */
export function sniffDelimiter(lines: readonly string[]): DelimiterGuess {
  let best: DelimiterGuess = { delimiter: ',', reason: 'single', count: 1, line: 1 };
  let bestHits = 0;
  for (const [index, line] of lines.entries())
    for (const delimiter of DELIMITERS) {
      const known = splitLine(line, delimiter).filter(cell => readHeader(cell).field !== null).length;
      if (known >= 2 && known > bestHits) {
        bestHits = known;
        best = { delimiter, reason: 'header', count: known, line: index + 1 };
      }
    }
  return bestHits > 0 ? best : byWidth(lines, best);
}

/** Without a header: the delimiter that makes the most cells in rows of one width. Tags hold a `|` in every row, too. */
function byWidth(lines: readonly string[], fallback: DelimiterGuess): DelimiterGuess {
  let best = fallback;
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const widths = lines.map(line => splitLine(line, delimiter).length);
    for (const [index, width] of widths.entries()) {
      const ends = widths.filter(w => w === width).length * (width - 1);
      if (ends > most) {
        most = ends;
        best = { delimiter, reason: 'columns', count: width, line: index + 1 };
      }
    }
  }
  return best;
}

/**
 * The line end the parser must split at: `\n` when one stands outside quotes (CRLF counts as `\n` with a blank before it),
 * `\r` only where there is no other. A single stray `\r` must not decide for the file.
 */
export function sniffNewline(head: string): '\n' | '\r' {
  let quoted = false;
  let hasReturn = false;
  for (const c of head) {
    if (c === '"') quoted = !quoted;
    if (quoted) continue;
    if (c === '\n') return '\n';
    if (c === '\r') hasReturn = true;
  }
  return hasReturn && !quoted ? '\r' : '\n';
}
