import { forEachInSteps, type Steps, toEnd } from '#shared/domain/base/steps.ts';
import { HashIndex } from '#shared/domain/base/hash-index.ts';
import type { Codec, Listed } from '#shared/domain/base/shelf.ts';
import type { Card } from '#shared/domain/leads/card.ts';
import { type Contested, contestedAmong } from '#shared/domain/leads/contested.ts';
import { type Candidate, match, type MatchReason } from '#shared/domain/leads/match.ts';
import { cardPerson } from '#shared/domain/leads/known-person.ts';
import type { KnownPerson } from '#shared/domain/leads/known-person.ts';
import { packedPeople, type PackedPerson } from '#shared/domain/leads/packed-person.ts';
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
  'inTrash',
  'erased',
  'notAttended',
  'cancelled',
  'waitlisted',
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

/** What placing needs of a row: the person its card makes by itself, who gets the uid `new:<line>`, or the reason. */
export type KeyRow = { line: number; person: KnownPerson } | { line: number; reason: RowReason };

export const keyRow = (row: ReadRow): KeyRow =>
  'card' in row ? { line: row.line, person: cardPerson(`new:${row.line}`, row.card, row.key) } : row;

/** Rows for a shelf. */
export const packedRows: Codec<KeyRow, [number, RowReason | PackedPerson]> = {
  pack: row => [row.line, 'person' in row ? packedPeople.pack(row.person) : row.reason],
  unpack: ([line, what]) =>
    typeof what === 'string' ? { line, reason: what } : { line, person: packedPeople.unpack(what) },
};

/** Where a row goes. `uid` is a known person's, or `new:<line>` for a person this file brings. */
export type Placement =
  | { kind: 'out'; outcome: 'blank' | 'setAside'; reason: RowReason }
  | {
      kind: 'person';
      uid: string;
      how: 'new' | 'same' | 'asked';
      reason: MatchReason | null;
      candidates: Candidate[];
      /** People a person said this is not. */
      declined: Candidate[];
    };

/** The people a placed row belongs to and changes; null for a row that changes nobody. */
export const changedBy = (placement: Placement): string | null =>
  placement.kind === 'out' || (placement.how === 'asked' && !isNew(placement.uid)) ? null : placement.uid;

/**
 * What a person said about a row that looks like somebody, lies in the trash or was erased; `later` asks again, as no answer
 * does. `same`: somebody in the trash comes back; `different`: somebody erased comes in anew.
 */
export type Answer =
  | { kind: 'same'; uid: string }
  | { kind: 'different' }
  | { kind: 'leaveOut' }
  | { kind: 'later' };
/** By the line of the row. */
export type Answers = ReadonlyMap<number, Answer>;

const BLANK_REASONS: ReadonlySet<RowReason> = new Set(['empty', 'headerRepeat', 'footer']);
const isNew = (uid: string): boolean => uid.startsWith('new:');

/** One empty list for all: a file of many rows would hold a million of them. Nobody changes a list in place. */
const NONE: never[] = [];
const orNone = <T>(list: T[]): T[] => (list.length === 0 ? NONE : list);

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
    departments: union(a.departments, b.departments),
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
  contested: Contested;
  answers: Answers;
  /** Lines of cards that name somebody who was erased. */
  erased: ReadonlySet<number>;
}

/** Joins people of this file, and at most one from the store, into one. Further stored people stay as they are. */
function join(state: State, uids: readonly string[]): string | null {
  const target = uids.find(uid => !isNew(uid)) ?? uids[0];
  if (target === undefined) return null;
  for (const uid of uids) {
    const into = state.index.get(target);
    const from = state.index.get(uid);
    if (uid === target || !isNew(uid) || !into || !from) continue;
    state.index.remove(uid);
    state.index.put(joined(into, from));
    state.movedTo.set(uid, target);
  }
  return target;
}

/** Somebody on the list is meant before somebody in the trash. */
function preferPresent(state: State, people: readonly Candidate[]): readonly Candidate[] {
  const present = people.filter(({ uid }) => !state.trash.has(uid));
  return present.some(({ uid }) => !isNew(uid)) ? present : people;
}

/** `index`: where the card's own person stands in the source of the index. */
function place(state: State, line: number, card: KnownPerson, index: number): Placement {
  const found = match(card, state.index, state.contested);
  const people = found.kind === 'same' ? preferPresent(state, found.people) : [];
  const uid = join(
    state,
    people.map(person => person.uid),
  );
  if (found.kind === 'same' && uid !== null)
    return take(state, card, uid, found.reason, [...bridged(people, uid), ...found.candidates]);
  const { candidates } = found;
  const said = state.answers.get(line);
  const meant = said?.kind === 'same' ? candidates.find(c => c.uid === said.uid) : undefined;
  if (meant)
    return take(
      state,
      card,
      meant.uid,
      meant.reason,
      candidates.filter(c => c !== meant),
    );
  if (state.erased.has(line) && said?.kind !== 'different')
    return { kind: 'out', outcome: 'setAside', reason: 'erased' };
  if (card.names.length === 0 && card.companies.length === 0)
    return { kind: 'out', outcome: 'setAside', reason: 'noNameNoCompany' };
  const own = card.uid;
  state.index.add(card, index);
  const reason = candidates[0]?.reason ?? null;
  if (candidates.length === 0 || said?.kind === 'different')
    return {
      kind: 'person',
      uid: own,
      how: 'new',
      reason: null,
      candidates: NONE,
      declined: orNone(candidates),
    };
  return { kind: 'person', uid: own, how: 'asked', reason, candidates, declined: NONE };
}

