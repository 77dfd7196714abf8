import { type Cause, isRanked, LOW_ATTEMPTS, mayCall, type Standing, type Stop } from './stops.ts';

/** Where a lead belongs: the first line that holds. The last one always does, so nobody is lost. */
const PLACES: readonly (readonly [Stop, (lead: Standing) => boolean])[] = [
  ['closed', lead => lead.stage === 'closed'],
  ['handedOver', lead => lead.stage === 'converted' && lead.accepted],
  ['converted', lead => lead.stage === 'converted'],
  ['thanks', lead => lead.companyKind === 'customer' || lead.companyKind === 'partner'],
  ['outside', lead => lead.companyKind !== 'prospect'],
  ['nurture', lead => lead.nurtured !== null],
  ['hold', lead => !mayCall(lead) && !lead.mayMail],
  ['contacted', lead => lead.contact !== null],
  ['stepMail', lead => lead.doNotCall],
  ['hot', lead => lead.band === 'hot'],
  ['callList', lead => lead.band === 'mid'],
  ['stepMail', lead => lead.mayMail],
  ['hold', lead => lead.attempts >= LOW_ATTEMPTS],
  ['callList', () => true],
];

/** The stop a lead belongs to. Design §3.4: every rule of the article's chart, in the order in which they win. */
export function placeOf(lead: Standing): Stop {
  const found = PLACES.find(([, holds]) => holds(lead));
  if (!found) throw new Error('a lead without a place');
  return found[0];
}

type Ways = Partial<Record<Cause, readonly Stop[]>>;

const BY_RANK = ['stepMail', 'callList', 'hot'] as const;
const BACK = {
  limit: ['nurture'],
  declined: ['nurture'],
  gatekeeper: ['nurture'],
  chosen: ['nurture'],
} as const;
/** What may happen to anybody who is not yet a 商談. */
const ANYWHERE = {
  ...BACK,
  reply: ['contacted'],
  talk: ['contacted'],
  appointment: ['converted'],
  accepted: ['handedOver'],
  companyKind: ['thanks', 'outside'],
  notTarget: ['closed'],
} as const satisfies Ways;
/** What the rank decides again when it, or the ways to be reached, change. */
const RANKING = {
  ...ANYWHERE,
  rank: [...BY_RANK, 'hold'],
  reach: [...BY_RANK, 'hold', 'contacted'],
  attempts: ['hold'],
} as const satisfies Ways;
/** A company of another kind becomes a prospect again: its people are ranked, or stand where they were. */
const BACK_IN = [...BY_RANK, 'hold', 'contacted', 'nurture'] as const;
/** What field sales gives back is nurtured; once its day has passed, or at a customer, it goes where it belongs. */
const GIVEN_BACK = ['nurture', 'thanks', 'outside', 'hold', 'contacted', ...BY_RANK] as const;

/**
 * The journey as a table: from each stop, what may move a lead and where to. `corrected` may lead anywhere and stands in no
 * line: taking back what was recorded puts a lead where it would be without it.
 */
export const MOVES: Readonly<Record<Stop, Ways>> = {
  stepMail: RANKING,
  callList: RANKING,
  hot: RANKING,
  contacted: { ...RANKING, lapsed: [...BY_RANK, 'hold'] },
  nurture: {
    ...RANKING,
    due: [...BY_RANK, 'hold', 'contacted'],
    chosen: [...BY_RANK, 'hold', 'contacted'],
  },
  hold: RANKING,
  converted: { accepted: ['handedOver'], returned: GIVEN_BACK, notTarget: ['closed'] },
  handedOver: { returned: GIVEN_BACK, notTarget: ['closed'] },
  thanks: { ...ANYWHERE, companyKind: ['outside', ...BACK_IN] },
  outside: { ...ANYWHERE, companyKind: ['thanks', ...BACK_IN] },
  closed: { appointment: ['converted'], accepted: ['handedOver'] },
};

/** True when the table knows this move. */
export const mayMove = (from: Stop, cause: Cause, to: Stop): boolean =>
  cause === 'corrected' || (MOVES[from][cause]?.includes(to) ?? false);

/** What the move itself does not show. */
export interface Circumstance {
  /** The rank is another one than before. */
  readonly rankChanged: boolean;
  /** The day to look again has come, or the last contact is too long ago. */
  readonly timePassed: boolean;
  /** Field sales has just given the lead back. */
  readonly returned: boolean;
}

/** Why a lead moved. What the table does not know was a correction. */
export function causeOf(from: Stop, to: Stop, lead: Standing, then: Circumstance): Cause {
  const cause = likelyCause(from, to, lead, then);
  return mayMove(from, cause, to) ? cause : 'corrected';
}

function likelyCause(from: Stop, to: Stop, lead: Standing, then: Circumstance): Cause {
  switch (to) {
    case 'closed':
      return 'notTarget';
    case 'converted':
      return 'appointment';
    case 'handedOver':
      return 'accepted';
    case 'thanks':
    case 'outside':
      return then.returned ? 'returned' : 'companyKind';
    default:
      if (then.returned) return 'returned';
      if (from === 'thanks' || from === 'outside') return 'companyKind';
      return openCause(from, to, lead, then);
  }
}

function openCause(from: Stop, to: Stop, lead: Standing, then: Circumstance): Cause {
  if (to === 'nurture') return lead.nurtured ?? 'corrected';
  if (to === 'contacted' && from !== 'nurture')
    return from === 'hold' ? 'reach' : (lead.contact ?? 'corrected');
  if (to === 'contacted') return lead.contact ?? 'corrected';
  if (from === 'nurture') return then.timePassed ? 'due' : then.rankChanged ? 'rank' : 'chosen';
  if (from === 'contacted' && then.timePassed) return 'lapsed';
  if (to === 'hold' && mayCall(lead)) return 'attempts';
  if (then.rankChanged && isRanked(to)) return 'rank';
  return 'reach';
}
