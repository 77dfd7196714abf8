import { foldKey } from '#shared/domain/base/text.ts';
import type { KnownPerson } from './known-person.ts';
import { readsOtherwise } from './reading.ts';
import { givenKey, type NameForMatch } from './same-name.ts';

/** What a card or a person says about who uses an address or a mobile number. */
export type Holder = Pick<KnownPerson, 'names' | 'emailKeys' | 'mobileKeys'>;

/** Addresses and mobile numbers that more than one person seems to use. */
export interface Contested {
  /** Used under different given names or readings, or (an address) beside different mobile numbers. */
  has(key: string): boolean;
  /** How many different names use it. */
  names(key: string): number;
}
export const nothingContested: Contested = { has: () => false, names: () => 0 };

interface Use {
  names: NameForMatch[];
  /** Sets of numbers that were never seen together. */
  mobiles: Set<string>[];
  contested: boolean;
}

const isLatin = (name: string): boolean => /^[\p{Script=Latin}\s.,'-]+$/u.test(name);

/**
 * Two given names, both readable and in one script, that differ; one name read in two ways; or, where a name is in one
 * piece, neither its beginning nor its end in common.
 */
function otherPerson(a: NameForMatch, b: NameForMatch): boolean {
  if (a.key === '' || b.key === '' || /[?？]/.test(a.name + b.name)) return false;
  if (a.key === b.key) return readsOtherwise(a.kana, b.kana);
  const [given, other] = [givenKey(a), givenKey(b)];
  if (isLatin(a.name) !== isLatin(b.name)) return false;
  if (given === '' || other === '') return a.key[0] !== b.key[0] && a.key.at(-1) !== b.key.at(-1);
  const turned = given === foldKey(b.last) && other === foldKey(a.last);
  return given !== other && !turned;
}

function addMobiles(use: Use, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const touching = use.mobiles.filter(set => keys.some(key => set.has(key)));
  const joined = new Set([...keys, ...touching.flatMap(set => [...set])]);
  use.mobiles = [...use.mobiles.filter(set => !touching.includes(set)), joined];
}

/** More names than this on one key are not kept: it is a desk's by then. */
const NAMES = 8;

function addHolder(use: Use, holder: Holder): void {
  for (const name of holder.names) {
    if (use.names.some(known => known.key === name.key && known.kana === name.kana)) continue;
    if (use.names.some(known => otherPerson(known, name))) use.contested = true;
    if (use.names.length < NAMES) use.names.push(name);
  }
}

/**
 * Looks at everybody who uses a key, among all cards of a file and the stored people they touch, whenever the key is asked
 * about. So the answer does not depend on the order of the rows: an address two namesakes, a family or a desk share must
 * not join anybody by itself. `holdersOf` must give the same people each time.
 */
export function contestedAmong(holdersOf: (key: string) => Iterable<Holder>): Contested {
  const known = new Map<string, { contested: boolean; names: number }>();
  const about = (key: string): { contested: boolean; names: number } => {
    const found = known.get(key) ?? useOf(holdersOf(key));
    known.set(key, found);
    return found;
  };
  return { has: key => about(key).contested, names: key => about(key).names };
}

function useOf(holders: Iterable<Holder>): { contested: boolean; names: number } {
  const use: Use = { names: [], mobiles: [], contested: false };
  for (const holder of holders) {
    addHolder(use, holder);
    addMobiles(use, holder.mobileKeys);
  }
  // A mobile number is always seen together with itself, so only an address can have several sets.
  return {
    contested: use.contested || use.mobiles.length > 1,
    names: new Set(use.names.map(name => name.key)).size,
  };
}
