import { type Contested, nothingContested } from './contested.ts';
import type { KnownPerson } from './known-person.ts';
import { readsOtherwise } from './reading.ts';
import { type NameForMatch, type NameRelation, relateNames } from './same-name.ts';

export const MATCH_REASONS = [
  'sameCard',
  'externalId',
  'email',
  'mobile',
  'companyAndName',
  'looseCompanyAndName',
  'nameAndPhone',
  'emailOtherName',
  'mobileOtherName',
  'externalIdOtherName',
  'otherExternalId',
  'otherReading',
  'otherMobile',
  'sharedEmail',
  'sharedMobile',
  'emailPartOfName',
  'mobilePartOfName',
  'partOfNameAndPhone',
  'readAlike',
  'severalPeople',
  'inTrash',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];
/** A, B merge by themselves; C is proposed ticked, D unticked. */
export type MatchLevel = 'A' | 'B' | 'C' | 'D';
export interface Candidate {
  uid: string;
  level: MatchLevel;
  reason: MatchReason;
}
type Finding = Omit<Candidate, 'uid'>;
/** `candidates`: further people a person should look at, the surest first. */
export type Match =
  | { kind: 'new'; candidates: [] }
  /** `people`: the one the card belongs to, or several who turn out to be one person; the surest first. */
  | { kind: 'same'; people: Candidate[]; level: 'A' | 'B'; reason: MatchReason; candidates: Candidate[] }
  | { kind: 'ask'; candidates: Candidate[] };

/** More people than this are never asked about at once. */
const MOST_ASKED = 8;
/** An address more names than this share is a desk's: those who share it do not look alike. */
const MOST_NAMES = 3;

const scope = (externalId: string): string => externalId.slice(0, externalId.indexOf(':') + 1);

/** The same source gave them two ids, so that source holds them for two people. */
const otherIds = (a: readonly string[], b: readonly string[]): boolean =>
  !shares(a, b) && a.some(id => b.some(other => scope(id) === scope(other)));

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some(key => b.includes(key));
const disjoint = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !shares(a, b);

/** A card beside a person: what they have in common, seen once. */
interface Beside {
  card: KnownPerson;
  person: KnownPerson;
  contested: Contested;
  emails: string[];
  mobiles: string[];
  /** The closest relation to any of the person's names: several are theirs only when a person said so. */
  relation: NameRelation;
}

const RELATIONS: readonly NameRelation[] = [
  'same',
  'nameless',
  'partly',
  'reading',
  'given',
  'family',
  'other',
];

function beside(card: KnownPerson, person: KnownPerson, contested: Contested): Beside {
  const found = card.names.flatMap(own => person.names.map(name => relateNames(own, name)));
  return {
    card,
    person,
    contested,
    emails: card.emailKeys.filter(key => person.emailKeys.includes(key)),
    mobiles: card.mobileKeys.filter(key => person.mobileKeys.includes(key)),
    relation: RELATIONS.find(relation => found.includes(relation)) ?? 'nameless',
  };
}

/** Why an address or a number that agrees does not settle it; null when nothing speaks against one person. */
function doubt({ card, person, contested, emails, mobiles, relation }: Beside): Finding['reason'] | null {
  if (relation === 'partly' || (relation === 'nameless' && emails.length === 0))
    return emails.length > 0 ? 'emailPartOfName' : 'mobilePartOfName';
  if (otherIds(card.externalIds, person.externalIds)) return 'otherExternalId';
  if (card.names.some(own => person.names.some(name => isOtherReading(own, name)))) return 'otherReading';
  if (mobiles.length === 0 && disjoint(card.mobileKeys, person.mobileKeys)) return 'otherMobile';
  if (mobiles.length === 0 && emails.every(key => contested.has(key))) return 'sharedEmail';
  if (emails.length === 0 && mobiles.every(key => contested.has(key))) return 'sharedMobile';
  return null;
}

const isOtherReading = (a: NameForMatch, b: NameForMatch): boolean =>
  a.key === b.key && readsOtherwise(a.kana, b.kana);

/** What the source's number, a personal address or a mobile number says. */
function byIdentity(pair: Beside): Finding | null {
  const { card, person, emails, mobiles, relation, contested } = pair;
  if (shares(card.cards, person.cards)) return { level: 'A', reason: 'sameCard' };
  const couldBe = relation === 'same' || relation === 'nameless' || relation === 'partly';
  if (shares(card.externalIds, person.externalIds))
    return couldBe ? { level: 'A', reason: 'externalId' } : { level: 'D', reason: 'externalIdOtherName' };
  if (emails.length === 0 && mobiles.length === 0) return null;
  if (couldBe) {
    const reason = doubt(pair);
    if (reason !== null) return { level: 'C', reason };
    return emails.length > 0 ? { level: 'A', reason: 'email' } : { level: 'B', reason: 'mobile' };
  }
  const alike = relation === 'reading' || relation === 'given';
  if (emails.some(key => alike || contested.names(key) <= MOST_NAMES))
    return { level: 'D', reason: 'emailOtherName' };
  const related = alike || relation === 'family';
  return mobiles.length > 0 && related ? { level: 'D', reason: 'mobileOtherName' } : null;
}

