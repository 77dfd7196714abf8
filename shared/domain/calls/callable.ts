/** Why nobody may phone a person, in the order of asking. */
export const BARRIERS = ['erased', 'trashed', 'closed', 'companyKind', 'doNotCall', 'noPhone'] as const;
export type Barrier = (typeof BARRIERS)[number];

/** What decides whether a person may be phoned. */
export interface Phoneable {
  readonly trashed: boolean;
  /** Out of the question, or a 商談 already. */
  readonly closed: boolean;
  readonly companyKind: string;
  readonly doNotCall: boolean;
  /** Has a number that can be dialled. */
  readonly phone: boolean;
}

/** Kinds of company that are called as long as the team has not said otherwise. */
export const CALLED_KINDS: readonly string[] = ['prospect'];

/**
 * Why nobody may phone this person, or null. Lists, prints, sheets, queues and exports ask this and nothing else.
 * `lead`: null when the person was erased. `kinds`: the kinds of company the list takes.
 */
export function callable(lead: Phoneable | null, kinds: readonly string[] = CALLED_KINDS): Barrier | null {
  if (lead === null) return 'erased';
  if (lead.trashed) return 'trashed';
  if (lead.closed) return 'closed';
  if (!kinds.includes(lead.companyKind)) return 'companyKind';
  if (lead.doNotCall) return 'doNotCall';
  return lead.phone ? null : 'noPhone';
}
