import { readTitle } from '#shared/domain/leads/titles.ts';
import { type Field, FIELDS } from './aliases.ts';

/** A column whose cells hold several fields, in the order they stand there: `company+department+title`. */
export type SplitUse = `${Field}+${string}`;

const KNOWN: ReadonlySet<string> = new Set(FIELDS);
const isField = (text: string): text is Field => KNOWN.has(text);

/** The fields a use fills: several for a column that is split, none for `tag` and `ignore`. */
export const fieldsOf = (use: string): Field[] => use.split('+').filter(isField);

/** True for two or more different fields joined by `+`. */
export const isSplitUse = (use: string): use is SplitUse => {
  const parts = use.split('+');
  return parts.length > 1 && parts.every(isField) && new Set(parts).size === parts.length;
};

/** What people ask for most, in the order a picker shows them; any other order and number works as well. */
export const USUAL_SPLITS: readonly SplitUse[] = [
  'company+fullName',
  'company+department',
  'company+department+title',
  'company+department+title+fullName',
  'department+title',
  'title+fullName',
  'fullName+kana',
  'postalCode+address',
];

const digits = (text: string): number => text.replace(/\D/g, '').length;
const isPhone = (text: string): boolean =>
  digits(text) >= 9 && digits(text) <= 15 && digits(text) > text.replace(/\s/g, '').length * 0.55;
const isMobile = (text: string): boolean => /^\D*(?:\+?81[- ]?)?0?[6789]0/.test(text);
const isDepartment = (text: string): boolean =>
  /(?:部|課|室|係|局|班|チーム|グループ|\b(?:dept\.?|department|division|group|team))$/i.test(text);

/** What a piece shows to be whatever column it stands in. */
const SHOWS: Partial<Record<Field, (text: string) => boolean>> = {
  email: text => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  url: text => /^(?:https?:\/\/|www\.)\S+$/i.test(text),
  postalCode: text => /^〒?\s*\d{3}-?\d{4}$/.test(text),
  mobile: text => isPhone(text) && isMobile(text),
  phoneMain: text => isPhone(text) && !isMobile(text),
  company: text =>
    /会社|\((?:株|有|同|資|名)\)|[社財]団法人|学校法人|医療法人|協同組合|\b(?:inc|corp|co|ltd|llc|gmbh|k\.k)\b\.?/i.test(
      text,
    ),
  department: isDepartment,
  title: text => !isDepartment(text) && (readTitle(text).rank ?? 8) < 8,
};
/** What a piece may be where the column says so, but shows nowhere else. */
const MAY_BE: Partial<Record<Field, (text: string) => boolean>> = {
  phoneDirect: isPhone,
  phoneDepartment: isPhone,
  fax: isPhone,
  address: text => /^(?:北海道|東京都|京都府|大阪府|.{2,3}県)|[市区町村郡].*\d/.test(text),
  kana: text => /^[\p{Script=Katakana}\p{Script=Hiragana}ー\s]+$/u.test(text),
  fullName: text =>
    /^[\p{Script=Han}々ヶ]{1,4}\s(?:[\p{Script=Han}々]{1,3}|[\p{Script=Hiragana}\p{Script=Katakana}ー]{1,5})(?:\s?(?:様|さん|先生|殿|氏))?$/u.test(
      text,
    ) || /^[A-Z][a-z'-]+\s[A-Z][a-z'-]+$/.test(text),
};

const PHONES: ReadonlySet<Field> = new Set(['phoneMain', 'phoneDirect', 'phoneDepartment', 'mobile', 'fax']);
const isSameKind = (a: Field, b: Field): boolean => a === b || (PHONES.has(a) && PHONES.has(b));

/** True when a piece can be told to belong to the field by itself. */
export const shows = (field: Field, piece: string): boolean => {
  const test = SHOWS[field] ?? MAY_BE[field];
  return test?.(piece.normalize('NFKC').trim()) ?? false;
};
const showsOther = (field: Field, piece: string): boolean =>
  !shows(field, piece) &&
  Object.entries(SHOWS).some(
    ([other, test]) => isField(other) && !isSameKind(other, field) && test(piece.normalize('NFKC').trim()),
  );

interface Token {
  from: number;
  to: number;
}

