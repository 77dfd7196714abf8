import { readHeader } from './aliases.ts';

export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface DelimiterGuess {
  delimiter: Delimiter;
  /** `header`: it splits one line into known headers. `columns`: it gives the same width on most lines. `single`: one column. */
  reason: 'header' | 'columns' | 'single' | 'chosen';
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

function byWidth(lines: readonly string[], fallback: DelimiterGuess): DelimiterGuess {
  let best = fallback;
  let bestLines = 0;
  for (const delimiter of DELIMITERS) {
    const widths = lines.map(line => splitLine(line, delimiter).length);
    for (const [index, width] of widths.entries()) {
      const same = widths.filter(w => w === width).length;
      if (width > 1 && (same > bestLines || (same === bestLines && width > best.count))) {
        bestLines = same;
        best = { delimiter, reason: 'columns', count: width, line: index + 1 };
      }
    }
  }
  return best;
}

/** The line end the parser must split at, taken from the first one outside quotes; CRLF counts as `\n` with a blank before it. */
export function sniffNewline(head: string): '\n' | '\r' {
  let quoted = false;
  for (let i = 0; i < head.length; i++) {
    const c = head[i];
    if (c === '"') quoted = !quoted;
    if (!quoted && c === '\n') return '\n';
    if (!quoted && c === '\r') return head[i + 1] === '\n' ? '\n' : '\r';
  }
  return head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
}
