import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttemptOutcome,
  finalStates,
  mayTryAgain,
  moveFrom,
  nextState,
  type OutboxEvent,
  type OutboxState,
  outboxEvents,
  outboxStates,
  recoveryOf,
  reviewStates,
  sentStates,
  stoppableStates,
} from '#shared/domain/mail/outbox-states.ts';
import { counted } from '#test/helpers/runs.ts';

/** What the world knows, kept apart from the machine: was a body delivered, and did anybody say so? */
type World = { delivered: number; outcomes: AttemptOutcome[]; signedNotSent: boolean };

function happen(world: World, event: OutboxEvent, arrived: boolean): void {
  if (event === 'release') world.outcomes.push('notSent');
  if (event === 'defer' || event === 'reject') world.outcomes.push('refused');
  if (event === 'accept') {
    world.outcomes.push('accepted');
    world.delivered++;
  }
  if (event === 'loseReply') {
    world.outcomes.push('unknown');
    // The server may have taken the mail and died before saying so.
    if (arrived) world.delivered++;
  }
  if (event === 'settleNotSent') world.signedNotSent = true;
}

const wronglySigned = (
  ['render', 'claim', 'startBody', 'loseReply', 'settleNotSent', 'resend', 'claim'] as const
).map(event => ({ event, arrived: true }));

describe('outbox states', () => {
  it('deliver one body at most unless a person signed wrongly, whatever happens in whatever order', () => {
    const step = fc.record({ event: fc.constantFrom(...outboxEvents), arrived: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        let state: OutboxState = 'planned';
        const world: World = { delivered: 0, outcomes: [], signedNotSent: false };
        for (const { event, arrived } of steps) {
          const next = moveFrom(state, event);
          if (next === null) continue;
          if (event === 'claim') expect(mayTryAgain(world.outcomes, world.signedNotSent)).toBe(true);
          happen(world, event, arrived);
          state = next;
          if (!world.signedNotSent) expect(world.delivered).toBeLessThanOrEqual(1);
          if (sentStates.has(state) && !world.signedNotSent)
            expect(world.outcomes.at(-1)).toMatch(/accepted|unknown/);
        }
      }),
      { ...counted(10_000), examples: [[wronglySigned]] },
    );
  });
  it('leave every row final, waiting, in work or shown to a person', () => {
    const inWork = ['planned', 'ready', 'claimed', 'submitting'];
    for (const state of outboxStates)
      expect(
        [finalStates.has(state), reviewStates.has(state), inWork.includes(state)].filter(Boolean),
      ).toHaveLength(1);
  });
  it('never leave a final state except for a bounce', () => {
    for (const state of finalStates)
      for (const event of outboxEvents) if (moveFrom(state, event) !== null) expect(event).toMatch(/^bounce/);
  });
  it('recover what a dead process left: before the body again, after it never', () => {
    const recovered = outboxStates
      .map(state => [state, recoveryOf(state)])
      .filter(([, event]) => event !== null);
    expect(recovered).toEqual([
      ['claimed', 'release'],
      ['submitting', 'loseReply'],
    ]);
    expect(nextState('claimed', 'release')).toBe('ready');
    expect(nextState('submitting', 'loseReply')).toBe('unknown');
  });
  it('stop everything that has not left', () => {
    for (const state of stoppableStates) expect(moveFrom(state, 'cancel')).toBe('cancelled');
    for (const state of ['submitting', 'unknown', 'accepted'] as const)
      expect(moveFrom(state, 'cancel')).toBeNull();
  });
  it('throws on a move that does not exist', () => {
    expect(() => nextState('unknown', 'claim')).toThrow('claim is not allowed in unknown');
  });
});
