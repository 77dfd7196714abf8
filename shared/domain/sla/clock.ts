import { dayOf, type Day, type Instant, toMs } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, closingOf } from '#shared/domain/calendar/calendar.ts';
import type { Touch } from '#shared/domain/journey/touch.ts';
import type { ClockKind } from './agreement.ts';

/** Why a clock no longer runs although the promise was not kept: the person is out of the question. */
export const CANCELS = ['trashed', 'closed', 'doNotCall', 'companyKind', 'removed'] as const;
export type Cancel = (typeof CANCELS)[number];
/** How a promise was kept: told, in touch with before anybody was told, met, accepted or sent back. */
export const KEPT = ['told', 'contacted', 'met', 'accepted', 'returned'] as const;
export type StopCode = (typeof KEPT)[number] | Cancel;

/** Why a promise was broken, chosen by a person. */
export const BREACHES = [
  'noCapacity',
  'away',
  'unreachable',
  'wrongContact',
  'noticedLate',
  'ownerUnclear',
  'theirWish',
  'recordedLate',
  'other',
] as const;
export type Breach = (typeof BREACHES)[number];

/** 余裕, 本日中, 期限切れ, 達成, 遅れて達成, 取消. */
export const CLOCK_STATES = ['ahead', 'today', 'overdue', 'met', 'metLate', 'cancelled'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** When a promise began, when it is due, and when it ended. */
export interface Span {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly stopCode: string | null;
}

export const isCancel = (code: string | null): boolean => CANCELS.some(cancel => cancel === code);

/** Later than this after its start, a promise was made while nobody could see it: a closed laptop, a file of last week. */
const LATE_MS = 10 * 60_000;
export const isRaisedLate = (startedAt: Instant, raisedAt: Instant): boolean =>
  toMs(raisedAt) - toMs(startedAt) > LATE_MS;

/** Where a promise stands. Exactly at the due time it is still kept. */
export function stateOf(clock: Omit<Span, 'startedAt'>, now: Instant): ClockState {
  if (isCancel(clock.stopCode)) return 'cancelled';
  if (clock.stoppedAt !== null) return clock.stoppedAt <= clock.dueAt ? 'met' : 'metLate';
  if (now > clock.dueAt) return 'overdue';
  return dayOf(now) === dayOf(clock.dueAt) ? 'today' : 'ahead';
}

/** True when a person still has to say why: late or overdue, and no cause yet. */
export const lacksCause = (state: ClockState, cause: string | null): boolean =>
  (state === 'overdue' || state === 'metLate') && cause === null;

/**
 * When something happened, as exactly as it was written down: its time, else the moment it was recorded on its own day,
 * else the close of business of its day.
 */
export function momentOf(
  event: { readonly occurredOn: Day; readonly occurredAt: Instant | null; readonly recordedAt: Instant },
  cal: BusinessCalendar,
): Instant {
  if (event.occurredAt !== null) return event.occurredAt;
  return dayOf(event.recordedAt) === event.occurredOn ? event.recordedAt : closingOf(cal, event.occurredOn);
}

/** A touch at its moment. `isAnswer`: they came to us by themselves (a reply), which asks for an answer and is none yet. */
export interface Contact {
  readonly at: Instant;
  readonly level: Touch;
  readonly isAnswer: boolean;
}

/** What the clocks of a lead are read from. */
export interface ClockFacts {
  readonly contacts: readonly Contact[];
  /** Owner named and told about this entry; null while not both. */
  readonly toldAt: Instant | null;
  /** The answer to the hand-over, if there is one. */
  readonly answer: { readonly at: Instant; readonly code: 'accepted' | 'returned' } | null;
  /** Why the person is out of the question now. */
  readonly cancel: Cancel | null;
}

export interface Settled {
  /** 着手: the first attempt, one-way or two-way. */
  readonly attemptedAt: Instant | null;
  /** 接触 for the first contact; told or accepted for the others; when it was cancelled. */
  readonly stoppedAt: Instant | null;
  readonly stopCode: StopCode | null;
}

const first = (contacts: readonly Contact[]): Instant | null =>
  contacts.reduce<Instant | null>((at, contact) => (at === null || contact.at < at ? contact.at : at), null);

function keptBy(kind: ClockKind, facts: ClockFacts, contacts: readonly Contact[]): Settled {
  const attemptedAt = first(contacts);
  if (kind === 'contact') {
    const met = first(contacts.filter(contact => contact.level === 'contact'));
    return { attemptedAt, stoppedAt: met, stopCode: met === null ? null : 'met' };
  }
  if (kind === 'accept')
    return { attemptedAt: null, stoppedAt: facts.answer?.at ?? null, stopCode: facts.answer?.code ?? null };
  const { toldAt } = facts;
  if (toldAt !== null && (attemptedAt === null || toldAt <= attemptedAt))
    return { attemptedAt: null, stoppedAt: toldAt, stopCode: 'told' };
  return { attemptedAt: null, stoppedAt: attemptedAt, stopCode: attemptedAt === null ? null : 'contacted' };
}

/**
 * Where a clock stands, from facts alone: recording them in another order gives the same, and a touch that is taken back
 * lets the clock run again. An attempt gives 着手, only a two-way touch ends the first contact; the reply that made the
 * person hot is no contact yet. Whoever is out of the question cancels the clock, unless the promise was kept before.
 */
export function settle(clock: { readonly kind: ClockKind } & Span, facts: ClockFacts, now: Instant): Settled {
  const contacts = facts.contacts.filter(({ at, isAnswer }) =>
    isAnswer ? at > clock.startedAt : at >= clock.startedAt,
  );
  const kept = keptBy(clock.kind, facts, contacts);
  if (facts.cancel === null) return kept;
  const cancelledAt = isCancel(clock.stopCode) && clock.stoppedAt !== null ? clock.stoppedAt : now;
  if (kept.stoppedAt !== null && kept.stoppedAt <= cancelledAt) return kept;
  return { attemptedAt: kept.attemptedAt, stoppedAt: cancelledAt, stopCode: facts.cancel };
}

/** What of a lead decides whether a promise to it still stands. */
export interface Claim {
  readonly isTrashed: boolean;
  /** open, converted or closed. */
  readonly stage: string;
  readonly doNotCall: boolean;
  readonly companyKind: string;
}

/** Why nothing is owed to this lead, or null. Someone found to be a 商談 was met, which ended the clock before. */
export function cancelOf(lead: Claim): Cancel | null {
  if (lead.isTrashed) return 'trashed';
  if (lead.stage === 'closed') return 'closed';
  if (lead.doNotCall) return 'doNotCall';
  return lead.companyKind === 'prospect' ? null : 'companyKind';
}
