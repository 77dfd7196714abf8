import type { Listed } from '#shared/domain/base/shelf.ts';
import { type Field, FIELDS, headerKey, readHeader } from './aliases.ts';
import { isOfContact } from './header-words.ts';
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
export function hasUnknownHeader(rows: Pick<Listed<string[]>, 'slice'>): boolean {
  const [first = [], ...rest] = rows.slice(0, 50);
  const typed = first.map((cell, i) => {
    const field = byContent(rest.map(row => (row[i] ?? '').trim()).filter(text => text !== ''));
    const pattern = CONTENT.find(([name]) => name === field)?.[1];
    return pattern ? !pattern.test(cell.trim()) && cell.trim() !== '' && cell.trim().length <= 20 : null;
  });
  const known = typed.filter(contrast => contrast !== null);
  return known.length >= 2 && known.every(contrast => contrast);
}

/** Headers over numbers: in a list of one row every 1 would look like a mark. */
const COUNTED =
  /^(?:no|行|項|id)$|番$|番号|連番|項番|枚数|人数|数量|個数|回数|件数|口数|コド|価格|金額|参加費|順位?$|id$|number|count|qty/;
const isFlags = (header: string, cells: readonly string[]): boolean =>
  header !== '' &&
  cells.length > 0 &&
  !COUNTED.test(headerKey(header)) &&
  cells.every(cell => /^[1１○●✓◯]$/.test(cell));

/** Days under these headers are not the day somebody was met. */
const OTHER_DAY =
  /予定|次回|期限|期日|更新|満了|終了|変更|修正|締|納|発送|契約|支払|請求|入社|退職|入金|modif|updat|due|next|expir|deadline/i;
const isOtherDay = (field: Field, header: string): boolean => field === 'metOn' && OTHER_DAY.test(header);

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
  if (isFlags(column.header, cells)) return { ...column, use: 'tag', reason: 'flags' };
  const content = byContent(cells);
  return content && !isOtherDay(content, column.header)
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

const HONORIFIC = /^(?:肩書き?|title)$/i;
const key = ({ header }: Column): string => headerKey(header);

/** What a colleague in charge writes is about the person on the card. */
const OF_ANYBODY: ReadonlySet<ColumnUse> = new Set(['memo', 'tags', 'rank', 'metOn', 'optOut', 'doNotCall']);

/** A customer is a company in a list that names people beside it and no company. */
const isCustomer = (column: Column): boolean => /^(?:顧客|お客様)名$/.test(key(column));

/** What a word of many meanings stands for among the other columns; null where it keeps the meaning it has. */
function settled(column: Column, all: readonly Column[]): ColumnUse | null {
  const { use, index } = column;
  const others = (used: ColumnUse) => all.filter(c => c.use === used && c.index !== index);
  const companies = others('company');
  const names = [...others('lastName'), ...others('fullName')];
  if (use === 'fullName' && column.header === '名前' && others('lastName').length > 0)
    return others('firstName').length === 0 ? 'firstName' : null;
  if (use === 'firstKana' && others('lastKana').length === 0) return 'kana';
  if (use === 'company' && key(column) === '所属' && companies.length > 0) return 'department';
  if (isCustomer(column)) return companies.length === 0 && names.length > 0 ? 'company' : null;
  if (use === 'kana' && all[index - 1]?.use === 'company')
    return others('kana').length > 0 || all[index + 1]?.use === 'fullName' ? 'companyKana' : null;
  const isPerson = (c: Column): boolean => !isOfContact(key(c)) && !(isCustomer(c) && companies.length === 0);
  const isInCharge = names.some(c => isPerson(c) && c.filled * 2 >= column.filled);
  if (!isOfContact(key(column)) || !isInCharge || OF_ANYBODY.has(use)) return null;
  return use === 'fullName' && !key(column).startsWith('ご') ? 'owner' : 'ignore';
}

/**
 * Words that mean different things in different files. Beside 役職, 肩書き is an honorific (Outlook); so is Title beside
 * Job Title. Beside 姓 or 苗字 without 名, 名前 is the given name. Without 姓フリガナ, 名前フリガナ is the whole reading; フリガナ
 * right behind 会社名 is the company's. Beside 会社名, 所属 is a department. Beside 氏名, 担当者 is the colleague in charge.
 */
function settleTraps(columns: readonly Column[]): Column[] {
  const jobTitle = columns.some(c => c.use === 'title' && !HONORIFIC.test(c.header));
  return columns.map(column => {
    if (jobTitle && column.use === 'title' && HONORIFIC.test(column.header))
      return { ...column, use: 'ignore', reason: 'honorific' };
    if (column.reason !== 'header') return column;
    const use = settled(column, columns);
    if (use === null) return column;
    return use === 'ignore' ? { ...column, use, reason: 'notNeeded' } : { ...column, use };
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
