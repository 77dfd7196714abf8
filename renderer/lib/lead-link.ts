import type { LeadFilter } from '#shared/contract/lead-filter.ts';

/** Address of the lead list with exactly these people. */
export const leadsWhere = (filter: Partial<LeadFilter>): string =>
  `/leads/where/${encodeURIComponent(JSON.stringify(filter))}`;
