import { type Field, readHeader } from './aliases.ts';
import { shows, splitCell, type SplitUse } from './split.ts';

/** Marks a header lists its fields with, and what may do so but also stands in names of one field. */
const LISTED = /[・/／、,，+＋&＆|｜]/;
const MARKS = /[・/／、,，+＋&＆|｜\s()（）[\]［］【】「」]+/;

/** The fields a header names one after another (会社名・部署・役職, 氏名（カナ）); empty for a header that means one thing. */
export function headerParts(header: string): Field[] {
  const { field, notNeeded, isQuestion } = readHeader(header);
  if (field !== null || notNeeded || isQuestion) return [];
  const words = header.split(MARKS).filter(word => word !== '');
  const fields = words.map(word => readHeader(word).field);
  if (words.length < 2 || fields.length > 6) return [];
  return fields.every(found => found !== null) ? [...new Set(fields)] : [];
}

/** At least this share of the cells must agree. */
const MOST = 0.6;
const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;

/**
 * The use of a column whose header names several fields: one of them when all are the same, null when blanks or brackets
 * may only narrow a word (会社 メール) and the cells do not hold two things either.
 */
export function useOfParts(header: string, cells: readonly string[]): Field | SplitUse | null {
  const [first, ...rest] = headerParts(header);
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const holdsTwo = (cell: string): boolean => splitCell(cell, [first, ...rest]).length > 1;
  return LISTED.test(header) || share(cells, holdsTwo) >= MOST ? `${first}+${rest.join('+')}` : null;
}

/** What may stand in a column of one name besides what it says; tried in this order. */
const WITHIN: Partial<Record<Field, readonly (readonly [Field, Field, ...Field[]])[]>> = {
  company: [
    ['company', 'department', 'title', 'fullName'],
    ['company', 'department', 'title'],
    ['company', 'fullName'],
    ['company', 'department'],
  ],
  fullName: [
    ['fullName', 'kana'],
    ['title', 'fullName'],
    ['company', 'fullName'],
  ],
  kana: [['fullName', 'kana']],
  department: [['department', 'title']],
  title: [['department', 'title']],
  address: [['postalCode', 'address']],
};
const NAMES: readonly Field[] = ['fullName', 'lastName', 'firstName'];

/** True when another column of the file holds the field. */
const isServed = (field: Field, others: ReadonlySet<string>): boolean =>
  NAMES.includes(field) ? NAMES.some(name => others.has(name)) : others.has(field);

/** How a column of one field must be split as its cells show, where no other column has the further fields; or null. */
export function useOfCells(
  field: Field,
  cells: readonly string[],
  others: ReadonlySet<string>,
): SplitUse | null {
  for (const [first, ...rest] of WITHIN[field] ?? []) {
    const fields = [first, ...rest];
    if (cells.length < 2 || fields.some(part => part !== field && isServed(part, others))) continue;
    const isSplit = (cell: string): boolean => {
      const pieces = splitCell(cell, fields);
      return pieces.length === fields.length && pieces.every(([part, text]) => shows(part, text));
    };
    if (share(cells, isSplit) >= MOST) return `${first}+${rest.join('+')}`;
  }
  return null;
}
