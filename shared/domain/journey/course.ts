import { addDays, type Day } from '#shared/domain/base/days.ts';
import { type Outcome, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { isRanked, type Stop, STOPS } from './stops.ts';
import { isReply, type Touchable, touchOf } from './touch.ts';

/** What the journey reads of an event. Retracted events are not given. */
export interface PastEvent extends Touchable {
  readonly uid?: string;
  readonly occurredOn: Day;
}

/** The kind of the logged fact that a lead moved; countable by kind alone. */
export const movedKind = (from: Stop, to: Stop): string => `moved.${from}.${to}`;

/** The move an event logged, or null. */
export function moveOf(kind: string): { from: Stop; to: Stop } | null {
  const [head, from, to] = kind.split('.');
  return head === 'moved' && isStop(from) && isStop(to) ? { from, to } : null;
}
const isStop = (text: string | undefined): text is Stop => STOPS.some(stop => stop === text);

/** A contact without a decision is worth waiting for so many days; then the rank decides again. */
const CONTACT_DAYS = 90;

/** What was decided about a lead last: a 商談, taken over, given back, or out of the question. */
export interface Milestone {
  readonly kind: 'appointment' | 'accepted' | 'returned' | 'ended';
  readonly on: Day;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A lead's way so far, as far as it decides where it goes next. */
export interface Course {
  readonly milestone: Milestone | null;
  /** The latest two-way contact since the rank last decided anew, however old. */
  readonly contact: { readonly how: 'reply' | 'talk'; readonly on: Day; readonly at: number } | null;
  /** Calls since then that count as attempts. */
  readonly attempts: number;
  /** Where in the history the lead last went to nurturing, or refused again while there; -1 if never. */
  readonly nurturedAt: number;
  /** A hand-over waits for the answer of field sales. */
  readonly awaiting: boolean;
}

/** Reads a history, oldest first. What lies after `on` has not happened yet. */
export function courseOf(events: readonly PastEvent[], on: Day): Course {
  const past = events.filter(event => event.occurredOn <= on);
  const begun = past.findLastIndex(decidesAnew);
  const cycle = past.slice(begun + 1);
  const touched = cycle.findLastIndex(event => touchOf(event) === 'contact');
  const contact = cycle[touched];
  return {
    milestone: milestoneOf(past),
    contact: contact
      ? { how: isReply(contact) ? 'reply' : 'talk', on: contact.occurredOn, at: begun + 1 + touched }
      : null,
    attempts: cycle.filter(isAttempt).length,
    nurturedAt: Math.max(
      past.findLastIndex(event => moveOf(event.kind)?.to === 'nurture'),
      refusedAt(past),
    ),
    awaiting: isAwaiting(past),
  };
}

/** Where the last refusal ended: that the person was on the line to refuse is no contact after it. */
function refusedAt(past: readonly PastEvent[]): number {
  const call = past.findLastIndex(({ kind, data }) => kind === 'call' && data?.['outcome'] === 'declined');
  return call >= 0 && past[call + 1]?.kind === 'call.reached' ? call + 1 : call;
}

/** Of events of one lead, oldest first, those since the rank last decided anew. */
export const presentCycle = <E extends PastEvent>(events: readonly E[]): E[] =>
  events.slice(events.findLastIndex(decidesAnew) + 1);

/**
 * The rank decides anew and a cycle begins: nurturing has ended, or the last contact led nowhere. Ways to be reached that come
 * and go, and what was only put right, let the cycle go on: what is logged about them outlives an undo.
 */
function decidesAnew({ kind, data }: PastEvent): boolean {
  const move = moveOf(kind);
  if (move === null || !isRanked(move.to)) return false;
  const cause = data?.['cause'];
  return cause === 'lapsed' || (move.from === 'nurture' && cause !== 'corrected');
}

/** Whether an event is a call that counts against the limit of tries. */
export function isAttempt({ kind, data }: Touchable): boolean {
  const outcome = data?.['outcome'];
  return kind === 'call' && typeof outcome === 'string' && (OUTCOMES[outcome as Outcome]?.attempt ?? false);
}

const MILESTONES: Readonly<Record<string, Milestone['kind']>> = {
  'appointment.made': 'appointment',
  'opportunity.accepted': 'accepted',
  'handover.accepted': 'accepted',
  'handover.returned': 'returned',
  'opportunity.lost': 'returned',
  'triage.X': 'ended',
};

const isAnswer = ({ kind }: PastEvent): boolean =>
  kind === 'handover.accepted' || kind === 'handover.returned';

function isAwaiting(past: readonly PastEvent[]): boolean {
  const made = past.filter(event => event.kind === 'handover.made');
  if (made.length === 0) return false;
  const answered = new Set(past.filter(isAnswer).map(({ data }) => data?.['handoverUid']));
  return made.some(({ uid }) => !answered.has(uid));
}

/** A second appointment with somebody field sales has already changes nothing. */
function milestoneOf(past: readonly PastEvent[]): Milestone | null {
  let last: Milestone | null = null;
  for (const { kind, occurredOn, data = {} } of past) {
    const isEnd = kind === 'call' && data['outcome'] === 'notTarget';
    const made = isEnd ? 'ended' : MILESTONES[kind];
    if (made && !(made === 'appointment' && last?.kind === 'accepted'))
      last = { kind: made, on: occurredOn, data };
  }
  return last;
}

/** The last day on which a contact still counts. */
export const contactEndsOn = (contact: NonNullable<Course['contact']>): Day =>
  addDays(contact.on, CONTACT_DAYS);
