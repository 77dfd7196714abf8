import { HashIndex } from '#shared/domain/base/hash-index.ts';
import { Shelf } from '#shared/domain/base/shelf.ts';
import type { PersonIndex } from './match.ts';
import type { KnownPerson } from './known-person.ts';
import { packedPeople } from './packed-person.ts';
import { givenKey, type NameForMatch, readingOf } from './same-name.ts';

/** An index of people by every key that can match; people can be added, changed and joined while rows are read. */
export interface LivePersonIndex extends PersonIndex {
  get(uid: string): KnownPerson | undefined;
  /** Adds a person who stands at an index of the source. */
  add(person: KnownPerson, index: number): void;
  /** Puts a person in place of the one of this uid. */
  put(person: KnownPerson): void;
  remove(uid: string): void;
}

/** Keys of a line together with a part of the name: a shared switchboard alone finds nobody. */
function* clues(
  names: readonly NameForMatch[],
  lines: readonly string[],
  departments: readonly string[],
): Generator<[string, 'n' | 's' | 'f' | 'g' | 'r', string]> {
  if (lines.length === 0) return;
  for (const name of names) {
    const given = givenKey(name);
    const reading = readingOf(name);
    for (const line of lines) {
      yield [line, 'n', name.key];
      if (name.lastKey !== '') yield [line, given === '' ? 's' : 'f', name.lastKey];
      if (given !== '') for (const department of departments) yield [line, 'g', `${given}/${department}`];
      if (reading !== '') yield [line, 'r', reading];
    }
  }
}

/** What a name, never by itself, can match together with: its companies. */
function* namedCompanies({ names, companies }: KnownPerson): Generator<string> {
  for (const { key } of names)
    for (const { strictKey, looseKey } of companies) {
      yield `c${key} ${strictKey}`;
      yield `l${key} ${looseKey}`;
    }
}

function* ownKeys(person: KnownPerson): Generator<string> {
  for (const key of person.emailKeys) yield `e${key}`;
  for (const key of person.mobileKeys) yield `m${key}`;
  for (const id of person.externalIds) yield `i${id}`;
  for (const text of person.cards) yield `t${text}`;
  yield* namedCompanies(person);
}

function* keysOfPerson(person: KnownPerson): Generator<string> {
  yield* ownKeys(person);
  for (const [line, part, rest] of clues(person.names, person.landlineKeys, person.departments))
    yield `${part}${line} ${rest}`;
}

/** Where a card looks: a card without a given name fits those who have one, and the other way round. */
function* keysOfCard(card: KnownPerson): Generator<string> {
  yield* ownKeys(card);
  for (const [line, part, rest] of clues(card.names, card.landlineKeys, card.departments)) {
    if (part !== 'f') yield `${part}${line} ${rest}`;
    if (part === 'f' || part === 's') yield `${part === 'f' ? 's' : 'f'}${line} ${rest}`;
  }
}

/** People of late are asked for again soon. */
const RECENT = 1000;

/**
 * Builds the index in memory: hashes of keys, and by number where each person stands. `source` gives the people as they
 * were; those who changed are kept here.
 */
export function createPersonIndex(source: (index: number) => KnownPerson): LivePersonIndex {
  const changed = new Shelf(packedPeople);
  const numbers = new Map<string, number>();
  /** Of each number: an index of the source, the complement of one of `changed`, or null for somebody removed. */
  const places: (number | null)[] = [];
  const byKey = new HashIndex();
  const recent = new Map<number, KnownPerson>();
  const personAt = (number: number): KnownPerson | undefined => {
    const place = places[number] ?? null;
    if (place === null) return undefined;
    const person = recent.get(place) ?? (place < 0 ? changed.at(~place) : source(place));
    if (recent.size >= RECENT) recent.clear();
    if (person) recent.set(place, person);
    return person;
  };
  const enter = (person: KnownPerson, place: number): void => {
    const known = numbers.get(person.uid);
    const number = known ?? places.length;
    numbers.set(person.uid, number);
    places[number] = place;
    for (const key of keysOfPerson(person))
      if (known === undefined || !byKey.find(key).includes(number)) byKey.add(key, number);
  };
  return {
    add: enter,
    put: person => enter(person, ~changed.push(person)),
    remove: uid => {
      const number = numbers.get(uid);
      if (number !== undefined) places[number] = null;
    },
    get: uid => personAt(numbers.get(uid) ?? -1),
    find: card => {
      const found = new Set<number>();
      for (const key of keysOfCard(card)) for (const number of byKey.find(key)) found.add(number);
      return [...found].map(personAt).filter(person => person !== undefined);
    },
  };
}
