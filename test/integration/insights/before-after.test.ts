import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

it('compares 130 of 1,000 with 50 of 800 as the reference does', async () => {
  await makeLeads(
    t,
    Array.from({ length: 1000 }, (_, i) => ({
      name: `山本 ${i}`,
      acquiredOn: '2026-05-12',
      appointmentOn: i < 130 ? '2026-06-30' : null,
    })),
  );
  await t.client.baseline.save({
    fromOn: '2026-01-01',
    toOn: '2026-03-31',
    cards: 800,
    opportunities: 50,
  });
  const result = await t.client.insights.beforeAfter({});
  expect(result.after).toMatchObject({ n: 1000, x: 130, rate: 0.13 });
  expect(result.before).toMatchObject({ n: 800, x: 50, rate: 0.0625 });
  // Newcombe hybrid score interval, computed independently with scipy.
  expect(result.difference?.value).toBeCloseTo(0.0675, 6);
  expect(result.difference?.low).toBeCloseTo(0.040352, 6);
  expect(result.difference?.high).toBeCloseTo(0.094223, 6);
  expect(result.after.low).toBeCloseTo(0.110564, 6);
  expect(result.after.high).toBeCloseTo(0.152268, 6);
  expect(result.verdict).toBe('improved');
});

it('leaves out leads whose window is not over, and says until when', async () => {
  await makeLeads(t, [
    { acquiredOn: '2026-05-12', appointmentOn: '2026-09-30' },
    { acquiredOn: '2026-11-18', appointmentOn: '2026-11-19' },
  ]);
  expect(await t.client.insights.beforeAfter({})).toMatchObject({
    before: null,
    after: { n: 1, x: 0 },
    verdict: 'noBaseline',
    immature: { n: 1, finalOn: '2027-02-16' },
  });
});

it('refuses a baseline with more opportunities than cards', async () => {
  await expect(
    t.client.baseline.save({
      fromOn: '2026-01-01',
      toOn: '2026-03-31',
      cards: 10,
      opportunities: 11,
    }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});
