import { type DatedNext, isPromise } from '#shared/domain/calendar/redate.ts';

/** Kinds of what a member holds; each of the people is in one of the first three. */
export const HOLDINGS = ['deals', 'promises', 'leads', 'papers'] as const;
export type Holding = (typeof HOLDINGS)[number];

/** A 商談 first, then what was promised to the person, then everybody else. */
export function holdingOf(held: DatedNext & { readonly stage: string }): Exclude<Holding, 'papers'> {
  if (held.stage === 'converted') return 'deals';
  return isPromise(held) ? 'promises' : 'leads';
}
