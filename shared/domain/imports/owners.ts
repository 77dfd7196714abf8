import { foldKey } from '#shared/domain/base/text.ts';

/** A new person of a file, as far as it matters who gets them. */
export interface Unowned {
  uid: string;
  /** Strict key of the company; '' without one. */
  companyKey: string;
}

/**
 * Splits people evenly: the shares differ by one at most, earlier members take the rest. People of one company stand
 * together, so that at most one company per border is called by two members. Same people and members, same split.
 */
export function splitEvenly(people: readonly Unowned[], members: readonly string[]): Map<string, string> {
  const order = people
    .map((person, place) => ({ person, place }))
    .sort((a, b) => compare(a.person.companyKey, b.person.companyKey) || a.place - b.place);
  const share = new Map<string, string>();
  const least = Math.floor(order.length / Math.max(1, members.length));
  let extra = order.length - least * members.length;
  let at = 0;
  for (const member of members) {
    const size = least + (extra-- > 0 ? 1 : 0);
    for (const { person } of order.slice(at, at + size)) share.set(person.uid, member);
    at += size;
  }
  return share;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names of card owners as they are compared: a card app writes 佐藤花子 where the team list says 佐藤 花子. */
export const ownerKey = (name: string): string => foldKey(name);

/** How often each name stands on the cards as their owner, the first spelling kept, most cards first. */
export function countCardOwners(names: Iterable<string>): { name: string; cards: number }[] {
  const found = new Map<string, { name: string; cards: number }>();
  for (const name of names) {
    const key = ownerKey(name);
    if (key === '') continue;
    const entry = found.get(key) ?? { name, cards: 0 };
    entry.cards++;
    found.set(key, entry);
  }
  return [...found.values()].sort((a, b) => b.cards - a.cards || compare(a.name, b.name));
}
