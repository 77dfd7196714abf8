import { type Field, FIELDS, readHeader } from './aliases.ts';
import { guessProduct, type ProductGuess } from './products.ts';
import { fieldsOf, isSplitUse, type SplitUse } from './split.ts';
import { useOfCells, useOfParts } from './split-guess.ts';

export type ColumnUse = Field | SplitUse | 'tag' | 'ignore';
const USES: ReadonlySet<string> = new Set([...FIELDS, 'tag', 'ignore']);

/** True for a field a column can go to, several joined by `+`, `tag` and `ignore`. */
export const isColumnUse = (text: string): text is ColumnUse => USES.has(text) || isSplitUse(text);

export const COLUMN_REASONS = [
  'header',
  'content',
  'split',
  'flags',
  'empty',
  'honorific',
  'notNeeded',
  'question',
  'unknown',
  'saved',
  'chosen',
] as const;
export type ColumnReason = (typeof COLUMN_REASONS)[number];

/** What one column of the file is used for, and why. */
export interface Column {
  index: number;
  /** As printed; '' for a column without a name. */
  header: string;
  use: ColumnUse;
  /** Which set of numbered columns it belongs to (a second address, a second phone). */
  set: number;
  reason: ColumnReason;
  /** The column that says what kind the value is (Google's `Phone 1 - Label`). */
  label?: number | undefined;
  /** Share of the sample rows with something in the cell, 0…1. */
  filled: number;
  /** It goes to a field another column goes to as well: both are read as one value. */
  joined?: boolean | undefined;
}
export interface Mapping {
  columns: Column[];
  product: ProductGuess | null;
}

const CONTENT: readonly (readonly [Field, RegExp])[] = [
  ['email', /^\S+@\S+\.\S+$/],
  ['mobile', /^\+?(?:81[- ]?)?0?[6789]0[- ]?\d{4}[- ]?\d{4}$/],
  ['phoneMain', /^\+?0\d{1,4}[-( ]\d{1,4}[-) ]\d{3,4}$/],
  ['postalCode', /^〒?\d{3}-\d{4}$/],
  ['company', /株式会社|有限会社|合同会社|\(株\)|㈱|㈲|社団法人|財団法人|, ?inc\.?$|co\., ?ltd/i],
  ['address', /^(?:〒\S+ ?)?(?:北海道|東京都|京都府|大阪府|.{2,3}県)\S/],
  ['url', /^(?:https?:\/\/|www\.)\S+$/],
  ['title', /(?:部長|課長|係長|主任|取締役|社長|マネージャー)$/],
  ['metOn', /^20\d\d[-/年]\d{1,2}[-/月]\d{1,2}/],
  ['fullName', /^[\p{Script=Han}]{1,4}[ 　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,5}$/u],
];

/** The field most cells of a column look like, when at least 60 % of them do. */
function byContent(cells: readonly string[]): Field | null {
  if (cells.length === 0) return null;
  const share = (pattern: RegExp) => cells.filter(cell => pattern.test(cell)).length / cells.length;
  return CONTENT.find(([, pattern]) => share(pattern) >= 0.6)?.[0] ?? null;
}

/**
 * A header of unknown words, told by contrast: at least two columns hold what can be recognised (addresses, numbers, company
 * names) in the rows below, and the first row has short text of another kind in them.
 */
export function hasUnknownHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows.slice(0, 50);
  const typed = first.map((cell, i) => {
    const field = byContent(rest.map(row => (row[i] ?? '').trim()).filter(text => text !== ''));
    const pattern = CONTENT.find(([name]) => name === field)?.[1];
    return pattern ? !pattern.test(cell.trim()) && cell.trim() !== '' && cell.trim().length <= 20 : null;
  });
  const known = typed.filter(contrast => contrast !== null);
  return known.length >= 2 && known.every(contrast => contrast);
}

const isFlags = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every(cell => /^[1１○●✓◯]$/.test(cell));

function guessColumn(header: string, index: number, rows: readonly (readonly string[])[]): Column {
  const cells = rows.map(row => (row[index] ?? '').trim()).filter(cell => cell !== '');
  const reading = readHeader(header);
  const column = {
    index,
    header: header.trim(),
    set: reading.set,
    filled: rows.length === 0 ? 0 : cells.length / rows.length,
  };
  if (reading.field) return { ...column, use: reading.field, reason: 'header' };
  if (reading.isQuestion && cells.length > 0) return { ...column, use: 'memo', reason: 'question' };
  if (reading.notNeeded) return { ...column, use: 'ignore', reason: 'notNeeded' };
  if (cells.length === 0) return { ...column, use: 'ignore', reason: 'empty' };
  const parts = useOfParts(header, cells);
  if (parts) return { ...column, use: parts, reason: 'header' };
  if (column.header !== '' && isFlags(cells)) return { ...column, use: 'tag', reason: 'flags' };
  const content = byContent(cells);
  return content
    ? { ...column, use: content, reason: 'content' }
    : { ...column, use: 'ignore', reason: 'unknown' };
}

