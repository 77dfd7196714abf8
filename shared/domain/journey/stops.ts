import type { Band } from '#shared/domain/scoring/band.ts';

/** Where a lead stands on the way from a card to a 商談. The order is that of the map. */
export const STOPS = [
  'stepMail',
  'callList',
  'hot',
  'contacted',
  'converted',
  'handedOver',
  'nurture',
  'hold',
  'thanks',
  'outside',
  'closed',
] as const;
export type Stop = (typeof STOPS)[number];

/** The three stops the rank decides between. */
export const RANKED = ['stepMail', 'callList', 'hot'] as const satisfies readonly Stop[];
export const isRanked = (stop: Stop): boolean => RANKED.some(ranked => ranked === stop);

/** What may move a lead from one stop to another. */
export const CAUSES = [
  /** The rank changed. */
  'rank',
  /** The person answered a mail, or talked to us. */
  'reply',
  'talk',
  'appointment',
  /** Field sales took it over, or gave it back. */
  'accepted',
  'returned',
  /** Why it goes back to nurturing: attempts used up, refused, the reception refused, somebody decided so. */
  'limit',
  'declined',
  'gatekeeper',
  'chosen',
  /** The day to look at it again has come. */
  'due',
  /** The last contact led nowhere and is long ago. */
  'lapsed',
  /** Ways to be reached were found or lost: a number, an address, 電話禁止, 配信停止. */
  'reach',
  /** A low lead without an address was called as often as makes sense. */
  'attempts',
  'companyKind',
  'notTarget',
  /** A decision was taken back: X became another judgement, a record was undone, two people turned out to be one. */
  'corrected',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What decides where a lead belongs. */
export interface Standing {
  readonly band: Band;
  readonly companyKind: string;
  /** open, converted or closed. */
  readonly stage: string;
  readonly hasPhone: boolean;
  /** An address that may be written to: known, not opted out, and the basis of the list allows mail. */
  readonly mayMail: boolean;
  readonly doNotCall: boolean;
  /** Field sales took the 商談 over. */
  readonly accepted: boolean;
  /** It was handed over, and field sales has not answered yet. */
  readonly awaiting: boolean;
  /** The latest two-way contact of the present cycle. */
  readonly contact: 'reply' | 'talk' | null;
  /** Left alone until a day that is still ahead, and why. */
  readonly nurtured: NurtureCause | null;
  /** Calls of the present cycle that count as attempts. */
  readonly attempts: number;
}
export type NurtureCause = Extract<Cause, 'limit' | 'declined' | 'gatekeeper' | 'returned' | 'chosen'>;

export const mayCall = ({ hasPhone, doNotCall }: Standing): boolean => hasPhone && !doNotCall;

/** A low lead that cannot be written to is called once a month, this often; then it rests. */
export const LOW_CALL_DAYS = 30;
export const LOW_ATTEMPTS = 2;

/** Whether a lead may be written to: an address, no opt-out, and a list whose origin allows mail. */
export const mayBeWritten = (lead: { email: string; consentBasis: string; isOptedOut: boolean }): boolean =>
  lead.email !== '' &&
  !lead.isOptedOut &&
  lead.consentBasis !== 'unknown' &&
  lead.consentBasis !== 'organiser';
