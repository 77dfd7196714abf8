import { afterEach, beforeEach, expect, it } from 'vitest';
import { instantAt, addDays, day } from '#shared/domain/base/days.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { ledger } from '#shared/domain/scoring/ledger.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { templateRules } from '#shared/domain/scoring/templates.ts';
import { pastsOf } from '#electron/backend/scoring/past.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

const rows = () =>
  t.backend.keeper.store.raw.reader
    .prepare(
      'select id, uid, total, band from leads where trashed_at is null and merged_into_id is null order by id',
    )
    .all() as { id: number; uid: string; total: number; band: string }[];
const counted = (bands: readonly string[]) =>
  Object.fromEntries(['hot', 'mid', 'low'].map(band => [band, bands.filter(b => b === band).length]));
const dump = () =>
  JSON.stringify(
    ['leads', 'events', 'versions', 'operations', 'changes'].map(table =>
      t.backend.keeper.store.raw.reader.prepare(`select * from ${table}`).all(),
    ),
  );

it('foretells exactly what saving does, and writes nothing', async () => {
  await t.client.store.create({ path: `${t.dir}/sample.db`, sample: 800, seed: 3 });
  const before = rows();
  const held = dump();
  const rules: ScoringRules = {
    ...templateRules('it'),
    bands: { ...defaultRules.bands, mid: { enter: 30, leave: 25 } },
  };
  const found = await t.client.scoring.simulate({ rules });
  expect(dump()).toBe(held);
  expect(found).toMatchObject({ leads: before.length, before: counted(before.map(row => row.band)) });
  await finished(await t.client.scoring.saveRules({ rules }));
  const after = new Map(rows().map(row => [row.uid, row]));
  expect(found.after).toEqual(counted([...after.values()].map(row => row.band)));
  const moved = before.filter(row => after.get(row.uid)?.band !== row.band);
  expect(moved.length).toBeGreaterThan(20);
  expect(found.moves.reduce((sum, move) => sum + move.count, 0)).toBe(moved.length);
  for (const move of found.moves) {
    const own = moved.filter(row => row.band === move.from && after.get(row.uid)?.band === move.to);
    expect(move.count).toBe(own.length);
    expect(move.leads.length).toBe(Math.min(50, own.length));
    for (const lead of move.leads) expect(lead.total).toBe(after.get(lead.uid)?.total);
  }
  // Who matches a rule, counted a second way: by the rows of everybody's points.
  const pasts = await pastsOf(
    t.backend.keeper.store.read,
    before.map(row => row.id),
  );
  const on = day('2026-11-20');
  const hits = [...pasts.values()].map(
    past => new Set(ledger(past.known(on), rules, on).map(row => row.rule)),
  );
  for (const { kind } of rules.behaviours)
    expect(found.matches.behaviours[kind] ?? 0, kind).toBe(hits.filter(set => set.has(kind)).length);
  const industry = rules.attributes.findIndex(rule => rule.attribute === 'industry');
  expect(found.matches.attributes[industry]).toBe(hits.filter(set => set.has('industry')).length);
});

it('counts the people to call against those who call', async () => {
  await makeLeads(t, [
    { titleRank: 4 },
    { titleRank: 4, name: '佐藤 花子', phone: '' },
    { titleRank: 4, name: '鈴木 一郎', fields: { do_not_call: 1 } },
    { titleRank: 7, name: '高橋 次郎' },
  ]);
  const tight = { ...defaultRules, bands: { ...defaultRules.bands, mid: { enter: 0, leave: 0 } } };
  expect((await t.client.scoring.simulate({ rules: tight })).calls).toEqual({
    before: 1,
    after: 2,
    capacity: 40,
    callers: 1,
  });
  for (const name of ['田中', '中村']) await t.client.members.save({ name, roles: ['inside'], active: true });
  expect((await t.client.scoring.simulate({ rules: tight })).calls).toMatchObject({
    capacity: 120,
    callers: 3,
  });
});

it('looks back with what had been recorded before the 商談 alone', async () => {
  const first = day('2026-06-01');
  t.clock.set(instantAt(first, 600));
  const uids = await makeLeads(
    t,
    Array.from({ length: 4 }, (_, i) => ({ name: `架空 ${i}`, titleRank: 4, acquiredOn: first })),
  );
  const record = async (i: number, kind: string, on: number) => {
    t.clock.set(instantAt(addDays(first, on), 600));
    await t.client.events.record({ leadUid: uids[i] ?? '', kind });
  };
  await record(0, 'mail.replied', 3);
  await record(0, 'page.case', 3); // A by points before the appointment on day 10
  await record(1, 'demo.requested', 12); // wished for it only after
  const ctx = await t.backend.contextFor(undefined);
  await ctx.write({ kind: 'test.won' }, async tx => {
    for (const id of [1, 2, 3]) await tx.update('leads', id, { appointment_on: addDays(first, 10) });
  });
  // The third was met by then, but nobody had typed it in: an event of that day recorded much later.
  await makeLeads(t, [{ name: '記録 遅', acquiredOn: first, appointmentOn: addDays(first, 5) }]);
  t.clock.set(instantAt(addDays(first, 120), 600));
  const { backTest, warnings } = await t.client.scoring.simulate({ rules: defaultRules });
  expect(backTest).toMatchObject({
    won: 3,
    decided: 4,
    unknown: 1,
    caught: { hot: { x: 1, n: 3 }, atLeastMid: { x: 3, n: 3 } },
    byBand: null,
    minimum: { won: 20, decided: 100 },
  });
  expect(warnings).toEqual(expect.arrayContaining(['hindsight', 'tooFew']));
});

it('says in a list why, strongest first, as the explanation of each lead does', async () => {
  const [uid = ''] = await makeLeads(t, [{ titleRank: 4 }]);
  for (const kind of ['page.case', 'mail.replied', 'seminar.attended'])
    await t.client.events.record({ leadUid: uid, kind });
  const { leads } = await t.client.scoring.reasons({ uids: [uid, 'nobody'] });
  expect(leads.map(({ rows }) => rows.map(row => [row.rule, row.points]))).toEqual([
    [
      ['mail.replied', 30],
      ['titleRank', 30],
      ['seminar.attended', 20],
    ],
  ]);
});

it('prints a statement whose points add up, with version and source', async () => {
  const [uid = ''] = await makeLeads(t, [{ titleRank: 4, name: '山本 <b>太郎' }]);
  await t.client.events.record({
    leadUid: uid,
    kind: 'points.manual',
    data: { points: 7, reason: '紹介 <i>' },
  });
  const { html } = await t.client.scoring.statementHtml({ uid });
  const numbers = [...html.matchAll(/<td class="n">(-?\d+)<\/td><\/tr>/g)].map(match => Number(match[1]));
  const total = numbers.pop() ?? 0;
  const { total: stored } = await t.client.leads.get({ uid });
  expect(total).toBe(stored);
  // Fit and engagement head their rows, so that every point stands there twice.
  expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(2 * total);
  expect(html).toContain('紹介 &lt;i&gt;');
  expect(html).toContain('山本 &lt;b&gt;太郎');
  expect(html).toContain('おすすめ設定');
});
