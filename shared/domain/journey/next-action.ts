import { addDays, type Day } from '#shared/domain/base/days.ts';
import { addBusinessDays, type BusinessCalendar, businessDayFrom } from '#shared/domain/calendar/calendar.ts';
import type { Band } from '#shared/domain/scoring/band.ts';

/** Kinds of next action the app sets by itself; every other kind was promised or chosen by somebody. */
export const AUTOMATIC_NEXT = ['firstContact', 'call', 'stepMail', 'findNumber', 'thanks', 'none'] as const;
type AutomaticKind = (typeof AUTOMATIC_NEXT)[number];

/** Every open lead has exactly one next action with a date, or a stated reason for none. */
export type NextAction =
  | { readonly kind: Exclude<AutomaticKind, 'none'>; readonly on: Day; readonly reason: null }
  | {
      readonly kind: 'none';
      readonly on: null;
      readonly reason: 'closed' | 'companyKind' | 'doNotCall' | 'noContact';
    };

export interface Reachability {
  readonly band: Band;
  readonly companyKind: string;
  /** open, converted or closed. */
  readonly stage: string;
  readonly hasPhone: boolean;
  /** An address that may be written to: known, not opted out, and the basis of the list allows mail. */
  readonly mayMail: boolean;
  readonly doNotCall: boolean;
}

const set = (kind: Exclude<AutomaticKind, 'none'>, on: Day): NextAction => ({ kind, on, reason: null });
const none = (reason: (NextAction & { kind: 'none' })['reason']): NextAction => ({
  kind: 'none',
  on: null,
  reason,
});

/** First contact with a hot lead is due on the second business day. */
const FIRST_CONTACT_DAYS = 2;
/** A low lead that cannot be written to is called about once a month. */
const LOW_CALL_DAYS = 30;

/**
 * What happens next with a lead nobody has made a promise to: hot → first contact under the clock, mid → call list,
 * low → step mail. Without a phone: look the number up; without an address: a call once a month; without both: on hold.
 */
export function automaticNext(lead: Reachability, cal: BusinessCalendar, today: Day): NextAction {
  if (lead.stage !== 'open') return none('closed');
  if (lead.companyKind === 'customer' || lead.companyKind === 'partner')
    return set('thanks', addBusinessDays(cal, today, 1));
  if (lead.companyKind !== 'prospect') return none('companyKind');
  const mayCall = lead.hasPhone && !lead.doNotCall;
  if (lead.band === 'low' && lead.mayMail) return set('stepMail', businessDayFrom(cal, today));
  if (!mayCall) return withoutPhone(lead, cal, today);
  if (lead.band === 'hot') return set('firstContact', addBusinessDays(cal, today, FIRST_CONTACT_DAYS));
  if (lead.band === 'mid') return set('call', businessDayFrom(cal, today));
  return set('call', businessDayFrom(cal, addDays(today, LOW_CALL_DAYS)));
}

function withoutPhone(lead: Reachability, cal: BusinessCalendar, today: Day): NextAction {
  if (lead.doNotCall) return lead.mayMail ? set('stepMail', businessDayFrom(cal, today)) : none('doNotCall');
  if (!lead.mayMail) return none('noContact');
  return set('findNumber', addBusinessDays(cal, today, FIRST_CONTACT_DAYS));
}
