import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

/** Cards are worth nothing: whoever is B by a title and a card is C. */
const cardless: ScoringRules = {
  ...defaultRules,
  behaviours: defaultRules.behaviours.filter(rule => rule.kind !== 'card.exchanged'),
};
const crowd = async (n: number): Promise<string[]> =>
  await makeLeads(
    t,
    Array.from({ length: n }, (_, i) => ({ name: `架空 ${i}`, titleRank: i % 2 === 0 ? 4 : 7 })),
  );
const scores = () =>
  t.backend.keeper.store.raw.reader
    .prepare('select uid, fit, engagement, total, band, rules_n from leads order by id')
    .all() as { uid: string; total: number; band: string; rules_n: number }[];
const edges = () =>
  t.backend.keeper.store.raw.reader
    .prepare("select lead_id, data from events where kind = 'band.changed' order by id")
    .all() as { lead_id: number; data: string }[];
const inForce = async () => (await t.client.scoring.getRules({})).n;
const save = async (rules: ScoringRules) =>
  await finished(await t.client.scoring.saveRules({ rules, note: '試し' }));

it('new rules come into force together with every score, and each fall is one logged edge', async () => {
  await crowd(40);
  expect(new Set(scores().map(row => row.band))).toEqual(new Set(['mid', 'low']));
  expect(await save(cardless)).toMatchObject({
    state: 'done',
    result: { n: 1, scored: 40, changed: 40 },
  });
  expect(await inForce()).toBe(1);
  expect(scores().every(row => row.rules_n === 1 && row.band === 'low')).toBe(true);
  expect(edges().map(row => JSON.parse(row.data) as unknown)).toEqual(
    Array.from({ length: 20 }, () => ({ from: 'mid', to: 'low', total: 30, cause: 'rules' })),
  );
  const { versions } = await t.client.scoring.versions({});
  expect(versions.map(({ n, note }) => ({ n, note }))).toEqual([
    { n: 1, note: '試し' },
    { n: 0, note: '' },
  ]);
  // A recompute under the rules in force finds nothing to do: the swap had done it all.
  expect(await finished(await t.client.scoring.recompute({}))).toMatchObject({ result: { changed: 0 } });
});

it('cancelled, the old rules hold everywhere and nothing is written', async () => {
  await crowd(1500);
  const before = { scores: scores(), edges: edges() };
  for (const [phase, stopAt] of [
    ['scoring', 500],
    ['scoring', 1500],
    ['write', 500],
    ['write', 1000],
  ] as const) {
    for await (const event of await t.client.scoring.saveRules({ rules: cardless }))
      if (event.phase === phase && event.done >= stopAt) await t.client.jobs.cancel({ jobUid: event.jobUid });
    const [job] = (await t.client.jobs.list({})).slice(-1);
    expect(job?.state).toBe('cancelled');
    expect({ scores: scores(), edges: edges() }).toEqual(before);
    expect(await inForce()).toBe(0);
  }
});

it('whoever changes, comes or goes while the rules are computed is right under the new ones', async () => {
  const uids = await crowd(1500);
  let isBusy = true;
  for await (const event of await t.client.scoring.saveRules({ rules: cardless })) {
    if (event.done < 1000 || !isBusy) continue;
    isBusy = false;
    await t.client.events.record({ leadUid: uids[0] ?? '', kind: 'demo.requested' });
    await t.client.events.record({ leadUid: uids[2] ?? '', kind: 'mail.replied' });
    await t.client.leads.merge({ survivorUid: uids[4] ?? '', otherUid: uids[6] ?? '' });
    await makeLeads(t, [{ name: '新人 一', titleRank: 4 }]);
  }
  expect(await inForce()).toBe(1);
  const [first, , third] = scores();
  expect(first).toMatchObject({ total: 30, band: 'hot', rules_n: 1 });
  expect(third).toMatchObject({ total: 60, band: 'mid', rules_n: 1 });
  expect(scores().at(-1)).toMatchObject({ total: 30, band: 'low', rules_n: 1 });
  const kept = scores();
  await finished(await t.client.scoring.recompute({}));
  expect(scores()).toEqual(kept);
});

it('a recompute that other rules overtook writes nothing over them', async () => {
  await crowd(1500);
  let isFirst = true;
  for await (const event of await t.client.scoring.recompute({})) {
    if (event.done < 500 || !isFirst) continue;
    isFirst = false;
    await save(cardless);
  }
  expect(await inForce()).toBe(1);
  expect(scores().every(row => row.rules_n === 1 && row.band === 'low')).toBe(true);
});

it('an undo is a new version with what held before', async () => {
  await crowd(10);
  const before = scores().map(({ uid, total, band }) => ({ uid, total, band }));
  await save(cardless);
  await t.client.history.undo({});
  expect(await t.client.scoring.getRules({})).toMatchObject({ n: 2, rules: defaultRules });
  expect(scores().map(({ uid, total, band }) => ({ uid, total, band }))).toEqual(before);
  expect((await t.client.history.list({ limit: 5 })).operations.map(o => [o.kind, o.undone])).toContainEqual([
    'scoring.saveRules',
    true,
  ]);
});

it('an older save is not taken back over a newer one', async () => {
  const first = (await save(cardless)).result as { operationUid: string };
  await save(defaultRules);
  await expect(t.client.history.undo({ operationUid: first.operationUid })).rejects.toMatchObject({
    code: 'UNDO_NOT_POSSIBLE',
  });
});

it('enters, leaves below 70 and enters again: two entries into A; three events at once: one', async () => {
  const [uid = ''] = await makeLeads(t, [{ titleRank: 4, acquiredOn: '2026-11-20' }]);
  const record = async (kind: string) => await t.client.events.record({ leadUid: uid, kind });
  const entries = () => edges().map(row => (JSON.parse(row.data) as { to: string }).to);
  await record('material.requested');
  await record('mail.replied');
  await record('page.pricing');
  expect(entries()).toEqual(['hot']);
  const give = async (points: number) =>
    await t.client.events.record({ leadUid: uid, kind: 'points.manual', data: { points, reason: '別件' } });
  await give(-45);
  expect(await t.client.leads.get({ uid })).toMatchObject({ total: 70, band: 'hot' });
  await give(-1);
  expect(await t.client.leads.get({ uid })).toMatchObject({ total: 69, band: 'mid' });
  expect(entries()).toEqual(['hot', 'mid']);
  await t.client.history.undo({});
  await t.client.history.undo({});
  expect(entries()).toEqual(['hot', 'mid', 'hot']);
});

it('points by hand need a reason, count once, are undone and stand in the explanation', async () => {
  const [uid = ''] = await makeLeads(t, [{ titleRank: 7 }]);
  const give = async (data: object) =>
    await t.client.events.record({
      leadUid: uid,
      kind: 'points.manual',
      dedupeKey: 'hand-1',
      data: { ...data },
    });
  await expect(give({ points: 5 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(give({ points: 0, reason: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(give({ points: 1.5, reason: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(await give({ points: 12, reason: '社長の紹介' })).toMatchObject({ recorded: true });
  expect(await give({ points: 12, reason: '社長の紹介' })).toMatchObject({ recorded: false });
  const explained = await t.client.leads.explain({ uid });
  expect(explained.rows).toContainEqual(
    expect.objectContaining({ rule: 'points.manual', points: 12, value: '社長の紹介' }),
  );
  expect(explained.rows.reduce((sum, row) => sum + row.points, 0)).toBe(explained.total);
  await t.client.history.undo({});
  await t.client.history.undo({});
  expect((await t.client.leads.explain({ uid })).total).toBe(explained.total - 12);
});