/** What the name says together with the company or a line; never the name alone. */
function byName({ card, person, relation }: Beside): Finding | null {
  const samePhone = shares(card.landlineKeys, person.landlineKeys);
  const isSame = (key: 'strictKey' | 'looseKey'): boolean =>
    card.companies.some(own => person.companies.some(company => company[key] === own[key]));
  if (relation === 'same') {
    if (isSame('strictKey')) return { level: 'C', reason: 'companyAndName' };
    if (isSame('looseKey')) return { level: 'D', reason: 'looseCompanyAndName' };
    return samePhone ? { level: 'D', reason: 'nameAndPhone' } : null;
  }
  if (relation === 'reading' && samePhone) return { level: 'D', reason: 'readAlike' };
  // Another family name, all else the same: people marry.
  const married = relation === 'given' && shares(card.departments, person.departments);
  return samePhone && (relation === 'partly' || married)
    ? { level: 'D', reason: 'partOfNameAndPhone' }
    : null;
}

/** How sure we are that the card belongs to this person; null: nothing to ask. */
function compare(card: KnownPerson, person: KnownPerson, contested: Contested): Candidate | null {
  const pair = beside(card, person, contested);
  const found = byIdentity(pair) ?? byName(pair);
  return found && { uid: person.uid, ...found };
}

const byLevel = (a: Candidate, b: Candidate): number =>
  a.level === b.level ? (a.uid < b.uid ? -1 : 1) : a.level < b.level ? -1 : 1;

/** Everybody a card can match: whoever it leaves out shares nothing with the card that could join or suggest them. */
export interface PersonIndex {
  find(card: KnownPerson): readonly KnownPerson[];
}

/** Something says that two people the same card fits are two: names, readings, source numbers, or mobile numbers. */
function areTwo(a: KnownPerson, b: KnownPerson, card: KnownPerson): boolean {
  const agree = (x: NameForMatch, y: NameForMatch): boolean =>
    ['same', 'nameless'].includes(relateNames(x, y)) && !readsOtherwise(x.kana, y.kana);
  const named = a.names.length > 0 && b.names.length > 0;
  if (named && !a.names.some(x => b.names.some(y => agree(x, y)))) return true;
  const bothOnCard = shares(a.mobileKeys, card.mobileKeys) && shares(b.mobileKeys, card.mobileKeys);
  return otherIds(a.externalIds, b.externalIds) || (!bothOnCard && disjoint(a.mobileKeys, b.mobileKeys));
}

/**
 * Decides where a card, seen as the person it would make by itself, belongs. Joins by itself on the same card, on the source's person id when the names can be one,
 * on a personal address or a mobile number when family and given name agree and nothing speaks against it: another
 * reading, another mobile number, another number at the source, or an address that several people use (`contested`).
 * Never on a name, a desk's address or a shared line alone, and never when a card says a family name only. A card that
 * fits several people joins them only if nothing says they are two. Everybody else who looks alike is a candidate.
 */
export function match(card: KnownPerson, index: PersonIndex, contested: Contested = nothingContested): Match {
  const people = index.find(card);
  const found = people
    .map(person => compare(card, person, contested))
    .filter(candidate => candidate !== null)
    .sort(byLevel);
  const exact = found.find(c => c.reason === 'sameCard');
  const sure = exact ? [exact] : found.filter(c => c.level === 'A' || c.level === 'B');
  const best = sure[0];
  const candidates = found.filter(c => !sure.includes(c)).slice(0, MOST_ASKED);
  if (best === undefined)
    return candidates.length === 0 ? { kind: 'new', candidates: [] } : { kind: 'ask', candidates };
  const fitting = people.filter(person => sure.some(c => c.uid === person.uid));
  if (fitting.some((a, i) => fitting.slice(i + 1).some(b => areTwo(a, b, card)))) {
    const several = sure.map((c): Candidate => ({ ...c, level: 'C', reason: 'severalPeople' }));
    return { kind: 'ask', candidates: [...several, ...candidates].slice(0, MOST_ASKED) };
  }
  return {
    kind: 'same',
    people: sure,
    level: best.level === 'A' ? 'A' : 'B',
    reason: best.reason,
    candidates,
  };
}
