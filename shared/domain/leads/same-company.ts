/** What somebody else at the same company is in, the strongest first: a deal, a warm contact, somebody's care. */
export const SAME_COMPANY_STATES = ['deal', 'hot', 'owner'] as const;
export type SameCompanyState = (typeof SAME_COMPANY_STATES)[number];

/** One lead as far as its colleagues need to know. */
export interface Colleague {
  id: number;
  ownerId: number | null;
  ownerName: string | null;
  /** open, converted or closed. */
  stage: string;
  band: string;
  /** A day of an appointment, a meeting or its acceptance, if there was any. */
  dealOn: string | null;
  /** The first contact was made. */
  inTouch: boolean;
  lastTouchOn: string | null;
}

export interface SameCompany {
  /** Null for a deal nobody owns yet. */
  ownerName: string | null;
  state: SameCompanyState;
}

/** What a lead is in, if colleagues should know: a deal once there is an appointment; hot once the first contact was made. */
function stateOf(lead: Colleague): SameCompanyState | null {
  if (lead.stage === 'closed') return null;
  if (lead.stage === 'converted' || lead.dealOn !== null) return 'deal';
  if (lead.ownerId === null) return null;
  return lead.band === 'hot' && lead.inTouch ? 'hot' : 'owner';
}

/**
 * Who else of the team is busy at this lead's company, or null. Somebody's own leads never warn them; of several the
 * strongest state speaks, then the latest contact.
 */
export function sameCompanyOf(
  lead: Pick<Colleague, 'id' | 'ownerId'>,
  company: readonly Colleague[],
): SameCompany | null {
  let best: { colleague: Colleague; state: SameCompanyState } | null = null;
  for (const colleague of company) {
    const state = stateOf(colleague);
    const own = colleague.ownerId !== null && colleague.ownerId === lead.ownerId;
    if (state === null || own || colleague.id === lead.id) continue;
    if (best === null || order({ colleague, state }, best) < 0) best = { colleague, state };
  }
  return best && { ownerName: best.colleague.ownerName, state: best.state };
}

function order(
  a: { colleague: Colleague; state: SameCompanyState },
  b: { colleague: Colleague; state: SameCompanyState },
): number {
  const byState = SAME_COMPANY_STATES.indexOf(a.state) - SAME_COMPANY_STATES.indexOf(b.state);
  if (byState !== 0) return byState;
  const [touchA, touchB] = [a.colleague.lastTouchOn ?? '', b.colleague.lastTouchOn ?? ''];
  return touchA === touchB ? a.colleague.id - b.colleague.id : touchA > touchB ? -1 : 1;
}
