import { assertNever } from '#shared/domain/base/assert.ts';
import { addDays, type Day } from '#shared/domain/base/days.ts';
import { addBusinessDays, type BusinessCalendar, businessDayFrom } from '#shared/domain/calendar/calendar.ts';
import { LOW_CALL_DAYS } from '#shared/domain/journey/stops.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import type { CallRules } from './call-rules.ts';
import {
  attemptsInCycle,
  nextSlot,
  type Outcome,
  type PastCall,
  OUTCOMES,
  SLOTS,
  type SlotRate,
} from './outcomes.ts';

/** What happens to a lead after a call. Everything but `none` has a date; `none` has a reason. */
export type NextAction =
  | {
      readonly kind: 'call' | 'sendMaterial' | 'findNumber' | 'handOver' | 'nurture';
      readonly on: Day;
      /** Promised or proposed minute of the day; null when any time will do. */
      readonly minute: number | null;
      /** The lead was told this time. */
      readonly promised: boolean;
      /** Why the lead goes to nurture, else null. */
      readonly reason: 'limit' | 'declined' | 'gatekeeper' | null;
      /** Propose a mail as well: the phone does not get through. */
      readonly mail: boolean;
    }
  | { readonly kind: 'none'; readonly reason: 'notTarget' | 'doNotCall' };

export type CallContext = {
  readonly outcome: Outcome;
  /** The business day and minute of the call in Tokyo. */
  readonly on: Day;
  readonly minute: number;
  readonly band: Band;
  /** Earlier calls since the lead was last in nurture, oldest first. */
  readonly previous: readonly PastCall[];
  /** When the lead or the company said to call; required for a callback (with a time) and for `other`. */
  readonly asked?: { readonly on: Day; readonly minute: number | null } | null;
  /** The lead can be written to; without that a low one is called once a month, and the journey says when it rests. */
  readonly mayMail: boolean;
  /** The lead wants no further call. */
  readonly neverAgain?: boolean;
  readonly slotRates?: readonly SlotRate[];
};

/** What dates are worked out by. */
type Agreed = { readonly cal: BusinessCalendar; readonly rules: CallRules };

type Dated = Exclude<NextAction, { kind: 'none' }>;
const action = (kind: Dated['kind'], on: Day, more: Partial<Dated> = {}): Dated => ({
  kind,
  on,
  minute: null,
  promised: false,
  reason: null,
  mail: false,
  ...more,
});

function promise({ asked, outcome }: CallContext): Dated {
  if (!asked || (outcome === 'callback' && asked.minute === null))
    throw new RangeError(
      `${outcome} needs the day${outcome === 'callback' ? ' and time' : ''} to call again`,
    );
  return action('call', asked.on, { minute: asked.minute, promised: true });
}

const nurture = (context: CallContext, { cal, rules }: Agreed, reason: NonNullable<Dated['reason']>): Dated =>
  action('nurture', businessDayFrom(cal, addDays(context.on, rules.next.nurtureDays)), { reason });

/** Whether so many unanswered calls in a row end with this one. */
function isSilence({ previous }: CallContext, times: number): boolean {
  const last = previous.slice(1 - times);
  return last.length === times - 1 && last.every(call => call.outcome === 'noAnswer');
}

/** Another try, or nurture when this call used up the cycle of the rank. */
function retry(context: CallContext, agreed: Agreed, businessDays: number, mail = false): Dated {
  const { cal, rules } = agreed;
  if (context.band === 'low' && !context.mayMail)
    return action('call', businessDayFrom(cal, addDays(context.on, LOW_CALL_DAYS)));
  const limit = rules.limits[context.band];
  const made = attemptsInCycle([...context.previous, context], limit, context.on, cal);
  if (made >= limit.attempts) return nurture(context, agreed, 'limit');
  const tried = [...context.previous.map(call => call.minute), context.minute];
  const slot = SLOTS[nextSlot(tried, context.slotRates)];
  return action('call', addBusinessDays(cal, context.on, businessDays), { minute: slot?.from ?? null, mail });
}

function afterNoAnswer(context: CallContext, agreed: Agreed): Dated {
  const { noAnswer, silence } = agreed.rules.next;
  return isSilence(context, silence.times)
    ? retry(context, agreed, silence.businessDays, true)
    : retry(context, agreed, noAnswer);
}

function afterGatekeeper(context: CallContext, agreed: Agreed): Dated {
  const { times, businessDays } = agreed.rules.next.gatekeeper;
  const refused = context.previous.filter(call => call.outcome === 'gatekeeper').length + 1;
  return refused >= times
    ? nurture(context, agreed, 'gatekeeper')
    : retry(context, agreed, businessDays, true);
}

/**
 * The default next action after a call, by the rules of the team. Days move on the business calendar, except a day the
 * lead named. Throws RangeError when an outcome lacks the day it requires (see `requires` of the outcome).
 */
export function nextAfter(context: CallContext, cal: BusinessCalendar, rules: CallRules): NextAction {
  const agreed = { cal, rules };
  if (context.neverAgain) return { kind: 'none', reason: 'doNotCall' };
  switch (context.outcome) {
    case 'noAnswer':
      return afterNoAnswer(context, agreed);
    case 'away':
      return context.asked ? promise(context) : retry(context, agreed, rules.next.away);
    case 'gatekeeper':
      return afterGatekeeper(context, agreed);
    case 'callback':
    case 'other':
      return promise(context);
    case 'material':
      return action('sendMaterial', businessDayFrom(cal, context.on));
    case 'appointment':
      return action('handOver', businessDayFrom(cal, context.on));
    case 'declined':
      return nurture(context, agreed, 'declined');
    case 'badNumber':
      return action('findNumber', addBusinessDays(cal, context.on, rules.next.badNumber));
    case 'notTarget':
      return { kind: 'none', reason: 'notTarget' };
    case 'doNotCall':
      return { kind: 'none', reason: 'doNotCall' };
    default:
      return assertNever(context.outcome);
  }
}

/** The call that follows material that was sent on that day. */
export const callAfterMaterial = (cal: BusinessCalendar, rules: CallRules, sentOn: Day): NextAction =>
  action('call', addBusinessDays(cal, sentOn, rules.next.material));

/**
 * What an outcome would set if it came now, shown before its key is pressed; null where the caller is asked for a day
 * first. The same rule as when it is recorded.
 */
export function previewOf(
  card: Pick<CallContext, 'band' | 'mayMail'> & { readonly calls: readonly PastCall[] },
  call: Pick<CallContext, 'outcome' | 'on' | 'minute'>,
  agreed: Agreed & Pick<CallContext, 'slotRates'>,
): NextAction | null {
  const { requires } = OUTCOMES[call.outcome];
  if (requires.some(requirement => requirement !== 'reason')) return null;
  const { band, mayMail, calls: previous } = card;
  const { cal, rules, slotRates = [] } = agreed;
  return nextAfter({ ...call, band, mayMail, previous, slotRates }, cal, rules);
}

/** Whether an outcome was recorded with everything it requires. */
export function lacks(
  context: Pick<CallContext, 'outcome' | 'asked'> & { readonly reason?: string | null },
): 'promise' | 'next' | 'reason' | null {
  const missing = {
    promise: !context.asked || context.asked.minute === null,
    next: !context.asked,
    reason: !context.reason,
  };
  return OUTCOMES[context.outcome].requires.find(requirement => missing[requirement]) ?? null;
}
