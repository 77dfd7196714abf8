import { afterEach, beforeEach, expect, it } from 'vitest';
import { minuteOf } from '#shared/domain/base/days.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T10:00:00+09:00' });
});
afterEach(async () => await t.stop());

/** The time of day of the next call after nobody answered at ten. */
async function nextMinute(leadUid: string): Promise<number | null> {
  await t.client.calls.record({ leadUid, outcome: 'noAnswer' });
  const ctx = await t.backend.contextFor(undefined);
  const { next_at } = await ctx.read
    .selectFrom('leads')
    .select('next_at')
    .where('uid', '=', leadUid)
    .executeTakeFirstOrThrow();
  return next_at === null ? null : minuteOf(next_at);
}

it('after nobody answered, the time at which the team connects best is next, from thirty calls on', async () => {
  const [first = '', second = '', ...others] = await makeLeads(
    t,
    Array.from({ length: 32 }, (_, i) => ({ name: `山本 ${i}`, phone: `03-0000-${1000 + i}`, titleRank: 4 })),
  );
  // Nothing known: the earliest slot that was not tried.
  expect(await nextMinute(first)).toBe(540);
  for (const leadUid of others)
    await t.client.calls.record({
      leadUid,
      outcome: 'away',
      occurredAt: '2026-11-19T16:00:00+09:00',
    });
  // Counted once a day, so that a key keeps its word; the next day knows.
  expect((await t.client.calls.queue({})).slotRates).toEqual(
    Array.from({ length: 5 }, () => ({ calls: 0, connected: 0 })),
  );
  t.clock.set('2026-11-21T10:00:00+09:00');
  const { slotRates } = await t.client.calls.queue({});
  expect(slotRates[3]).toEqual({ calls: 30, connected: 30 });
  expect(slotRates[1]).toEqual({ calls: 1, connected: 0 });
  expect(await nextMinute(second)).toBe(900);
});
