import type { Day } from '#shared/domain/base/days.ts';

/**
 * What counts as having been in touch: a card changed hands, somebody called or answered. A step mail goes out by
 * itself and a page view says nothing about us, so neither keeps a lead from counting as left alone.
 */
const TOUCHES: ReadonlySet<string> = new Set([
  'card.exchanged',
  'call',
  'call.reached',
  'appointment.made',
  'seminar.attended',
  'mail.replied',
  'material.requested',
  'enquiry.received',
  'quote.requested',
  'demo.requested',
  'visit.requested',
  'call.requested',
]);

/** The last day somebody was in touch, or null if nobody ever was. Retracted events are not given. */
export function lastTouchOn(events: readonly { kind: string; occurredOn: Day }[]): Day | null {
  let last: Day | null = null;
  for (const { kind, occurredOn } of events)
    if (TOUCHES.has(kind) && (last === null || occurredOn > last)) last = occurredOn;
  return last;
}

/** What an event says of being in touch: 着手 (somebody tried), 接触 (both sides), or nothing. A step mail is neither. */
export function touchLevel(event: {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}): 'attempt' | 'twoWay' | null {
  if (event.kind === 'touch') return event.data['reached'] === true ? 'twoWay' : 'attempt';
  if (event.kind === 'call') return 'attempt';
  return TWO_WAY.has(event.kind) ? 'twoWay' : null;
}

const TWO_WAY: ReadonlySet<string> = new Set([
  'call.reached',
  'mail.replied',
  'appointment.made',
  'meeting.held',
]);
