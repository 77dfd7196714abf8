import { foldCharacters, foldKey } from '#shared/domain/base/text.ts';
import type { PersonName } from './names.ts';
import { readingKey } from './reading.ts';

/** What the matcher needs to know of a name. */
export type NameForMatch = Pick<PersonName, 'name' | 'key' | 'lastKey' | 'last' | 'first' | 'kana'>;

/**
 * How two names on cards relate. `same`: family and given name agree. `partly`: one says less (no given name, an
 * unreadable character) and the rest agrees. `nameless`: one card has no name. `given`: same given name, other family
 * name. `reading`: written otherwise, pronounced alike. `family`: same family name, other given name.
 */
export type NameRelation = 'same' | 'nameless' | 'partly' | 'reading' | 'given' | 'family' | 'other';

const WESTERN = /^[\p{Script=Latin}\s.,'-]+$/u;
const UNREADABLE = /[?？]/;
const tokens = (name: string): string =>
  foldCharacters(name)
    .split(/[\s,]+/)
    .sort()
    .join(' ');

/** Unreadable characters (`?`) stand for one character each. */
function readsAs(pattern: string, key: string): boolean {
  const chars = [...foldCharacters(pattern).replace(/\s/g, '')];
  const other = [...key];
  return chars.length === other.length && chars.every((c, i) => c === '?' || c === other[i]);
}
const maybeReadsAs = (a: NameForMatch, b: NameForMatch): boolean =>
  (UNREADABLE.test(a.name) && readsAs(a.name, b.key)) || (UNREADABLE.test(b.name) && readsAs(b.name, a.key));

interface Parts {
  given: string;
  reading: string;
}
/** Worked out once for every name: each card is compared many times. */
const known = new WeakMap<NameForMatch, Parts>();

function partsOf(name: NameForMatch): Parts {
  const found = known.get(name);
  if (found) return found;
  const isReading = /^[ァ-ヶー]+$/.test(name.first.normalize('NFKC')) && /\p{Script=Han}/u.test(name.last);
  const parts = { given: isReading ? '' : foldKey(name.first), reading: readingKey(name) };
  known.set(name, parts);
  return parts;
}
/** The given name as far as it tells people apart: in katakana it may be the reading of any characters. */
export const givenKey = (name: NameForMatch): string => partsOf(name).given;
/** How the whole name is pronounced, or ''. */
export const readingOf = (name: NameForMatch): string => partsOf(name).reading;

/** A name in one piece that is too short to be more than a family name (佐藤, 五十嵐). */
const familyOnly = (name: NameForMatch): boolean => name.first === '' && [...name.key].length <= 3;

/** The family names agree, also when one name was never split (中村和代 beside 中村). */
function sameFamily(a: NameForMatch, b: NameForMatch): boolean {
  if (a.lastKey === '' || b.lastKey === '') return false;
  if (a.lastKey === b.lastKey) return true;
  return (a.first === '' && a.key.startsWith(b.lastKey)) || (b.first === '' && b.key.startsWith(a.lastKey));
}

/** How the names of two cards relate. Family members and namesakes are the reason why only `same` may ever join. */
export function relateNames(a: NameForMatch, b: NameForMatch): NameRelation {
  if (a.key === '' || b.key === '') return 'nameless';
  if (a.key === b.key) return familyOnly(a) && familyOnly(b) ? 'partly' : 'same';
  if (WESTERN.test(a.name + b.name) && tokens(a.name) === tokens(b.name)) return 'same';
  if (maybeReadsAs(a, b)) return givenKey(a) !== '' && givenKey(a) === givenKey(b) ? 'same' : 'partly';
  const family = sameFamily(a, b);
  if (family && (givenKey(a) === '') !== (givenKey(b) === '')) return 'partly';
  if (family && a.first === '' && b.first === '') return 'partly';
  const reading = readingOf(a);
  if (reading !== '' && reading === readingOf(b)) return 'reading';
  if (givenKey(a) !== '' && givenKey(a) === givenKey(b)) return 'given';
  return family ? 'family' : 'other';
}
