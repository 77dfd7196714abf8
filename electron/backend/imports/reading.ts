import { AppError } from '#electron/backend/errors.ts';
import { cardKey } from '#electron/backend/leads/card-key.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Listed } from '#shared/domain/base/shelf.ts';
import { forEachInSteps, type Steps, toEnd } from '#shared/domain/base/steps.ts';
import { type DateOrder, dateOrder } from '#shared/domain/leads/dates.ts';
import {
  applyChoices,
  type Column,
  type ColumnUse,
  guessMapping,
  hasUnknownHeader,
  isColumnUse,
  joinChosen,
} from '#shared/domain/imports/columns.ts';
import { findHeader, type HeaderRow, joinHeader, rowShapes } from '#shared/domain/imports/layout.ts';
import type { ProductGuess } from '#shared/domain/imports/products.ts';
import { type RowReader, rowReader } from '#shared/domain/imports/read-rows.ts';
import type { CardReader } from '#shared/domain/imports/row-card.ts';
import { fieldsOf } from '#shared/domain/imports/split.ts';
import { tagSeparator } from '#shared/domain/imports/tags.ts';
import { applySaved, findSavedHeader, isSameFormat } from '#shared/domain/imports/saved-format.ts';
import type { KnownFormat } from './known-format.ts';
import type { FileBytes } from './read-file.ts';
import { type DecodedTable, tableSteps } from './read-table.ts';
import { recallReading } from './recall.ts';

export type ReadingChoice = InputOf<'imports', 'preview'>['reading'];

/** A file understood: where its header is, what its columns hold, and the reader of its rows. */
export interface FileReading extends DecodedTable {
  /** Its bytes are not kept: the table holds all of them. */
  file: { name: string; size: number; sha256: string };
  header: HeaderRow;
  columns: Column[];
  product: ProductGuess | null;
  /** How a row becomes a card. */
  reader: CardReader;
  /** The kind of file it is, when one like it came in before. */
  known: KnownFormat | null;
  rows: RowReader;
}

/** Rows the guesses about columns look at. */
const SAMPLE = 200;

/**
 * Reads a file by its guesses, by what was chosen for the last file of its kind, and by a person's choices. Throws
 * FILE_EMPTY, FILE_NOT_TEXT, FILE_QUOTE_OPEN, and FILE_NO_ROWS when nothing follows the header.
 */
export const understand = (...given: Parameters<typeof understandSteps>): FileReading =>
  toEnd(understandSteps(...given));

/** `understand` in steps, for a caller that has other things to do in between. */
export function* understandSteps(
  file: FileBytes,
  choice: ReadingChoice,
  today: Day,
  formats: readonly KnownFormat[] = [],
): Steps<FileReading> {
  const decoded = yield* tableSteps(file, choice, recallReading(file, choice, formats));
  const { delimiter } = decoded;
  const header =
    choice.headerRow === undefined
      ? (findSavedHeader(decoded.table.rows, formats) ?? headerOf(decoded.table.rows))
      : headerAt(decoded.table.lines, choice.headerRow);
  const table = { ...decoded.table, rows: joinHeader(decoded.table.rows, header.index) };
  const names = header.index === null ? [] : (table.rows.at(header.index) ?? []);
  const first = header.index === null ? 0 : header.index + 1;
  const shapeOf = rowShapes(names);
  const sample = table.rows.slice(first, first + SAMPLE).filter(row => shapeOf(row) === 'data');
  if (sample.length === 0) throw new AppError('FILE_NO_ROWS', { name: file.name });
  const guess = guessMapping(names, sample, delimiter?.delimiter ?? '');
  const known = formats.find(format => isSameFormat(guess.columns, format.columns)) ?? null;
  const settled = known ? applySaved(guess.columns, known.columns) : guess.columns;
  const columns = joinChosen(applyChoices(settled, usesOf(choice.columns ?? {})));
  const product = decoded.product ?? guess.product;
  const cells = yield* cellsIn(table.rows, first, columns);
  const reader: CardReader = {
    columns,
    source: product?.product ?? 'file',
    year: Number(today.slice(0, 4)),
    dateOrder: choice.dateOrder ?? known?.dateOrder ?? dateOrderOf(cells.metOn, product),
    tagSeparator: tagSeparator(cells.tags),
    defaults: choice.defaults ?? known?.defaults,
    cardKey,
  };
  const rows = rowReader(table, header.index, reader);
  const { name, sha256 } = file;
  return {
    ...decoded,
    table,
    file: { name, sha256, size: file.bytes.length },
    header,
    columns,
    product,
    known,
    reader,
    rows,
  };
}

/** The cells of the columns whose habits only the whole file shows. */
function* cellsIn(
  rows: Listed<string[]>,
  first: number,
  columns: readonly Column[],
): Steps<{ metOn: string[]; tags: string[] }> {
  const cells = { metOn: new Array<string>(), tags: new Array<string>() };
  const uses = columns.filter(column => column.use === 'metOn' || column.use === 'tags');
  if (uses.length === 0) return cells;
  yield* forEachInSteps(rows, (row, i) => {
    if (i < first) return;
    for (const { use, index } of uses) cells[use as 'metOn' | 'tags'].push(row[index] ?? '');
  });
  return cells;
}

/** Tools that write month first wherever they run. */
const AMERICAN: ReadonlySet<string> = new Set(['zoom', 'outlookEn']);

function dateOrderOf(cells: readonly string[], product: ProductGuess | null): DateOrder {
  const order = dateOrder(cells);
  return order === 'unknown' && product && AMERICAN.has(product.product) ? 'mdy' : order;
}

function headerOf(rows: Listed<string[]>): HeaderRow {
  const found = findHeader(rows);
  return found.index === null && hasUnknownHeader(rows) ? { index: 0, reason: 'contrast', hits: 0 } : found;
}

/** The header a person chose by its line; 0: the file has none. */
function headerAt(lines: readonly number[], line: number): HeaderRow {
  const index = line === 0 ? null : lines.findLastIndex(start => start <= line);
  return { index: index === -1 ? null : index, reason: 'chosen', hits: 0 };
}

const usesOf = (columns: Readonly<Record<string, string>>): Record<string, ColumnUse> =>
  Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, ColumnUse] => isColumnUse(entry[1])),
  );

/** Columns without which a row can name nobody. */
const NAMING = new Set<string>(['company', 'fullName', 'lastName', 'firstName', 'email']);

/** Throws IMPORT_NO_NAME_COLUMN when no column holds a company, a name or an address. */
export function needNames(reading: FileReading): void {
  if (!reading.columns.some(column => fieldsOf(column.use).some(field => NAMING.has(field))))
    throw new AppError('IMPORT_NO_NAME_COLUMN', {});
}
