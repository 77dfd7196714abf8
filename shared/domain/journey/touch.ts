import type { Day } from '#shared/domain/base/days.ts';

/** What of an event says whether it was a touch. */
export interface Touchable {
  readonly kind: string;
  readonly source?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** 着手: somebody tried. 接触: both sides were there. */
export type Touch = 'attempt' | 'contact';

const CONTACTS: ReadonlySet<string> = new Set([
  'call.reached',
  'appointment.made',
  'mail.replied',
  'meeting.held',
]);
/** They wrote: nobody has to have been reached for that to be two-way. */
const WRITTEN: ReadonlySet<unknown> = new Set(['mail', 'chat', 'letter']);

/**
 * Whether an event is a touch of ours or of theirs. A call that reaches the person is two events, `call` and `call.reached`;
 * an entry of 対応を記録 says it in its data. A step mail, a page view, a card and whatever the app logs by itself are none.
 */
export function touchOf({ kind, source, data }: Touchable): Touch | null {
  if (source === 'system') return null;
  if (CONTACTS.has(kind)) return 'contact';
  if (kind === 'call') return 'attempt';
  if (kind !== 'touch') return null;
  const isAnswer = data?.['direction'] === 'in' && WRITTEN.has(data['way']);
  return data?.['reached'] === true || isAnswer ? 'contact' : 'attempt';
}

/** Whether a two-way touch was an answer in writing. */
export const isReply = ({ kind, data }: Touchable): boolean =>
  kind === 'mail.replied' || (kind === 'touch' && data?.['direction'] === 'in' && WRITTEN.has(data['way']));

/** Whether something went out in writing: what material goes by. */
export const isSending = ({ kind, data }: Touchable): boolean =>
  kind === 'touch' && data?.['direction'] === 'out' && WRITTEN.has(data['way']);

/** Signs of life that are no touch of anybody's, but keep a lead from counting as left alone. */
const SIGNS: ReadonlySet<string> = new Set([
  'card.exchanged',
  'seminar.attended',
  'material.requested',
  'enquiry.received',
  'quote.requested',
  'demo.requested',
  'visit.requested',
  'call.requested',
]);

export const isSign = ({ kind }: Touchable): boolean => SIGNS.has(kind);

/** The last day somebody was in touch, or null if nobody ever was. Retracted events are not given. */
export function lastTouchOn(events: readonly (Touchable & { occurredOn: Day })[]): Day | null {
  let last: Day | null = null;
  for (const event of events)
    if ((touchOf(event) !== null || isSign(event)) && (last === null || event.occurredOn > last))
      last = event.occurredOn;
  return last;
}