const BRACKETED_FORM = '[(（](?:株|有|同|資|名|医|学|福|社|財|独|協|一社|一財|公社|公財|特非)[)）]';
const POSTAL_CODE = '〒?\\s*[0-9０-９]{3}[-－‐−ー][0-9０-９]{4}(?![0-9０-９]|[-－‐−][0-9０-９])';
/** What stands between fields, the surest marks first; each level splits at its own marks and those before it. */
const LEVELS = ['\\n\\t|｜/／', '・、,，;；()（）\\[\\]［］【】', '\\s'].map((_, i, marks) => {
  const between = marks.slice(0, i + 1).join('');
  return new RegExp(`${POSTAL_CODE}|(?:${BRACKETED_FORM}|[^${between}])+`, 'gu');
});

/** More pieces than a card has lines: what is longer is a text, and its end stays together. */
const MAX_TOKENS = 16;

function tokensOf(cell: string, level: RegExp): Token[] {
  const tokens = [...cell.matchAll(level)]
    .map(({ 0: text, index }) => ({ from: index, to: index + text.length }))
    .filter(({ from, to }) => cell.slice(from, to).trim() !== '');
  const last = tokens.at(-1);
  return tokens.length > MAX_TOKENS && last
    ? [...tokens.slice(0, MAX_TOKENS - 1), { from: tokens[MAX_TOKENS - 1]?.from ?? last.from, to: last.to }]
    : tokens;
}

/** The text from one token to another, with the bracket that belongs to it. */
function textOf(cell: string, first: Token, last: Token): string {
  const text = cell.slice(first.from, last.to);
  const isOpen = (text.match(/[(（]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0);
  const next = cell[last.to] ?? '';
  return (isOpen && /[)）]/.test(next) ? text + next : text).trim();
}

const EMPTY = -1;
/** A company takes no more words than it must: the next may be a surname. */
const FURTHER = 0.25;

/** How well the tokens suit the field: 3 where the piece shows it, less for every token that shows another. */
function suits(field: Field, cell: string, tokens: readonly Token[]): number {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return EMPTY;
  const others = tokens.filter(token => showsOther(field, textOf(cell, token, token))).length;
  const further = field === 'company' ? FURTHER * (tokens.length - 1) : 0;
  const isPlain = field === 'company' || tokens.length === 1;
  return (shows(field, textOf(cell, first, last)) ? 3 : isPlain ? 1 : 0.5) - 2 * others - further;
}

type Shares = { score: number; ends: number[] };

/** The best way to give all tokens in their order to the fields in theirs; the earlier field wins a tie. */
function share(cell: string, tokens: readonly Token[], fields: readonly Field[]): Shares {
  let best: (Shares | null)[] = tokens.map(() => null);
  best = [{ score: 0, ends: [] }, ...best];
  for (const [k, field] of fields.entries()) {
    const isLast = k === fields.length - 1;
    best = best.map((_, end) => {
      if (isLast && end < tokens.length) return null;
      let found: Shares | null = null;
      for (let from = 0; from <= end; from++) {
        const before = best[from];
        if (!before) continue;
        const score = before.score + suits(field, cell, tokens.slice(from, end));
        if (!found || score >= found.score) found = { score, ends: [...before.ends, end] };
      }
      return found;
    });
  }
  return best[tokens.length] ?? { score: EMPTY, ends: [] };
}

/**
 * Splits a cell into the fields it holds, in the order given; a field the cell lacks is left out. All text but the marks
 * between the fields is kept. Pieces go by what they show (a legal form, 部, a title, an address), by the surest marks
 * (line end, slash) first, and otherwise in order. A name without a space stays whole.
 */
export function splitCell(cell: string, fields: readonly Field[]): [Field, string][] {
  const ways = LEVELS.map(level => {
    const tokens = tokensOf(cell, level);
    return { tokens, ...share(cell, tokens, fields) };
  });
  const best = ways.reduce((a, b) => (b.score > a.score ? b : a));
  return fields.flatMap((field, k): [Field, string][] => {
    const [from, to] = [k === 0 ? 0 : (best.ends[k - 1] ?? 0), best.ends[k] ?? 0];
    const [first, last] = [best.tokens[from], best.tokens[to - 1]];
    return first && last && to > from ? [[field, textOf(cell, first, last)]] : [];
  });
}
