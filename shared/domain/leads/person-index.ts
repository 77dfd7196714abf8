import type { KnownPerson, PersonIndex } from './match.ts';
import { givenKey, type NameForMatch, readingOf } from './same-name.ts';

/** An index of people by every key that can match; people can be added, changed and joined while rows are read. */
export interface LivePersonIndex extends PersonIndex {
  get(uid: string): KnownPerson | undefined;
  put(person: KnownPerson): void;
  remove(uid: string): void;
}

/** Keys of a line together with a part of the name: a shared switchboard alone finds nobody. */
function* clues(
  names: readonly NameForMatch[],
  lines: readonly string[],
  departments: readonly string[],
): Generator<string> {
  if (lines.length === 0) return;
  for (const name of names) {
    const given = givenKey(name);
    const reading = readingOf(name);
    for (const line of lines) {
      if (name.lastKey !== '') yield `${line} ${given === '' ? 's' : 'f'}${name.lastKey}`;
      if (given !== '') for (const department of departments) yield `${line} g${given}/${department}`;
      if (reading !== '') yield `${line} r${reading}`;
    }
  }
}

type Kind = 'email' | 'mobile' | 'id' | 'card' | 'name' | 'line';
type Visit = (kind: Kind, key: string) => void;

function eachKeyOfPerson(person: KnownPerson, visit: Visit): void {
  for (const key of person.emailKeys) visit('email', key);
  for (const key of person.mobileKeys) visit('mobile', key);
  for (const id of person.externalIds) visit('id', id);
  for (const text of person.cards) visit('card', text);
  for (const name of person.names) if (name.key !== '') visit('name', name.key);
  for (const clue of clues(person.names, person.landlineKeys, person.departments)) visit('line', clue);
}

/** Where a card looks: a card without a given name fits those who have one, and the other way round. */
function eachKeyOfCard(...[card, keys, visit]: [...Parameters<PersonIndex['find']>, Visit]): void {
  visit('card', keys.text);
  if (card.externalId !== '') visit('id', card.externalId);
  for (const key of keys.emails) visit('email', key);
  for (const key of keys.mobiles) visit('mobile', key);
  if (card.person.key === '') return;
  visit('name', card.person.key);
  for (const clue of clues([card.person], keys.landlines, keys.department === '' ? [] : [keys.department])) {
    const [line, part = ''] = clue.split(' ', 2);
    const isFull = part.startsWith('f');
    if (!isFull) visit('line', clue);
    if (isFull || part.startsWith('s')) visit('line', `${line} ${isFull ? 's' : 'f'}${part.slice(1)}`);
  }
}

/** Builds the index in memory. `put` may be called again for a person whose keys grew. */
export function createPersonIndex(people: Iterable<KnownPerson>): LivePersonIndex {
  const byUid = new Map<string, KnownPerson>();
  // Most keys lead to one person; only a shared one needs a list. A map per kind takes the keys as they are.
  const heldBy = (): Map<string, string | string[]> => new Map();
  const indexes: Record<Kind, Map<string, string | string[]>> = {
    email: heldBy(),
    mobile: heldBy(),
    id: heldBy(),
    card: heldBy(),
    name: heldBy(),
    line: heldBy(),
  };
  const put = (person: KnownPerson): void => {
    byUid.set(person.uid, person);
    eachKeyOfPerson(person, (kind, key) => {
      const byKey = indexes[kind];
      const held = byKey.get(key);
      if (held === undefined) byKey.set(key, person.uid);
      else if (typeof held === 'string') {
        if (held !== person.uid) byKey.set(key, [held, person.uid]);
      } else if (!held.includes(person.uid)) held.push(person.uid);
    });
  };
  const remove = (uid: string): void => {
    const person = byUid.get(uid);
    byUid.delete(uid);
    if (!person) return;
    eachKeyOfPerson(person, (kind, key) => {
      const byKey = indexes[kind];
      const held = byKey.get(key);
      if (held === uid) byKey.delete(key);
      else if (Array.isArray(held))
        byKey.set(
          key,
          held.filter(other => other !== uid),
        );
    });
  };
  for (const person of people) put(person);
  return {
    put,
    remove,
    get: uid => byUid.get(uid),
    find: (card, keys) => {
      const uids = new Set<string>();
      eachKeyOfCard(card, keys, (kind, key) => {
        const held = indexes[kind].get(key);
        if (typeof held === 'string') uids.add(held);
        else held?.forEach(uid => uids.add(uid));
      });
      return [...uids].map(uid => byUid.get(uid)).filter(person => person !== undefined);
    },
  };
}
