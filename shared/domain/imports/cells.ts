import { cleanCell, hasPrivateUse } from '#shared/domain/leads/cell.ts';
import type { Note } from '#shared/domain/leads/card.ts';
import { isPrivateLabel } from '#shared/domain/leads/phones.ts';
import { tidy } from '#shared/domain/base/text.ts';
import { type Field, readHeader } from './aliases.ts';
import { type Column, READS_ON } from './columns.ts';
import { fieldsOf, isSplitUse, splitCell } from './split.ts';

/** One filled cell of a row, with what its column says about it. */
export interface Value {
  text: string;
  header: string;
  /** 2 for `TEL-1(2)`: the second set of numbered columns. */
  set: number;
}
export type Values = ReadonlyMap<Field, readonly Value[]>;

/** What products write into a field nobody filled in. */
const FILLERS =
  /^(?:0{1,4}[-/]0{1,2}[-/]0{1,2}|指定なし|標準|未入力|未設定|false|unspecified|#?n\/a|null|[-‐―－]+|同上|〃|々|")$/i;
const DITTO = /^(?:同上|〃|々)$/;
const PHONES: ReadonlySet<string> = new Set(['phoneMain', 'phoneDirect', 'phoneDepartment', 'mobile', 'fax']);
/** Lists of contacts label these with the place they belong to; a private mailbox is still how the person is reached. */
const PLACED: ReadonlySet<string> = new Set([
  ...PHONES,
  'postalCode',
  'address',
  'prefecture',
  'city',
  'street',
  'building',
  'url',
]);

/** Memo columns whose header is part of what they say (a question of a form), by the columns of a file. */
const questionsOf = new WeakMap<readonly Column[], ReadonlySet<number>>();
function questions(columns: readonly Column[]): ReadonlySet<number> {
  const known = questionsOf.get(columns);
  if (known) return known;
  const memos = columns.filter(
    c => c.use === 'memo' && c.header !== '' && readHeader(c.header).field !== 'memo',
  );
  const found = new Set(memos.map(column => column.index));
  questionsOf.set(columns, found);
  return found;
}

/** The text under its label: `Work Fax` in the column before is `Work Fax: 03-…` in one cell. */
const labelled = (text: string, label: string): string =>
  text
    .split(/\s*:::\s*/)
    .map(part => `${label}: ${part}`)
    .join('\n');

/**
 * The filled cells of a row by field, in the order of the columns, and the headers of its flag columns. Fillers are
 * blank; what a label calls private (自宅, Home) is left out.
 */
export function cellsOf(
  row: readonly string[],
  columns: readonly Column[],
  notes: Note[],
): { values: Values; flags: string[] } {
  const values = new Map<Field, Value[]>();
  const flags: string[] = [];
  for (const column of columns) {
    const { use, index, header, set } = column;
    if (use === 'ignore') continue;
    const text = cleanCell(row[index] ?? '');
    if (DITTO.test(text)) notes.push({ code: 'dittoMark', text: header });
    if (text === '' || (FILLERS.test(text) && use !== 'optOut')) continue;
    if (hasPrivateUse(text)) notes.push({ code: 'privateUseCharacter', text });
    if (use === 'tag') {
      flags.push(tidy(header));
      continue;
    }
    if (isSplitUse(use)) {
      for (const [field, piece] of splitCell(text, fieldsOf(use)))
        if (!FILLERS.test(piece))
          add(values, field, { text: piece, header, set }, column.joined === true && READS_ON.has(field));
      continue;
    }
    const label = column.label === undefined ? '' : cleanCell(row[column.label] ?? '').replace(/^\*\s*/, '');
    if (label !== '' && PLACED.has(use) && isPrivateLabel(label)) continue;
    const isAnswer = use === 'memo' && questions(columns).has(index);
    const said = isAnswer ? `${tidy(header)}: ${text}` : text;
    const value = { text: label !== '' && PHONES.has(use) ? labelled(text, label) : said, header, set };
    add(values, use, value, column.joined === true);
  }
  return { values, flags };
}

/** Puts a value to its field; one that is joined reads on from the value before it. */
function add(values: Map<Field, Value[]>, field: Field, value: Value, isJoined: boolean): void {
  const list = values.get(field);
  const last = isJoined ? list?.pop() : undefined;
  if (list) list.push(last ? { ...last, text: `${last.text} ${value.text}` } : value);
  else values.set(field, [value]);
}
