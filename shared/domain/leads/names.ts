import { foldKey, tidy, toKatakana } from '#shared/domain/base/text.ts';

export type NameFlag = 'nameNotSplit' | 'nameOrderFromFullName' | 'nameUnreadable' | 'degreeRemoved';

/** A person's name. Display parts keep the card's characters; the keys are folded (NFKC, variants, no spaces). */
export interface PersonName {
  name: string;
  last: string;
  first: string;
  kana: string;
  /** Folded last and first name together; '' when the card has no name. */
  key: string;
  lastKey: string;
  flags: NameFlag[];
}
export interface NameCells {
  full: string;
  last: string;
  first: string;
  kana: string;
  lastKana: string;
  firstKana: string;
}

const HONORIFICS = /(?:\s*(?:様|さん|先生|御中)|\s+(?:殿|氏))$/u;
const DEGREES =
  /(?:^|\s)(?:Dr|Prof|Mr|Mrs|Ms|Ph\.?\s?D|MBA|PMP|博士|教授)\.?(?=\s|$)|\s*[(（]?(?:工学|理学|医学|農学)?博士(?:[(（][^()（）]*[)）])?[)）]?$/giu;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー\s・]+$/u;
/** What stands in brackets beside a name, except the legal form of a company. */
const BRACKETS = /[(（［[](?!(?:株|有|同|資|名|社|財|医|学)[)）\]］])([^()（）[\]［］]*)[)）\]］]/g;

/** Few names have any, and every name of a file is asked. */
const hasBrackets = (text: string): boolean => /[(（［[]/.test(text);
const inBrackets = (text: string): string[] =>
  !hasBrackets(text)
    ? []
    : [...text.matchAll(BRACKETS)].map(([, inside = '']) => tidy(inside)).filter(inside => inside !== '');

/** The reading somebody wrote beside the name: 佐藤 花子（さとう はなこ）. */
const kanaBeside = (text: string): string => inBrackets(text).find(inside => KANA.test(inside)) ?? '';

/** What else stands in brackets beside a name (旧姓：山田): no part of the name, but worth keeping. */
export const besideName = (cells: readonly string[]): string[] =>
  cells.flatMap(inBrackets).filter(inside => !KANA.test(inside));

const clean = (text: string): string => {
  const bare = tidy(hasBrackets(text) ? text.replace(BRACKETS, ' ') : text);
  const tidied = (bare || tidy(text)).replace(HONORIFICS, '');
  return tidy(tidied.replace(DEGREES, ' ')).replace(/[,、]$/, '') || tidied;
};

const LAST_COMMA_FIRST = /^([\p{Script=Latin}\s.'-]+),\s*([\p{Script=Latin}\s.'-]+)$/u;

/** Splits at the first space only, or at the comma of `SMITH, Jane`; a name without one stays whole (a guess would be wrong too often). */
function split(full: string): { last: string; first: string } {
  const [, family, given] = LAST_COMMA_FIRST.exec(full) ?? [];
  if (family !== undefined && given !== undefined) return { last: family, first: given };
  const at = full.indexOf(' ');
  if (at < 0) return { last: full, first: '' };
  return { last: full.slice(0, at), first: full.slice(at + 1) };
}

function parts(full: string, last: string, first: string): { last: string; first: string; swapped: boolean } {
  if (last === '' && first === '') return { ...split(full), swapped: false };
  const swapped =
    last !== '' &&
    first !== '' &&
    JAPANESE.test(full) &&
    foldKey(full) === foldKey(first + last) &&
    foldKey(full) !== foldKey(last + first);
  return swapped ? { last: first, first: last, swapped } : { last, first, swapped: false };
}

/**
 * Reads the name columns of a card. Separate columns win over 氏名; where a Japanese 氏名 shows the columns the other way
 * round, 氏名 wins and the row is flagged. Western names read given name first.
 */
export function parseName(cells: NameCells): PersonName {
  const full = clean(cells.full);
  const { last, first, swapped } = parts(full, clean(cells.last), clean(cells.first));
  const isWestern = cells.last.trim() !== '' && !JAPANESE.test(last + first);
  const joined = tidy(isWestern ? `${first} ${last}` : `${last} ${first}`);
  const kana = tidy(toKatakana(`${cells.lastKana} ${cells.firstKana}`.normalize('NFKC')));
  const beside = kanaBeside(`${cells.full}${cells.last}${cells.first}`);
  const key = foldKey(joined);
  const flags: NameFlag[] = [];
  if (joined !== '' && first === '' && cells.last.trim() === '') flags.push('nameNotSplit');
  if (swapped) flags.push('nameOrderFromFullName');
  if (/[?？〓□\uFFFD]/.test(joined)) flags.push('nameUnreadable');
  if (tidy(`${cells.full}${cells.last}${cells.first}`).match(DEGREES)) flags.push('degreeRemoved');
  return {
    name: joined,
    last,
    first,
    kana: kana || tidy(toKatakana((cells.kana || beside).normalize('NFKC'))),
    key,
    lastKey: first === '' && flags.includes('nameNotSplit') ? key : foldKey(last),
    flags,
  };
}
