import { type Candidate, match, type MatchLevel, type MatchReason } from '#shared/domain/leads/match.ts';
import type { KnownPerson } from '#shared/domain/leads/known-person.ts';

/** A and B: one person by every key, C: probably, D: possibly. */
export const PAIR_LEVELS = ['A', 'B', 'C', 'D'] as const satisfies readonly MatchLevel[];
/** Sure enough to be proposed ticked and merged many at once: nothing speaks against it, and more than the name for it. */
export const isTicked = ({ level, reason }: { level: string; reason: string }): boolean =>
  level === 'A' || level === 'B' || (level === 'C' && reason === 'companyAndName');

/** Two people to look at, as a row of a file or a typed card left them. */
export interface FoundPair {
  uid: string;
  otherUid: string;
  level: MatchLevel;
  reason: MatchReason;
  /** Somebody has said already that these are two people. */
  isSettled?: boolean;
}

/**
 * The pairs a placed row leaves: the person it became beside each it looks like. Who fits several people at once
 * cannot be all of them, so such a pair is never proposed ticked, unless the several are themselves the question.
 */
export function pairsOfRow(row: {
  uid: string | null;
  candidates: readonly Candidate[];
  declined?: readonly Candidate[];
}): FoundPair[] {
  const { uid, candidates, declined = [] } = row;
  if (uid === null) return [];
  const isNew = uid.startsWith('new:');
  const pairs = (others: readonly Candidate[], isSettled: boolean): FoundPair[] =>
    others
      .filter(other => other.uid !== uid)
      .map(other => ({
        uid,
        otherUid: other.uid,
        level: isNew && other.reason === 'severalPeople' ? 'D' : other.level,
        reason: other.reason,
        isSettled,
      }));
  return [...pairs(candidates, false), ...pairs(declined, true)];
}

/** A stored person as the cards they could have given: one for each name, company and number of the source. */
function* cardsOf(person: KnownPerson): Generator<KnownPerson> {
  const base: KnownPerson = { ...person, departments: [], cards: [] };
  for (const names of oneByOne(person.names))
    for (const companies of oneByOne(person.companies))
      for (const externalIds of oneByOne(person.externalIds))
        yield { ...base, names, companies, externalIds };
}

const oneByOne = <T>(items: readonly T[]): T[][] => (items.length === 0 ? [[]] : items.map(item => [item]));

/** How much two stored people look alike by the rules cards are matched by; null: not at all. */
export function comparePeople(
  a: KnownPerson,
  b: KnownPerson,
): { level: MatchLevel; reason: MatchReason } | null {
  let best: { level: MatchLevel; reason: MatchReason } | null = null;
  for (const card of cardsOf(a)) {
    const found = match(card, { find: () => [b] });
    const one = found.kind === 'ask' ? found.candidates[0] : found.kind === 'same' ? found : undefined;
    if (one && (best === null || one.level < best.level)) best = { level: one.level, reason: one.reason };
  }
  return best;
}

/** Everything two people must share at least one of to be compared at all. */
function* blocksOf(person: KnownPerson): Generator<string> {
  for (const key of person.emailKeys) yield `e${key}`;
  for (const key of person.mobileKeys) yield `m${key}`;
  for (const id of person.externalIds) yield `x${id}`;
  for (const { key } of person.names) {
    if (key === '') continue;
    for (const company of person.companies) {
      yield `n${key} ${company.strictKey}`;
      yield `n${key} ${company.looseKey}`;
    }
    for (const phone of person.landlineKeys) yield `n${key} ${phone}`;
  }
}

/** With how many earlier people of a block a further one is compared, so that a shared address costs no square. */
const COMPARED = 20;

/**
 * Pairs among stored people, each later one beside the earliest it looks like in each thing they share. People who
 * share nothing are never compared.
 */
export function pairsAmong(people: readonly KnownPerson[]): FoundPair[] {
  const blocks = new Map<string, KnownPerson[]>();
  const pairs = new Map<string, FoundPair>();
  for (const person of people)
    for (const key of new Set(blocksOf(person))) {
      const block = blocks.get(key) ?? [];
      for (const earlier of block.slice(0, COMPARED)) {
        const found = comparePeople(person, earlier);
        if (found === null) continue;
        pairs.set(`${person.uid} ${earlier.uid}`, { uid: person.uid, otherUid: earlier.uid, ...found });
        break;
      }
      block.push(person);
      blocks.set(key, block);
    }
  return [...pairs.values()];
}
