import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tick } from '#electron/backend/tick.ts';
import { dailyWorkDoneOn } from '#electron/backend/settings/settings.ts';
import { addDays, type Day, dayOf } from '#shared/domain/base/days.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-02T01:00:00Z' });
});
afterEach(async () => await t.stop());

const runTick = async (): Promise<void> => await tick(await t.backend.contextFor(undefined));
const doneOn = async (): Promise<Day | null> => await dailyWorkDoneOn(t.backend.keeper.store.read);
const lead = async () => {
  const { rows } = await t.client.leads.list({});
  const [row] = rows;
  if (!row) throw new Error('no lead');
  return row;
};

describe('the tick', () => {
  it('after a closed laptop brings points to what they are today', async () => {
    const [uid = ''] = await makeLeads(t, [{ titleRank: 2, acquiredOn: '2026-11-02' }]);
    await runTick();
    const before = await lead();
    t.clock.set('2027-01-20T01:00:00Z');
    await runTick();
    const explained = await t.client.leads.explain({ uid });
    expect(explained.total).toBeLessThan(before.total);
    expect((await lead()).total).toBe(explained.total);
  });

  it('handles each missed day at its own date: a rank falls on the day that was foretold', async () => {
    await makeLeads(t, [{ titleRank: 2, acquiredOn: '2026-11-02' }]);
    await runTick();
    const { band, coolsOn } = await lead();
    expect(band).toBe('mid');
    t.clock.set('2027-03-01T01:00:00Z');
    await runTick();
    expect((await lead()).band).toBe('low');
    const edges = await t.backend.keeper.store.read
      .selectFrom('events')
      .select(['occurred_on', 'kind'])
      .where('kind', 'like', 'band%')
      .orderBy('id')
      .execute();
    expect(edges.at(-1)?.occurred_on).toBe(coolsOn);
  });

  it('does the work of a day once, and says which day it was', async () => {
    expect(await doneOn()).toBeNull();
    await runTick();
    await runTick();
    expect(await doneOn()).toBe('2026-11-02');
    t.clock.set('2026-11-05T15:00:00Z');
    await runTick();
    expect(await doneOn()).toBe('2026-11-06');
  });

  it('goes on after a clock that was far ahead', async () => {
    t.clock.set('2031-01-01T00:00:00Z');
    await runTick();
    t.clock.set('2026-11-03T00:00:00Z');
    await runTick();
    expect(await doneOn()).toBe(dayOf(t.clock.now()));
    t.clock.advance(24 * 60);
    await runTick();
    expect(await doneOn()).toBe(addDays('2026-11-03' as Day, 1));
  });
});
