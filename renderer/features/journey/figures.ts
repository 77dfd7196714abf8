import type { LeadFilter } from '#shared/contract/lead-filter.ts';
import type { JourneyMap } from '#shared/contract/journey.ts';
import type { Edge } from '#shared/domain/journey/map.ts';
import type { Stop } from '#shared/domain/journey/stops.ts';

export type Filter = Partial<LeadFilter>;

/** People behind a figure: the acquisition period and what was counted. */
export const peopleOf = (map: JourneyMap, filter: Filter): Filter => ({
  acquiredFrom: map.fromOn,
  acquiredTo: map.toOn,
  ...filter,
});

/** Whom an edge is a share of. */
const BASES: Readonly<Record<Edge, Stop | 'start' | 'behaviour'>> = {
  hotContact: 'hot',
  contactDeal: 'contacted',
  contactNurture: 'contacted',
  dealHanded: 'converted',
  direct: 'start',
  callBehaviour: 'callList',
  mailBehaviour: 'stepMail',
  behaviourContact: 'behaviour',
  again: 'behaviour',
  nurtureAgain: 'nurture',
  hotCooled: 'hot',
  rested: 'start',
};

/** How many people the share of an edge is taken of. */
export function baseOf(map: JourneyMap, edge: Edge): number {
  const base = BASES[edge];
  if (base === 'start') return map.start;
  return base === 'behaviour' ? map.behaviour : map.reached[base];
}