/** Puts a card to a person, whose keys grow by it. */
function take(
  state: State,
  card: KnownPerson,
  uid: string,
  reason: MatchReason,
  candidates: Candidate[],
): Placement {
  const known = state.index.get(uid);
  if (known) state.index.put(joined(known, card));
  return { kind: 'person', uid, how: 'same', reason, candidates: orNone(candidates), declined: NONE };
}

/** The card shows that further stored people are the same one: a person decides whether to merge them. */
const bridged = (people: readonly Candidate[], uid: string): Candidate[] =>
  people.filter(p => p.uid !== uid && !isNew(p.uid)).map(p => ({ ...p, reason: 'severalPeople' }));

const settle = (state: State, uid: string): string => {
  let at = uid;
  for (let next = state.movedTo.get(at); next !== undefined; next = state.movedTo.get(at)) at = next;
  return at;
};

/**
 * Places every row of a file, in order, beside the people the store has. A row that looks like somebody but is not sure
 * (`asked`) becomes a person of its own with the candidates noted, so nobody is lost and nobody is merged unasked. A
 * later row can show that two earlier ones are one person: rows of one file follow it at once, stored people stay two
 * and become candidates of each other.
 *
 * Whatever the order of files and rows, for cards with a full name: the people reached from one another over joins and
 * candidates are the same. So the partition is the same once every candidate is accepted, and what is joined without
 * asking is always a part of it; only how much of it had to be asked depends on what was known when.
 *
 * `answers` settle rows that would be asked; an answer that names nobody the row looks like is as good as none.
 */
export const placeRows = (
  rows: readonly ReadRow[],
  known: readonly KnownPerson[],
  answers: Answers = new Map(),
  erased: ReadonlySet<number> = new Set(),
): Placement[] => toEnd(placeSteps(rows.map(keyRow), known, answers, erased));

/** `placeRows` in steps, for a caller that has other things to do in between. */
export function* placeSteps(
  rows: Listed<KeyRow>,
  known: Listed<KnownPerson>,
  answers: Answers = new Map(),
  erased: ReadonlySet<number> = new Set(),
): Steps<Placement[]> {
  /** The stored people first, then the people the cards make by themselves. */
  const source = (index: number): KnownPerson => {
    const found = index < known.length ? { person: known.at(index) } : rows.at(index - known.length);
    if (!found || !('person' in found) || !found.person) throw new Error(`nobody at ${index}`);
    return found.person;
  };
  const index = createPersonIndex(source);
  const holders = new HashIndex();
  const note = (person: KnownPerson, at: number): void => {
    for (const key of new Set([...person.emailKeys, ...person.mobileKeys])) holders.add(key, at);
  };
  const trash = new Set<string>();
  yield* forEachInSteps(known, (person, at) => {
    if (person.inTrash) trash.add(person.uid);
    index.add(person, at);
    note(person, at);
  });
  yield* forEachInSteps(rows, (row, at) => {
    if ('person' in row) note(row.person, known.length + at);
  });
  const uses = (key: string) => (person: KnownPerson) =>
    person.emailKeys.includes(key) || person.mobileKeys.includes(key);
  const contested = contestedAmong(key => holders.find(key).map(source).filter(uses(key)));
  const state: State = { index, movedTo: new Map(), trash, contested, answers, erased };
  const said = new Map<number, Answer>();
  const placements: Placement[] = [];
  yield* forEachInSteps(rows, (row, at) => {
    const answer = answers.get(row.line);
    if (answer) said.set(at, answer);
    if ('person' in row) placements.push(place(state, row.line, row.person, known.length + at));
    else {
      const outcome = BLANK_REASONS.has(row.reason) ? 'blank' : 'setAside';
      placements.push({ kind: 'out', outcome, reason: row.reason });
    }
  });
  yield* forEachInSteps(placements, (placed, at) => {
    if (placed.kind === 'person') placements[at] = settled(state, placed, said.get(at));
  });
  return placements;
}

/** Where a row ends up once all rows are read. A card of somebody in the trash waits for a person and changes nothing until then. */
function settled(
  state: State,
  placement: Extract<Placement, { kind: 'person' }>,
  said: Answer | undefined,
): Placement {
  const uid = settle(state, placement.uid);
  if (state.trash.has(uid)) {
    if (said?.kind === 'same' && said.uid === uid)
      return { ...placement, uid, how: 'same', candidates: NONE };
    if (said?.kind === 'leaveOut') return { kind: 'out', outcome: 'setAside', reason: 'inTrash' };
    const candidates = [{ uid, level: 'A' as const, reason: 'inTrash' as const }];
    return { ...placement, uid, how: 'asked', reason: 'inTrash', candidates };
  }
  const byUid = new Map<string, Candidate>();
  for (const candidate of placement.candidates) {
    const other = settle(state, candidate.uid);
    if (other !== uid && !state.trash.has(other) && !byUid.has(other))
      byUid.set(other, { ...candidate, uid: other });
  }
  const candidates = orNone([...byUid.values()]);
  const declined = orNone(placement.declined.map(c => ({ ...c, uid: settle(state, c.uid) })));
  const now = { ...placement, uid, candidates, declined };
  if (placement.how !== 'asked') return now;
  if (uid !== placement.uid) return { ...now, how: 'same' };
  return candidates.length > 0 ? now : { ...now, how: 'new', reason: null };
}
