import { type Card, landlineKeys, mobileKeys, personalEmailKeys } from './card.ts';
import { compatibleNames, type NameForMatch } from './names.ts';

/** A person the store or an earlier row already has, as far as matching needs it. */
export interface KnownPerson {
  uid: string;
  names: NameForMatch[];
  /** Personal addresses only: a desk's address identifies nobody. */
  emailKeys: string[];
  mobileKeys: string[];
  landlineKeys: string[];
  externalIds: string[];
  companies: { strictKey: string; looseKey: string }[];
  /** `cardText` of the cards that made or changed this person. */
  cards: string[];
  /** Thrown away, but still to be recognised: a card of theirs must not double them unasked. */
  inTrash?: boolean;
}

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
export type Match =
  | { kind: 'new' }
  /** Several uids: rows that turn out to be one person and can be joined. */
  | { kind: 'same'; uids: string[]; level: 'A' | 'B'; reason: MatchReason }
  | { kind: 'ask'; candidates: Candidate[] };

const scope = (externalId: string): string => externalId.slice(0, externalId.indexOf(':') + 1);

/** The same source gave them two ids, so that source holds them for two people. */
const otherId = (card: Card, person: KnownPerson): boolean =>
  card.externalId !== '' &&
  !person.externalIds.includes(card.externalId) &&
  person.externalIds.some(id => scope(id) === scope(card.externalId));

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some(key => b.includes(key));

interface Keys {
  emails: string[];
  mobiles: string[];
  landlines: string[];
  text: string;
}

function byIdentity(
  card: Card,
  keys: Keys,
  person: KnownPerson,
  compatible: boolean,
): Omit<Candidate, 'uid'> | null {
  if (person.cards.includes(keys.text)) return { level: 'A', reason: 'sameCard' };
  if (card.externalId !== '' && person.externalIds.includes(card.externalId))
    return compatible ? { level: 'A', reason: 'externalId' } : { level: 'D', reason: 'externalIdOtherName' };
  if (shares(keys.emails, person.emailKeys)) {
    if (!compatible) return { level: 'D', reason: 'emailOtherName' };
    return otherId(card, person)
      ? { level: 'C', reason: 'otherExternalId' }
      : { level: 'A', reason: 'email' };
  }
  const lastKey = card.person.lastKey;
  const sameFamily =
    lastKey !== '' && person.names.some(name => name.lastKey === lastKey || name.key === card.person.key);
  if (!sameFamily || !shares(keys.mobiles, person.mobileKeys)) return null;
  if (!compatible) return { level: 'D', reason: 'mobileOtherName' };
  return otherId(card, person) ? { level: 'C', reason: 'otherExternalId' } : { level: 'B', reason: 'mobile' };
}

function byName(card: Card, keys: Keys, person: KnownPerson): Omit<Candidate, 'uid'> | null {
  if (card.person.key === '' || !person.names.some(name => name.key === card.person.key)) return null;
  const company = card.company;
  if (company && person.companies.some(c => c.strictKey === company.strictKey))
    return { level: 'C', reason: 'companyAndName' };
  if (company && person.companies.some(c => c.looseKey === company.looseKey))
    return { level: 'D', reason: 'looseCompanyAndName' };
  return shares(keys.landlines, person.landlineKeys) ? { level: 'D', reason: 'nameAndPhone' } : null;
}

/** How sure we are that the card belongs to this person; null: nothing to ask. A name alone is never a reason. */
function compare(card: Card, keys: Keys, person: KnownPerson): Candidate | null {
  const compatible = person.names.every(name => compatibleNames(card.person, name));
  const found = byIdentity(card, keys, person, compatible) ?? byName(card, keys, person);
  return found && { uid: person.uid, ...found };
}

const LEVELS: readonly MatchLevel[] = ['A', 'B', 'C', 'D'];
const byLevel = (a: Candidate, b: Candidate): number => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);

/** The people who share a key with the card; everyone else cannot match. */
export interface PersonIndex {
  find(card: Card, keys: Keys): readonly KnownPerson[];
}

const keysOf = (card: Card, text: string): Keys => ({
  emails: personalEmailKeys(card),
  mobiles: mobileKeys(card),
  landlines: landlineKeys(card),
  text,
});

/**
 * Decides where a card belongs. Merges by itself on the same card, the source's person id, a personal address, or a
 * mobile number with the family name, each only when the names can be one person's. Never on a name, a desk's address
 * or a shared line alone. A card that fits several people joins them only if their names can be one person's too.
 */
export function match(card: Card, text: string, index: PersonIndex): Match {
  const keys = keysOf(card, text);
  const people = index.find(card, keys);
  const candidates = people
    .map(person => compare(card, keys, person))
    .filter(candidate => candidate !== null)
    .sort(byLevel);
  const exact = candidates.find(c => c.reason === 'sameCard');
  if (exact) return { kind: 'same', uids: [exact.uid], level: 'A', reason: 'sameCard' };
  const sure = candidates.filter(c => c.level === 'A' || c.level === 'B');
  const best = sure[0];
  if (best === undefined) return candidates.length === 0 ? { kind: 'new' } : { kind: 'ask', candidates };
  const names = people.filter(p => sure.some(c => c.uid === p.uid)).flatMap(p => p.names);
  const onePerson = names.every((a, i) => names.slice(i + 1).every(b => compatibleNames(a, b)));
  if (!onePerson)
    return { kind: 'ask', candidates: candidates.map(c => ({ ...c, reason: 'severalPeople' })) };
  return {
    kind: 'same',
    uids: sure.map(c => c.uid),
    level: best.level === 'A' ? 'A' : 'B',
    reason: best.reason,
  };
}
