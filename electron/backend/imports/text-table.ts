import papaparse from 'papaparse';
import { AppError } from '#electron/backend/errors.ts';
import { Shelf } from '#shared/domain/base/shelf.ts';
import type { Steps } from '#shared/domain/base/steps.ts';
import type { Table } from '#shared/domain/imports/read-rows.ts';
import { usualWidth } from '#shared/domain/imports/shifted.ts';

/** Characters parsed between two turns of the process. */
const WINDOW = 131_072;

/**
 * Parses a text that comes in pieces, so that it is never held whole; the rows go on a shelf. Throws FILE_QUOTE_OPEN with
 * the line where a quoted cell starts that never ends. `window`: how much is parsed at once; changes nothing else.
 */
export function* parseText(
  name: string,
  pieces: Iterable<string>,
  { delimiter, newline }: { delimiter: string; newline: '\n' | '\r' },
  window = WINDOW,
): Steps<Table> {
  const parser = new papaparse.Parser({ delimiter, newline, quoteChar: '"' });
  const rows = new Rows(delimiter);
  let text = '';
  let wanted = window;
  const parse = (isEnd: boolean): void => {
    const { data, errors, meta } = parser.parse(text, 0, !isEnd) as papaparse.ParseResult<string[]>;
    const first = rows.count;
    for (const row of data) rows.add(row);
    for (const { row = 0, code, type } of errors) {
      // Behind the last whole row nothing is sure yet.
      if (code === 'MissingQuotes')
        throw new AppError('FILE_QUOTE_OPEN', { name, line: rows.lineOf(first + row) });
      if (type === 'Quotes' && row < data.length) rows.damage(first + row);
    }
    text = text.slice(meta.cursor);
    // A row longer than the window is tried again with twice as much, so that no text is parsed many times over.
    wanted = data.length > 0 ? window : wanted * 2;
  };
  for (const piece of newline === '\n' ? withLineFeeds(pieces) : pieces) {
    text += piece;
    if (text.length < wanted) continue;
    parse(false);
    yield;
  }
  // To the parser nothing is no row; behind a line end it is an empty last one.
  if (text === '' && rows.count > 0) rows.add(['']);
  else parse(true);
  return rows.table();
}

/** Beside line feeds a lone carriage return ends a line, too. */
function* withLineFeeds(pieces: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r(?!\n)/g, '\n');
  }
  if (held !== '') yield '\n';
}

/** Fewer delimiters than this on a line of a memo are commas of a sentence. */
const ROW_LIKE = 4;

/** The rows of a text as they are found, and what must be known of all of them. */
class Rows {
  readonly #delimiter: string;
  readonly #shelf = new Shelf<string[], string[]>({ pack: row => row, unpack: row => row });
  readonly #lines: number[] = [];
  readonly #widths: number[] = [];
  readonly #damaged = new Set<number>();
  /** Rows with a line inside a cell that could be a row, and the cells it would have. */
  readonly #swallowing = new Map<number, number>();
  #line = 1;
  /** The newest row: the last of a text is left out when it is empty. */
  #newest: string[] | null = null;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  get count(): number {
    return this.#lines.length;
  }

  add(row: string[]): void {
    if (this.#newest) this.#shelf.push(this.#newest);
    const last = row.at(-1);
    // With `\n` as line end, CRLF leaves a carriage return on an unquoted last cell.
    if (last?.endsWith('\r')) row[row.length - 1] = last.slice(0, -1);
    this.#lines.push(this.#line);
    this.#widths.push(row.length);
    this.#line += 1;
    for (const cell of row) if (cell.includes('\n')) this.#lookInto(cell.split('\n'));
    this.#newest = row;
  }

  #lookInto(lines: readonly string[]): void {
    this.#line += lines.length - 1;
    const index = this.count - 1;
    const widest = lines.reduce((most, line) => Math.max(most, line.split(this.#delimiter).length), 0);
    if (widest >= Math.max(ROW_LIKE, this.#swallowing.get(index) ?? 0)) this.#swallowing.set(index, widest);
  }

  /** The line a row starts on. */
  lineOf(index: number): number {
    return this.#lines[index] ?? this.#lines.at(-1) ?? 1;
  }

  damage(index: number): void {
    this.#damaged.add(index);
  }

  table(): Table {
    if (this.#newest?.join('') === '') {
      this.#lines.pop();
      this.#widths.pop();
    } else if (this.#newest) this.#shelf.push(this.#newest);
    // A cell that holds whole rows: two stray quotes, each of which looks right by itself.
    const least = Math.max(ROW_LIKE, usualWidth(this.#widths) - 1);
    for (const [index, widest] of this.#swallowing) if (widest >= least) this.#damaged.add(index);
    return {
      rows: this.#shelf,
      lines: this.#lines,
      widths: this.#widths,
      quoteDamaged: new Set([...this.#damaged].map(index => this.lineOf(index))),
    };
  }
}
