import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day, day } from '#shared/domain/base/days.ts';
import { defaultCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { defaultCallRules } from '#shared/domain/calls/call-rules.ts';
import { nextAfter } from '#shared/domain/calls/next-action.ts';
import { CALL_RESULTS, type Outcome, type PastCall } from '#shared/domain/calls/outcomes.ts';
import { advance, type JourneyState, type Now, type Traits } from '#shared/domain/journey/advance.ts';
import { movedKind, type PastEvent } from '#shared/domain/journey/course.ts';
import { mayMove } from '#shared/domain/journey/machine.ts';
import { CALLS, isAutomatic } from '#shared/domain/journey/next-action.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import { counted } from '#test/helpers/runs.ts';

const START = day('2026-11-20');
type Rank = Now['rank'];

/** One lead as the store would hold it, and what happens to it: the writes of the app, without the app. */
class Model {
  on: Day = START;
  traits: Traits = { band: 'low', companyKind: 'prospect', hasPhone: true, mayMail: true, doNotCall: false };
  state: JourneyState = {
    stop: null,
    stopSinceOn: null,
    entryStop: null,
    stage: 'open',
    appointmentOn: null,
    acceptedOn: null,
    next: { kind: 'none', on: null, at: null, reason: 'noContact' },
  };
  events: PastEvent[] = [];
  moves: { cause: string; from: string; to: string }[] = [];

  look(rank: Rank = null): void {
    const { state, move } = advance(this.state, this.traits, this.events, {
      on: this.on,
      cal: defaultCalendar,
      rank,
    });
    this.state = state;
    if (!move) return;
    this.moves.push(move);
    this.events = [
      ...this.events,
      { kind: movedKind(move.from, move.to), source: 'system', occurredOn: this.on },
    ];
  }

  happens(kind: string, data: Record<string, unknown> = {}): void {
    this.events = [...this.events, { kind, source: 'user', occurredOn: this.on, data }];
  }

  call(outcome: Outcome): void {
    if (!this.traits.hasPhone || this.traits.doNotCall) return;
    const calls = this.events.filter(event => event.kind === 'call');
    const previous = calls.map(
      (event): PastCall => ({
        outcome: event.data?.['outcome'] as Outcome,
        on: event.occurredOn,
        minute: 600,
      }),
    );
    const asked =
      outcome === 'callback' || outcome === 'other' ? { on: addDays(this.on, 3), minute: 600 } : null;
    const next = nextAfter(
      {
        outcome,
        on: this.on,
        minute: 600,
        band: this.traits.band,
        previous,
        asked,
        mayMail: this.traits.mayMail,
      },
      defaultCalendar,
      defaultCallRules,
    );
    this.happens('call', { outcome });
    if (outcome === 'material' || outcome === 'declined') this.happens('call.reached');
    if (outcome === 'appointment') this.happens('appointment.made');
    const stage =
      outcome === 'notTarget' ? 'closed' : outcome === 'appointment' ? 'converted' : this.state.stage;
    const kind = next.kind === 'call' ? (next.promised ? 'callback' : 'retryCall') : next.kind;
    this.state = {
      ...this.state,
      stage,
      next:
        next.kind === 'none'
          ? { kind, on: null, at: null, reason: next.reason }
          : { kind, on: next.on, at: null, reason: next.reason },
    };
  }

  rank(band: Band, byInterest: boolean): Rank {
    const from = this.traits.band;
    this.traits = { ...this.traits, band };
    return from === band ? null : { from, to: band, byInterest };
  }
}

type Act = readonly [name: string, act: (model: Model) => Rank | void];
const named = (name: string, act: Act[1]): Act => [name, act];

const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(fc.constantFrom<Band>('low', 'mid', 'hot'), fc.boolean())
    .map(([band, byInterest]) => named(`rank ${band}`, model => model.rank(band, byInterest))),
  fc.constantFrom(...CALL_RESULTS).map(outcome => named(`call ${outcome}`, model => model.call(outcome))),
  fc.nat(120).map(days =>
    named(`${days} days`, model => {
      model.on = addDays(model.on, days);
    }),
  ),
  fc
    .constantFrom(
      'mail.replied',
      'appointment.made',
      'handover.accepted',
      'handover.returned',
      'page.case',
      'meeting.held',
    )
    .map(kind => named(kind, model => model.happens(kind))),
  fc
    .constantFrom<Partial<Traits>>(
      { hasPhone: true },
      { hasPhone: false },
      { mayMail: true },
      { mayMail: false },
      { doNotCall: true },
      { doNotCall: false },
      { companyKind: 'customer' },
      { companyKind: 'competitor' },
      { companyKind: 'prospect' },
    )
    .map(patch =>
      named(JSON.stringify(patch), model => {
        model.traits = { ...model.traits, ...patch };
      }),
    ),
);

const whole = ({ state }: Model): void => {
  const { next, stage, stop } = state;
  expect((next.kind === 'none') === (next.on === null)).toBe(true);
  if (next.kind === 'none') expect(next.reason).not.toBeNull();
  // An open lead without a next action rests or lies outside, and says why.
  if (next.kind === 'none' && stage === 'open') expect(['hold', 'outside']).toContain(stop);
  if (stop === 'nurture') expect(next.kind).toBe('nurture');
};

/** Where design §3.4 says that people end whom nobody sells to, or can reach. */
const belongs = ({ state, traits }: Model): void => {
  const { stop, stage, next } = state;
  if (stage !== 'open') return expect(['converted', 'handedOver', 'closed']).toContain(stop);
  if (traits.companyKind === 'customer') {
    expect(stop).toBe('thanks');
    if (isAutomatic(next.kind)) expect(next.kind).toBe('thanks');
  } else if (traits.companyKind === 'competitor') expect([stop, next.kind]).toEqual(['outside', 'none']);
  else if (next.kind === 'nurture') expect(stop).toBe('nurture');
  else if (!traits.mayMail && (!traits.hasPhone || traits.doNotCall)) {
    expect(stop).toBe('hold');
    if (next.kind === 'none') expect(next.reason).toBe(traits.doNotCall ? 'doNotCall' : 'noContact');
  } else if (traits.doNotCall) expect(['stepMail', 'contacted']).toContain(stop);
  else if (!traits.hasPhone && isAutomatic(next.kind) && stop !== 'stepMail')
    expect(next.kind).toBe('findNumber');
  else if (!traits.mayMail && traits.band === 'low')
    expect(['callList', 'hold', 'contacted']).toContain(stop);
};

it('no lead is ever lost, whatever happens: one next action with a date, or a reason for none', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), acts => {
      const model = new Model();
      model.look();
      const entry = model.state.entryStop;
      for (const [, happens] of acts) {
        model.look(happens(model) ?? null);
        whole(model);
        belongs(model);
        const { state, traits, moves } = model;
        if (traits.doNotCall || !traits.hasPhone) expect(CALLS.has(state.next.kind)).toBe(false);
        if (isAutomatic(state.next.kind) && state.next.on !== null && state.next.on >= model.on)
          expect(isBusinessDay(defaultCalendar, state.next.on), `${state.next.kind} ${state.next.on}`).toBe(
            true,
          );
        expect(state.entryStop).toBe(entry);
        model.look();
        expect([model.state, model.moves.length], 'a second look').toEqual([state, moves.length]);
      }
      // Every move is one the table knows, and nothing that happened was taken for a correction.
      for (const { from, cause, to } of model.moves) {
        expect(mayMove(from as never, cause as never, to as never)).toBe(true);
        expect(`${from} ${cause} ${to}`).not.toContain('corrected');
      }
    }),
    counted(20_000),
  );
});