/** A field guessed from cells alone gives way to a column whose header names it. */
function dropRivals(columns: readonly Column[]): Column[] {
  const named = new Set<string>(columns.filter(c => c.reason === 'header').flatMap(c => fieldsOf(c.use)));
  const person = named.has('lastName') || named.has('fullName');
  return columns.map(column => {
    const rival = named.has(column.use) || (column.use === 'fullName' && person);
    return column.reason === 'content' && rival ? { ...column, use: 'ignore', reason: 'unknown' } : column;
  });
}

/** Splits columns whose cells hold more than their header says, where no other column has it. */
function splitByCells(columns: readonly Column[], rows: readonly (readonly string[])[]): Column[] {
  return columns.map(column => {
    const [field, further] = fieldsOf(column.use);
    if (!field || further || (column.reason !== 'header' && column.reason !== 'content')) return column;
    const others = new Set<string>(columns.flatMap(other => (other === column ? [] : fieldsOf(other.use))));
    const cells = rows.map(row => (row[column.index] ?? '').trim()).filter(cell => cell !== '');
    const use = useOfCells(field, cells, others);
    return use === null ? column : { ...column, use, reason: 'split' };
  });
}

/** Beside a column for the company, 所属 in a list of fields (所属・役職) is the department. */
function settleAffiliation(columns: readonly Column[]): Column[] {
  const hasCompany = columns.some(column => column.use === 'company');
  return columns.map(column => {
    const isMeant = isSplitUse(column.use) && column.header.includes('所属') && hasCompany;
    const use = column.use.replace('company', 'department');
    return isMeant && isColumnUse(use) ? { ...column, use } : column;
  });
}

const LABELLED = /^(.+) (\d+) - (Label|Type|.+)$/;

/** Gives each value of a numbered group the column that labels the group. */
function withLabels(columns: readonly Column[]): Column[] {
  const labels = new Map<string, number>();
  for (const { header, index } of columns) {
    const [, group, n, part] = LABELLED.exec(header) ?? [];
    if (part === 'Label' || part === 'Type') labels.set(`${group} ${n}`, index);
  }
  return columns.map(column => {
    const [, group, n] = LABELLED.exec(column.header) ?? [];
    const label = labels.get(`${group} ${n}`);
    return label === undefined || label === column.index ? column : { ...column, label };
  });
}

/**
 * Words that mean different things in different files. Beside 役職, 肩書き is an honorific (Outlook); so is Title beside
 * Job Title. Beside 姓 or 苗字 without 名, 名前 is the given name. Without 姓フリガナ, 名前フリガナ is the whole reading.
 */
function settleTraps(columns: readonly Column[]): Column[] {
  const count = (use: ColumnUse) => columns.filter(c => c.use === use).length;
  const jobTitle = columns.some(c => c.use === 'title' && !/^(?:肩書き?|title)$/i.test(c.header));
  return columns.map(column => {
    if (jobTitle && column.use === 'title' && /^(?:肩書き?|title)$/i.test(column.header))
      return { ...column, use: 'ignore', reason: 'honorific' };
    if (
      column.use === 'fullName' &&
      column.header === '名前' &&
      count('lastName') > 0 &&
      count('firstName') === 0
    )
      return { ...column, use: 'firstName' };
    if (column.use === 'firstKana' && count('lastKana') === 0) return { ...column, use: 'kana' };
    return column;
  });
}

/**
 * Guesses what each column holds, from the headers first and the cells second. `headers` is empty when the file has no
 * header row. Several columns may serve one field; nothing is lost by `ignore`, since the raw row is kept.
 */
export function guessMapping(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  delimiter: string,
): Mapping {
  const width = Math.max(headers.length, ...sample.map(row => row.length), 0);
  const columns = Array.from({ length: width }, (_, i) => guessColumn(headers[i] ?? '', i, sample));
  const settled = settleAffiliation(settleTraps(dropRivals(columns)));
  return { columns: withLabels(splitByCells(settled, sample)), product: guessProduct(headers, delimiter) };
}

/** Columns with a person's choice put in place of the guess. Unknown indexes are left out. */
export function applyChoices(
  columns: readonly Column[],
  choices: Readonly<Record<string, ColumnUse>>,
): Column[] {
  return columns.map(column => {
    const use = choices[String(column.index)];
    return use === undefined ? column : { ...column, use, reason: 'chosen' };
  });
}

/** Fields whose values read on from column to column. Of the others every value counts by itself already. */
export const READS_ON: ReadonlySet<ColumnUse> = new Set([
  'company',
  'fullName',
  'title',
  'kana',
  'companyKana',
  'industry',
]);

/** Marks the columns a person put, or several fields of one cell go, to a field that has one already, so that neither value is lost. */
export function joinChosen(columns: readonly Column[]): Column[] {
  const seen = new Set<ColumnUse>();
  return columns.map(column => {
    const fields = fieldsOf(column.use);
    const isChosen = column.reason === 'chosen' || column.reason === 'saved' || fields.length > 1;
    const joined = isChosen && fields.some(field => READS_ON.has(field) && seen.has(field));
    for (const field of fields) seen.add(field);
    return joined ? { ...column, joined } : column;
  });
}
