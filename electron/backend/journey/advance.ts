import type { Edge, Score, Scorable, ScoredEvent, Scorer } from '#electron/backend/scoring/rescore.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { advance, type JourneyState, type Step, type Traits } from '#shared/domain/journey/advance.ts';
import { mayBeWritten, type Stop } from '#shared/domain/journey/stops.ts';
import { lastTouchOn } from '#shared/domain/journey/touch.ts';
import type { Result } from './journey.repo.ts';

/** A lead whose points and rank were just made anew. */
export interface Ranked {
  readonly row: Scorable;
  /** Oldest first, without what was retracted. */
  readonly events: readonly ScoredEvent[];
  readonly isOptedOut: boolean;
  readonly score: Score;
  readonly edge: Edge | null;
}

/** One step of the lead's journey, and everything that is to be stored of the lead. */
export function stepOf(lead: Ranked, { on, cal }: Scorer): { result: Result; move: Step['move'] } {
  const { row, events, score, edge } = lead;
  const rank =
    edge !== null && edge.from !== null
      ? { from: edge.from, to: edge.to, byInterest: edge.cause === 'interest' }
      : null;
  const { state, move, changesOn } = advance(stateOf(row), traitsOf(lead), events, { on, cal, rank });
  const result = {
    ...score,
    ...columnsOf(state),
    next_change_on: earlier(score.next_change_on, changesOn),
    last_touch_on: lastTouchOn(events),
  };
  return { result, move };
}

const earlier = (a: Day | null, b: Day | null): Day | null => (a !== null && (b === null || a <= b) ? a : b);

const traitsOf = ({ row, isOptedOut, score }: Ranked): Traits => ({
  band: score.band,
  companyKind: row.company_kind ?? 'prospect',
  hasPhone: row.phone !== '',
  mayMail: mayBeWritten({ email: row.email, consentBasis: row.consent_basis, isOptedOut }),
  doNotCall: row.do_not_call === 1,
});

const stateOf = (row: Scorable): JourneyState => ({
  stop: row.stop as Stop | null,
  stopSinceOn: row.stop_since_on,
  entryStop: row.entry_stop as Stop | null,
  stage: row.stage,
  appointmentOn: row.appointment_on,
  acceptedOn: row.accepted_on,
  next: { kind: row.next_kind, on: row.next_on, at: row.next_at, reason: row.next_reason },
});

const columnsOf = ({ next, ...state }: JourneyState) => ({
  stop: state.stop,
  stop_since_on: state.stopSinceOn,
  entry_stop: state.entryStop,
  stage: state.stage,
  appointment_on: state.appointmentOn,
  accepted_on: state.acceptedOn,
  next_kind: next.kind,
  next_on: next.on,
  next_at: next.at,
  next_reason: next.reason,
});
