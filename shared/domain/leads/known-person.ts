import { foldKey } from '#shared/domain/base/text.ts';
import { type Card, landlineKeys, mobileKeys, personalEmailKeys } from './card.ts';
import type { NameForMatch } from './same-name.ts';

/** A person the store or an earlier row already has, as far as matching needs it. */
export interface KnownPerson {
  uid: string;
  names: NameForMatch[];
  /** Personal addresses only: a desk's address identifies nobody. */
  emailKeys: string[];
  mobileKeys: string[];
  landlineKeys: string[];
  externalIds: string[];
  /** Departments, folded. */
  departments: string[];
  companies: { strictKey: string; looseKey: string }[];
  /** `cardText` of the cards that made or changed this person. */
  cards: string[];
  /** Thrown away, but still to be recognised: a card of theirs must not double them unasked. */
  inTrash?: boolean;
}

/** One empty list for all: a file of many rows would hold a million of them. Nobody changes a list in place. */
const NONE: never[] = [];
const orNone = <T>(list: T[]): T[] => (list.length === 0 ? NONE : list);

/** The person a card makes by itself, which is what matching sees of it. `key`: `cardText` or a digest of it. */
export const cardPerson = (uid: string, card: Card, key: string): KnownPerson => ({
  uid,
  names: card.person.key === '' ? NONE : [card.person],
  emailKeys: orNone(personalEmailKeys(card)),
  mobileKeys: orNone(mobileKeys(card)),
  landlineKeys: orNone(landlineKeys(card)),
  externalIds: card.externalId === '' ? NONE : [card.externalId],
  departments: card.department === '' ? NONE : [foldKey(card.department)],
  companies: card.company ? [card.company] : NONE,
  cards: [key],
});
