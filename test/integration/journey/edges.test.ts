import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

const edgesOf = async (uid: string) =>
  (await t.client.leads.get({ uid })).timeline
    .filter(event => event.kind === 'band.changed')
    .map(({ data, retracted }) => ({ ...data, retracted }))
    .toReversed();

it('an undo never retracts a change of rank: the fall is a new edge', async () => {
  const [uid = ''] = await makeLeads(t, [{}]);
  await t.client.events.record({ leadUid: uid, kind: 'demo.requested' });
  await t.client.history.undo({});
  expect(await t.client.leads.get({ uid })).toMatchObject({ band: 'low' });
  expect(await edgesOf(uid)).toEqual([
    { from: 'low', to: 'hot', total: 19, cause: 'interest', retracted: false },
    { from: 'hot', to: 'low', total: 19, cause: 'points', retracted: false },
  ]);
});

it('a late event and a recompute leave what was logged as it was', async () => {
  const [uid = ''] = await makeLeads(t, [{}]);
  await t.client.events.record({ leadUid: uid, kind: 'demo.requested' });
  const before = await edgesOf(uid);
  await t.client.events.record({ leadUid: uid, kind: 'material.requested', occurredOn: '2026-11-10' });
  await finished(await t.client.scoring.recompute({}));
  expect(await edgesOf(uid)).toEqual(before);
});

it('a new lead is an edge only when it is hot at once', async () => {
  const [quiet = '', hot = ''] = [
    await t.client.leads.create({ companyName: '株式会社架空', name: '山本 太郎', phone: '03-0000-1001' }),
    await t.client.leads.create({ companyName: '株式会社架空', name: '佐藤 花子', phone: '03-0000-1002' }),
  ].map(lead => lead.uid);
  await t.client.triage.record({ leadUid: hot, rank: 'A' });
  expect(await edgesOf(quiet)).toEqual([]);
  expect(await edgesOf(hot)).toEqual([
    { from: 'low', to: 'hot', total: 20, cause: 'interest', retracted: false },
  ]);
  const path = join(t.dir, 'cards.csv');
  writeFileSync(path, '会社名,氏名,電話,ランク\n架空商事,鈴木 一郎,03-0000-1003,A\n');
  await finished(await t.client.imports.run({ file: { path } }));
  const { rows } = await t.client.leads.list({ search: '鈴木' });
  expect(rows).toMatchObject([{ band: 'hot', nextKind: 'firstContact' }]);
  expect(await edgesOf(rows[0]?.uid ?? '')).toMatchObject([{ from: null, to: 'hot', cause: 'interest' }]);
});

it('an imported file writes no edge for people who are not hot', async () => {
  const path = join(t.dir, 'cards.csv');
  writeFileSync(path, cardFile(200).text);
  await finished(await t.client.imports.run({ file: { path } }));
  const rows = t.backend.keeper.store.raw.reader
    .prepare(
      "select count(*) as n, sum(json_extract(data, '$.to') <> 'hot') as cold from events where kind = 'band.changed'",
    )
    .get() as { n: number; cold: number | null };
  expect(rows.cold ?? 0).toBe(0);
});

it('nobody but the app writes down a change of rank or a move', async () => {
  const [uid = ''] = await makeLeads(t, [{}]);
  for (const kind of ['band.changed', 'hot.unconfirmed', 'moved.stepMail.hot'])
    await expect(t.client.events.record({ leadUid: uid, kind, data: { to: 'hot' } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  expect(await edgesOf(uid)).toEqual([]);
});
