import { addDays, type Day, type Instant, isDay } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, businessDayFrom } from '#shared/domain/calendar/calendar.ts';
import { type Band, bandRank } from '#shared/domain/scoring/band.ts';
import { contactEndsOn, type Course, courseOf, type PastEvent } from './course.ts';
import { causeOf, placeOf } from './machine.ts';
import { automaticNext, isAutomatic, isVoid } from './next-action.ts';
import type { Cause, NurtureCause, Standing, Stop } from './stops.ts';

/** What the store keeps of a lead's journey. */
export interface JourneyState {
  /** Null: nobody looked yet. */
  readonly stop: Stop | null;
  readonly stopSinceOn: Day | null;
  /** Where the first scoring put the lead; never changed. */
  readonly entryStop: Stop | null;
  /** open, converted or closed. */
  readonly stage: string;
  readonly appointmentOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly next: {
    readonly kind: string;
    readonly on: Day | null;
    readonly at: Instant | null;
    readonly reason: string | null;
  };
}

/** What of the lead itself decides about its way. */
export type Traits = Pick<Standing, 'band' | 'companyKind' | 'hasPhone' | 'mayMail' | 'doNotCall'>;

/** When it is, and whether the rank has just become another one. */
export interface Now {
  readonly on: Day;
  readonly cal: BusinessCalendar;
  readonly rank: { readonly from: Band; readonly to: Band; readonly byInterest: boolean } | null;
}

export interface Step {
  readonly state: JourneyState;
  /** The move to log; the first stop is none. */
  readonly move: { readonly from: Stop; readonly to: Stop; readonly cause: Cause } | null;
  /** The first day on which something moves by itself if nothing happens. */
  readonly changesOn: Day | null;
}

/** Days until somebody looks again at what field sales gave back without naming a day. */
const RETURN_DAYS = 90;

/**
 * One step of the journey, after anything happened: decisions first, then the place, then the next action. A step that
 * follows a step changes nothing.
 */
export function advance(before: JourneyState, traits: Traits, events: readonly PastEvent[], now: Now): Step {
  const course = courseOf(events, now.on);
  const decided = decide(before, course, now);
  const lead = standingOf(decided, traits, course, now);
  const to = placeOf(lead);
  const next = nextOf(decided, to, lead, now);
  const state = {
    ...decided,
    stop: to,
    stopSinceOn: to === before.stop ? before.stopSinceOn : now.on,
    entryStop: before.entryStop ?? to,
    next,
  };
  return {
    state,
    move: moveOf(before, to, lead, course, now),
    changesOn: changesOn(state, lead, course, now),
  };
}

/** An appointment makes a 商談 from any rank; what field sales gives back is nurtured until its day. */
function decide(before: JourneyState, { milestone }: Course, { cal }: Now): JourneyState {
  if (milestone === null) return before;
  if (milestone.kind === 'returned' && before.stage === 'converted') {
    const asked = milestone.data['until'];
    const day = typeof asked === 'string' && isDay(asked) ? asked : addDays(milestone.on, RETURN_DAYS);
    const next = { kind: 'nurture', on: businessDayFrom(cal, day), at: null, reason: 'returned' };
    return { ...before, stage: 'open', next };
  }
  const isDeal = milestone.kind === 'appointment' || milestone.kind === 'accepted';
  if (!isDeal) return before;
  return {
    ...before,
    stage: 'converted',
    appointmentOn: before.appointmentOn ?? milestone.on,
    acceptedOn: before.acceptedOn ?? (milestone.kind === 'accepted' ? milestone.on : null),
  };
}

function standingOf(state: JourneyState, traits: Traits, course: Course, now: Now): Standing {
  const { milestone } = course;
  const contact = contactOf(state, course);
  return {
    ...traits,
    stage: state.stage,
    accepted: milestone === null ? state.acceptedOn !== null : milestone.kind === 'accepted',
    awaiting: course.awaiting,
    contact: contact !== null && now.on < contactEndsOn(contact) ? contact.how : null,
    nurtured: nurturedBy(state, contact !== null, now),
    attempts: course.attempts,
  };
}

/** The contact that counts: for somebody in nurturing only one that came since. */
function contactOf(
  { stop, stopSinceOn, next }: JourneyState,
  { contact, nurturedAt }: Course,
): Course['contact'] {
  if (contact === null || stop !== 'nurture' || next.kind !== 'nurture') return contact;
  const isNewer = nurturedAt < 0 ? contact.on > (stopSinceOn ?? '') : contact.at > nurturedAt;
  return isNewer ? contact : null;
}

const NURTURE: readonly string[] = ['limit', 'declined', 'gatekeeper', 'returned'];
const nurtureCause = (reason: string | null): NurtureCause =>
  reason !== null && NURTURE.includes(reason) ? (reason as NurtureCause) : 'chosen';

/**
 * Why the lead is left alone, or null. It ends on its day, when the person gets in touch, and when the rank rises; somebody
 * who refused is left alone until they ask for something themselves.
 */
function nurturedBy({ stop, next }: JourneyState, inTouch: boolean, now: Now): NurtureCause | null {
  if (next.kind !== 'nurture' || next.on === null || next.on <= now.on) return null;
  const cause = nurtureCause(next.reason);
  if (stop !== 'nurture') return cause;
  const rose = now.rank !== null && bandRank(now.rank.to) > bandRank(now.rank.from);
  const asked = cause === 'declined' ? (now.rank?.byInterest ?? false) : true;
  return inTouch || (rose && asked) ? null : cause;
}

/** A promise stays as long as it makes sense; an automatic next action follows the place, and keeps its date while its kind stays. */
function nextOf({ next }: JourneyState, at: Stop, lead: Standing, { cal, on }: Now): JourneyState['next'] {
  if (!isAutomatic(next.kind) && !isVoid(next.kind, at, lead)) return next;
  const { kind, on: due, reason } = automaticNext(lead, cal, on);
  if (kind !== next.kind || next.on === null) return { kind, on: due, at: null, reason };
  return { kind, on: next.on < on ? next.on : businessDayFrom(cal, next.on), at: null, reason };
}

function moveOf(before: JourneyState, to: Stop, lead: Standing, course: Course, now: Now): Step['move'] {
  const { stop: from, next } = before;
  if (from === null || from === to) return null;
  const isDue = from === 'nurture' && next.kind === 'nurture' && next.on !== null && next.on <= now.on;
  const lapsed = from === 'contacted' && course.contact !== null && lead.contact === null;
  const then = {
    rankChanged: now.rank !== null,
    timePassed: isDue || lapsed,
    returned: before.stage === 'converted' && course.milestone?.kind === 'returned',
  };
  return { from, to, cause: causeOf(from, to, lead, then) };
}

function changesOn(
  { stop, next }: JourneyState,
  lead: Standing,
  { contact }: Course,
  { on }: Now,
): Day | null {
  if (stop === 'nurture') return next.on;
  if (stop === 'contacted' && contact !== null && lead.contact !== null) return contactEndsOn(contact);
  return next.kind === 'nurture' && next.on !== null && next.on > on ? next.on : null;
}
