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
