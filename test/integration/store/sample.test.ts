import { expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { testBackend } from '#test/helpers/backend.ts';

it('a practice store has look-alikes to decide about, of every kind, and no more people for it', async () => {
  const t = await testBackend();
  try {
    await t.client.store.create({ practice: true, sample: 300 });
    expect((await t.client.leads.list({})).total).toBe(300);
    const { pairs, total } = await t.client.duplicates.list({});
    expect(total).toBe(12);
    expect(new Set(pairs.map(pair => pair.reason))).toEqual(
      new Set(['companyAndName', 'nameAndPhone', 'mobileOtherName']),
    );
    const { operations } = await t.client.history.list({});
    expect(operations.map(({ kind, undoable }) => [kind, undoable])).toEqual([['store.sample', false]]);
  } finally {
    await t.stop();
  }
});

it('a practice store has 商談 in every stage of their people, and hand-overs that came back', async () => {
  const t = await testBackend();
  try {
    await t.client.store.create({ practice: true, sample: 1000 });
    const { stages } = await t.client.opportunities.list({});
    const converted = (await t.client.journey.map({ fromOn: day('2020-01-01') })).reached.converted;
    expect(stages.returned.count).toBeGreaterThan(0);
    expect(stages.won.count).toBeGreaterThan(0);
    expect(Object.values(stages).reduce((all, { count }) => all + count, 0)).toBe(converted);
    const returns = await t.client.handovers.returns({ months: 24 });
    expect(returns.x).toBe(stages.returned.count);
    expect(returns.n).toBeGreaterThanOrEqual(returns.x);
  } finally {
    await t.stop();
  }
});
