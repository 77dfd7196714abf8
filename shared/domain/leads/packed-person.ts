import type { Codec } from '#shared/domain/base/shelf.ts';
import type { KnownPerson } from './known-person.ts';
import type { NameForMatch } from './same-name.ts';

type PackedName = readonly [string, string, string, string, string, string];
export type PackedPerson = readonly [
  uid: string,
  names: readonly PackedName[],
  emails: string[],
  mobiles: string[],
  landlines: string[],
  ids: string[],
  departments: string[],
  companies: (readonly [strictKey: string, looseKey: string])[],
  cards: string[],
  inTrash: 0 | 1,
];

const packName = (n: NameForMatch): PackedName => [n.name, n.key, n.lastKey, n.last, n.first, n.kana];
const unpackName = ([name, key, lastKey, last, first, kana]: PackedName): NameForMatch => ({
  name,
  key,
  lastKey,
  last,
  first,
  kana,
});

/** People as matching sees them, for a shelf. */
export const packedPeople: Codec<KnownPerson, PackedPerson> = {
  pack: person => [
    person.uid,
    person.names.map(packName),
    person.emailKeys,
    person.mobileKeys,
    person.landlineKeys,
    person.externalIds,
    person.departments,
    person.companies.map(({ strictKey, looseKey }) => [strictKey, looseKey]),
    person.cards,
    person.inTrash ? 1 : 0,
  ],
  unpack: ([
    uid,
    names,
    emailKeys,
    mobileKeys,
    landlineKeys,
    externalIds,
    departments,
    companies,
    cards,
    t,
  ]) => ({
    uid,
    names: names.map(unpackName),
    emailKeys,
    mobileKeys,
    landlineKeys,
    externalIds,
    departments,
    companies: companies.map(([strictKey, looseKey]) => ({ strictKey, looseKey })),
    cards,
    inTrash: t === 1,
  }),
};
