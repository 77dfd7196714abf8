import type { StoredEvent } from '#electron/backend/events/events.ts';
import { minuteOf } from '#shared/domain/base/days.ts';
import type { Outcome, PastCall } from '#shared/domain/calls/outcomes.ts';
import { presentCycle } from '#shared/domain/journey/course.ts';

/** The calls among these events of one lead that the rules count: those of the present cycle, oldest first. */
export const pastCalls = (events: readonly StoredEvent[]): PastCall[] =>
  presentCycle(events)
    .filter(event => event.kind === 'call')
    .map(call => ({
      outcome: (call.data['outcome'] ?? 'other') as Outcome,
      on: call.occurredOn,
      minute: call.occurredAt ? minuteOf(call.occurredAt) : 0,
    }));
