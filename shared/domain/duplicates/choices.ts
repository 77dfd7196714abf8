import type { Day } from '#shared/domain/base/days.ts';
import { foldKey } from '#shared/domain/base/text.ts';

/** Fields of which a merged person has one value. Numbers, addresses, tags, posts and memos are united instead. */
export const MERGE_FIELDS = [
  'name',
  'kana',
  'company',
  'department',
  'title',
  'email',
  'phone',
  'address',
  'url',
  'owner',
  'acquisition',
  'consent',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
/** `survivor`: the person who stays; `other`: the one who is merged into them. */
export type MergeSide = 'survivor' | 'other';
export type MergeChoices = Record<MergeField, MergeSide>;

/** One of the two people, each field as one text; '' when unknown. */
export interface ComparedPerson {
  values: Record<MergeField, string>;
  /** The day of the newest card, or of the acquisition when no card is dated. */
  seenOn: Day;
  acquiredOn: Day;
}

/** Fields the newer card knows better. */
const NEWER: ReadonlySet<MergeField> = new Set([
  'company',
  'department',
  'title',
  'email',
  'phone',
  'address',
  'url',
]);
/** A post is one thing: with another company the old department and title mean nothing. */
const POST: ReadonlySet<MergeField> = new Set(['department', 'title']);

/** Different by more than spelling; a blank differs from nothing. */
export const differs = (a: string, b: string): boolean => a !== '' && b !== '' && foldKey(a) !== foldKey(b);

/** A name with unreadable characters, or without the given name, yields to one that has them. */
function betterName(a: string, b: string): boolean {
  const damaged = (name: string): boolean => /[?？〓□]/.test(name);
  if (damaged(a) !== damaged(b)) return damaged(a);
  return foldKey(b).length > foldKey(a).length && foldKey(b).startsWith(foldKey(a));
}

function suggestOne(field: MergeField, survivor: ComparedPerson, other: ComparedPerson): MergeSide {
  const [a, b] = [survivor.values[field], other.values[field]];
  if (b === '') return 'survivor';
  if (a === '') return 'other';
  if (field === 'acquisition') return other.acquiredOn < survivor.acquiredOn ? 'other' : 'survivor';
  if (field === 'consent') return a === 'unknown' && b !== 'unknown' ? 'other' : 'survivor';
  if (field === 'name') return betterName(a, b) ? 'other' : 'survivor';
  return NEWER.has(field) && differs(a, b) && other.seenOn > survivor.seenOn ? 'other' : 'survivor';
}

/**
 * What is proposed for each field: a value instead of a blank, the post, addresses and numbers of the newer card, the
 * first acquisition, a known way the address came in instead of an unknown one, and the survivor's in all else.
 */
export function suggestChoices(survivor: ComparedPerson, other: ComparedPerson): MergeChoices {
  const choices = Object.fromEntries(
    MERGE_FIELDS.map(field => [field, suggestOne(field, survivor, other)]),
  ) as MergeChoices;
  if (differs(survivor.values.company, other.values.company))
    for (const field of POST) choices[field] = choices.company;
  return choices;
}

/** The memo of the other person under its date and source, once. `heading`: what stands in the brackets. */
export function unitedMemo(survivor: string, other: string, heading: string): string {
  if (other === '' || survivor.includes(other)) return survivor;
  return survivor === '' ? other : `${survivor}\n[${heading}] ${other}`;
}
