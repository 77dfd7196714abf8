import {
  type Card,
  isAnonymous,
  landlineKeys,
  mobileKeys,
  personalEmailKeys,
} from '#shared/domain/leads/card.ts';
import { type Candidate, type KnownPerson, match, type MatchReason } from '#shared/domain/leads/match.ts';
import { createPersonIndex, type LivePersonIndex } from '#shared/domain/leads/person-index.ts';

/** Every row of a file ends in exactly one of these; the counts add up to the rows read. */
export const OUTCOMES = ['new', 'filled', 'updated', 'asked', 'setAside', 'blank'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const ROW_REASONS = [
  'empty',
  'headerRepeat',
  'footer',
  'noNameNoCompany',
  'tooManyCells',
  'tooFewCells',
  'quoteDamaged',
  'cardCut',
  'rowTooLong',
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

export interface CardRow {
  line: number;
  card: Card;
  /** The same for two readings of one card: `cardText`, or a digest of it. */
  key: string;
}
/** One row after reading: a card, or the reason why it is none. */
export type ReadRow = CardRow | { line: number; reason: RowReason };

/** Where a row goes. `uid` is a known person's, or `new:<line>` for a person this file brings. */
export type Placement =
  | { kind: 'out'; outcome: 'blank' | 'setAside'; reason: RowReason }
  | {
      kind: 'person';
      uid: string;
      how: 'new' | 'same' | 'asked';
      reason: MatchReason | null;
      candidates: Candidate[];
    };

const BLANK_REASONS: ReadonlySet<RowReason> = new Set(['empty', 'headerRepeat', 'footer']);
const isNew = (uid: string): boolean => uid.startsWith('new:');

const personOf = (uid: string, { card, key }: CardRow): KnownPerson => ({
  uid,
  names: card.person.key === '' ? [] : [card.person],
  emailKeys: personalEmailKeys(card),
  mobileKeys: mobileKeys(card),
  landlineKeys: landlineKeys(card),
  externalIds: card.externalId === '' ? [] : [card.externalId],
  companies: card.company ? [{ strictKey: card.company.strictKey, looseKey: card.company.looseKey }] : [],
  cards: [key],
});

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

function joined(a: KnownPerson, b: KnownPerson): KnownPerson {
  const names = b.names.filter(name => !a.names.some(n => n.key === name.key && n.lastKey === name.lastKey));
  const companies = b.companies.filter(c => !a.companies.some(d => d.strictKey === c.strictKey));
  return {
    uid: a.uid,
    names: [...a.names, ...names],
    emailKeys: union(a.emailKeys, b.emailKeys),
    mobileKeys: union(a.mobileKeys, b.mobileKeys),
    landlineKeys: union(a.landlineKeys, b.landlineKeys),
    externalIds: union(a.externalIds, b.externalIds),
    companies: [...a.companies, ...companies],
    cards: union(a.cards, b.cards),
  };
}

interface State {
  index: LivePersonIndex;
  /** New people that turned out to be someone else, and who. */
  movedTo: Map<string, string>;
  /** Stored people who lie in the trash. */
  trash: ReadonlySet<string>;
}

/** Joins people of this file, and at most one from the store, into one. Returns null when two stored people would be joined. */
function join(state: State, uids: readonly string[]): string | null {
  const stored = uids.filter(uid => !isNew(uid));
  if (stored.length > 1) return null;
  const target = stored[0] ?? uids[0];
  if (target === undefined) return null;
  for (const uid of uids) {
    const into = state.index.get(target);
    const from = state.index.get(uid);
    if (uid === target || !into || !from) continue;
    state.index.remove(uid);
    state.index.put(joined(into, from));
    state.movedTo.set(uid, target);
  }
  return target;
}

/** Somebody on the list is meant before somebody in the trash. */
function preferPresent(state: State, uids: readonly string[]): readonly string[] {
  const present = uids.filter(uid => !state.trash.has(uid));
  return present.some(uid => !isNew(uid)) ? present : uids;
}

function place(state: State, row: CardRow): Placement {
  const found = match(row.card, row.key, state.index);
  const uids = found.kind === 'same' ? preferPresent(state, found.uids) : [];
  const uid = join(state, uids);
  if (found.kind === 'same' && uid !== null) {
    const known = state.index.get(uid);
    if (known) state.index.put(joined(known, personOf(uid, row)));
    return { kind: 'person', uid, how: 'same', reason: found.reason, candidates: [] };
  }
  if (found.kind === 'same') return bridge(uids);
  if (isAnonymous(row.card)) return { kind: 'out', outcome: 'setAside', reason: 'noNameNoCompany' };
  const own = `new:${row.line}`;
  state.index.put(personOf(own, row));
  const candidates = found.kind === 'ask' ? found.candidates : [];
  return {
    kind: 'person',
    uid: own,
    how: found.kind === 'ask' ? 'asked' : 'new',
    reason: candidates[0]?.reason ?? null,
    candidates,
  };
}

/** The card belongs to two people the store already has: a person decides whether to merge them; the card goes to the first. */
function bridge(uids: readonly string[]): Placement {
  const stored = uids.filter(uid => !isNew(uid)).sort();
  const candidates = stored.map(uid => ({ uid, level: 'C' as const, reason: 'severalPeople' as const }));
  return { kind: 'person', uid: stored[0] ?? '', how: 'asked', reason: 'severalPeople', candidates };
}

const settle = (state: State, uid: string): string => {
  let at = uid;
  for (let next = state.movedTo.get(at); next !== undefined; next = state.movedTo.get(at)) at = next;
  return at;
};

/**
 * Places every row of a file, in order, beside the people the store has. A row that looks like somebody but is not sure
 * (`asked`) becomes a person of its own with the candidates noted, so nobody is lost and nobody is merged unasked. A later row can
 * show that two earlier ones are one person: the earlier placements follow.
 */
export function placeRows(rows: readonly ReadRow[], known: Iterable<KnownPerson>): Placement[] {
  const people = [...known];
  const trash = new Set(people.filter(person => person.inTrash).map(person => person.uid));
  const state: State = { index: createPersonIndex(people), movedTo: new Map(), trash };
  const placements = rows.map(
    (row): Placement =>
      'card' in row
        ? place(state, row)
        : { kind: 'out', outcome: BLANK_REASONS.has(row.reason) ? 'blank' : 'setAside', reason: row.reason },
  );
  return placements.map(p => (p.kind === 'out' ? p : settled(state, p)));
}

/** Where a row ends up once all rows are read. A card of somebody in the trash waits for a person and changes nothing. */
function settled(state: State, placement: Extract<Placement, { kind: 'person' }>): Placement {
  const uid = settle(state, placement.uid);
  if (state.trash.has(uid)) {
    const candidates = [{ uid, level: 'A' as const, reason: 'inTrash' as const }];
    return { ...placement, uid, how: 'asked', reason: 'inTrash', candidates };
  }
  const candidates = placement.candidates
    .map(c => ({ ...c, uid: settle(state, c.uid) }))
    .filter(c => c.uid !== uid && !state.trash.has(c.uid));
  const isOnlyTrash =
    placement.how === 'asked' && isNew(uid) && placement.candidates.every(c => state.trash.has(c.uid));
  return isOnlyTrash
    ? { ...placement, uid, how: 'new', reason: null, candidates }
    : { ...placement, uid, candidates };
}
