import type { KnownPerson, PersonIndex } from './match.ts';

/** An index of people by every key that can match; people can be added, changed and joined while rows are read. */
export interface LivePersonIndex extends PersonIndex {
  get(uid: string): KnownPerson | undefined;
  put(person: KnownPerson): void;
  remove(uid: string): void;
}

function* keysOfPerson(person: KnownPerson): Generator<string> {
  for (const key of person.emailKeys) yield `e${key}`;
  for (const key of person.mobileKeys) yield `m${key}`;
  for (const id of person.externalIds) yield `x${id}`;
  for (const text of person.cards) yield `c${text}`;
  for (const name of person.names) if (name.key !== '') yield `n${name.key}`;
}

/** Builds the index in memory. `put` may be called again for a person whose keys grew. */
export function createPersonIndex(people: Iterable<KnownPerson>): LivePersonIndex {
  const byUid = new Map<string, KnownPerson>();
  const byKey = new Map<string, Set<string>>();
  const put = (person: KnownPerson): void => {
    byUid.set(person.uid, person);
    for (const key of keysOfPerson(person)) {
      const uids = byKey.get(key);
      if (uids) uids.add(person.uid);
      else byKey.set(key, new Set([person.uid]));
    }
  };
  for (const person of people) put(person);
  return {
    put,
    get: uid => byUid.get(uid),
    remove: uid => {
      const person = byUid.get(uid);
      if (person) for (const key of keysOfPerson(person)) byKey.get(key)?.delete(uid);
      byUid.delete(uid);
    },
    find: (card, keys) => {
      const uids = new Set<string>();
      const collect = (key: string) => byKey.get(key)?.forEach(uid => uids.add(uid));
      collect(`c${keys.text}`);
      if (card.externalId !== '') collect(`x${card.externalId}`);
      for (const key of keys.emails) collect(`e${key}`);
      for (const key of keys.mobiles) collect(`m${key}`);
      if (card.person.key !== '') collect(`n${card.person.key}`);
      return [...uids].map(uid => byUid.get(uid)).filter(person => person !== undefined);
    },
  };
}
