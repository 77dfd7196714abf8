import { expect, it } from 'vitest';
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
