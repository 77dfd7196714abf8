import { assertNever } from '#shared/domain/base/assert.ts';
import { addDays, type Day } from '#shared/domain/base/days.ts';
import { addBusinessDays, type BusinessCalendar, businessDayFrom } from '#shared/domain/calendar/calendar.ts';
import { placeOf } from './machine.ts';
import { LOW_CALL_DAYS, mayCall, type Standing, type Stop } from './stops.ts';

/** Kinds of next action the app sets by itself; every other kind was promised or chosen by somebody. */
export const AUTOMATIC_NEXT = ['firstContact', 'call', 'stepMail', 'findNumber', 'thanks', 'none'] as const;
export const isAutomatic = (kind: unknown): boolean => AUTOMATIC_NEXT.some(automatic => automatic === kind);
type SetKind = Exclude<(typeof AUTOMATIC_NEXT)[number], 'none'> | 'handOver' | 'answer';

/** What somebody may decide to do next, on a day and, if they like, at a time. */
export const CHOSEN_NEXT = ['callback', 'retryCall', 'sendMaterial', 'nurture'] as const;

/** Next actions that mean a call. */
export const CALLS: ReadonlySet<string> = new Set(['firstContact', 'call', 'callback', 'retryCall']);

/** Next actions of a 商談: hand it over, answer the hand-over, meet. */
const DEALS: ReadonlySet<string> = new Set(['handOver', 'answer', 'meeting']);

/** Every open lead has exactly one next action with a date, or a stated reason for none. */
export type NextAction =
  | { readonly kind: SetKind; readonly on: Day; readonly reason: null }
  | { readonly kind: 'none'; readonly on: null; readonly reason: NoneReason };
type NoneReason = 'closed' | 'handedOver' | 'companyKind' | 'doNotCall' | 'noContact' | 'attempts';

const set = (kind: SetKind, on: Day): NextAction => ({ kind, on, reason: null });
const none = (reason: NoneReason): NextAction => ({ kind: 'none', on: null, reason });

/** First contact with a hot lead, and an answer to a reply, are due on the second business day. */
const FIRST_CONTACT_DAYS = 2;

/**
 * What happens next with a lead nobody has made a promise to, by where it stands: hot → first contact under the clock,
 * mid → call list, low → step mail. Without a phone: look the number up; without an address: a call once a month.
 */
export function automaticNext(lead: Standing, cal: BusinessCalendar, today: Day): NextAction {
  const at = placeOf(lead);
  switch (at) {
    case 'closed':
      return none('closed');
    case 'handedOver':
      return none('handedOver');
    case 'converted':
      return set(lead.awaiting ? 'answer' : 'handOver', addBusinessDays(cal, today, 1));
    case 'thanks':
      return set('thanks', addBusinessDays(cal, today, 1));
    case 'outside':
      return none('companyKind');
    case 'hold':
      return none(holdReason(lead));
    case 'stepMail':
      return set('stepMail', businessDayFrom(cal, today));
    case 'hot':
    case 'contacted':
    case 'callList':
    case 'nurture':
      return nextCall(lead, at, cal, today);
    default:
      return assertNever(at);
  }
}

function holdReason(lead: Standing): NoneReason {
  if (mayCall(lead)) return 'attempts';
  return lead.doNotCall ? 'doNotCall' : 'noContact';
}

function nextCall(lead: Standing, at: Stop, cal: BusinessCalendar, today: Day): NextAction {
  if (!mayCall(lead)) {
    if (lead.doNotCall) return set('stepMail', businessDayFrom(cal, today));
    return set('findNumber', addBusinessDays(cal, today, FIRST_CONTACT_DAYS));
  }
  if (at === 'hot' || (at === 'contacted' && lead.contact === 'reply'))
    return set('firstContact', addBusinessDays(cal, today, FIRST_CONTACT_DAYS));
  if (at === 'contacted') return set('call', addBusinessDays(cal, today, FIRST_CONTACT_DAYS));
  if (lead.band === 'low') return set('call', businessDayFrom(cal, addDays(today, LOW_CALL_DAYS)));
  return set('call', businessDayFrom(cal, today));
}

/** A promise or a choice that makes no sense any more where the lead stands now. */
export function isVoid(kind: string, at: Stop, lead: Standing): boolean {
  if (CALLS.has(kind) && !mayCall(lead)) return true;
  switch (at) {
    case 'closed':
    case 'outside':
      return true;
    case 'handedOver':
      return kind === 'handOver' || kind === 'answer' || kind === 'nurture' || kind === 'retryCall';
    case 'converted':
      return kind === 'nurture' || kind === 'retryCall' || kind === (lead.awaiting ? 'handOver' : 'answer');
    case 'thanks':
      return kind === 'nurture' || kind === 'retryCall' || DEALS.has(kind);
    case 'nurture':
      return kind !== 'nurture';
    default:
      return kind === 'nurture' || DEALS.has(kind) || (at === 'hold' && CALLS.has(kind));
  }
}
