import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type BulkAction,
  type BulkResult,
  type SelectionInput,
  zBulkResult,
} from '#shared/contract/lead-bulk.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const all: SelectionInput = { filter: {} };

/** Previews and does it; the preview must have told the truth. */
async function bulk(selection: SelectionInput, action: BulkAction): Promise<BulkResult> {
  const foretold = await t.client.leads.bulkPreview({ selection, action });
  const end = await finished(await t.client.leads.bulk({ selection, action }));
  expect(end.state).toBe('done');
  const result = zBulkResult.parse(end.result);
  expect(result).toEqual({ ...foretold, operationUid: result.operationUid });
  const cannot = result.cannot.reduce((sum, { count }) => sum + count, 0);
  expect(result.changes + result.already + cannot).toBe(result.selected);
  return result;
}

const names = async (filter: Parameters<TestBackend['client']['leads']['list']>[0]): Promise<string[]> =>
  (await t.client.leads.list(filter)).rows.map(row => row.name).toSorted();

describe('many leads at once', () => {
  it('get an owner, and get the owner back that each had', async () => {
    const sato = await t.client.members.save({ name: '佐藤', roles: ['inside'] });
    const suzuki = await t.client.members.save({ name: '鈴木', roles: ['inside'] });
    const [a = '', b = ''] = await makeLeads(t, [{ name: 'あ' }, { name: 'い' }, { name: 'う' }]);
    await bulk({ uids: [a] }, { kind: 'owner', ownerUid: suzuki.uid });
    const done = await bulk({ filter: {}, except: [b] }, { kind: 'owner', ownerUid: sato.uid });
    expect(done).toMatchObject({ selected: 2, changes: 2, already: 0 });
    expect(await names({ owner: sato.uid })).toEqual(['あ', 'う']);
    expect(await names({ owner: 'none' })).toEqual(['い']);
    expect((await bulk(all, { kind: 'owner', ownerUid: sato.uid })).already).toBe(2);
    await t.client.history.undo({});
    t = await t.restart();
    await t.client.history.undo({ operationUid: done.operationUid });
    expect(await names({ owner: suzuki.uid })).toEqual(['あ']);
    expect(await names({ owner: 'none' })).toEqual(['い', 'う']);
  });

  it('get a tag that is found by searching, and lose it', async () => {
    await makeLeads(t, [{ name: 'あ' }, { name: 'い' }]);
    const [row] = (await t.client.leads.list({})).rows;
    await bulk({ uids: [row?.uid ?? ''] }, { kind: 'addTag', tag: '来場見込み' });
    const added = await bulk(all, { kind: 'addTag', tag: '来場見込み' });
    expect(added).toMatchObject({ selected: 2, changes: 1, already: 1 });
    expect(await names({ search: '来場' })).toEqual(['あ', 'い']);
    expect(await names({ tag: '来場見込み' })).toEqual(['あ', 'い']);
    expect((await t.client.leads.facets({})).tag).toEqual([{ value: '来場見込み', count: 2 }]);
    await bulk(all, { kind: 'removeTag', tag: '来場見込み' });
    expect(await names({ search: '来場' })).toEqual([]);
    await t.client.history.undo({});
    expect(await names({ search: '来場' })).toEqual(['あ', 'い']);
  });

  it('stop being called, and the next action follows at once', async () => {
    await makeLeads(t, [{ name: 'あ', titleRank: 4 }]);
    expect((await t.client.leads.list({})).rows[0]?.nextKind).toBe('call');
    await bulk(all, { kind: 'doNotCall', on: true });
    expect((await t.client.leads.list({ doNotCall: true })).rows[0]?.nextKind).not.toBe('call');
    await t.client.history.undo({});
    expect((await t.client.leads.list({})).rows[0]).toMatchObject({ nextKind: 'call', doNotCall: false });
  });

  it('go into the trash and come back', async () => {
    await makeLeads(t, [{ name: 'あ' }, { name: 'い' }]);
    await bulk({ filter: { search: 'あ' } }, { kind: 'trash' });
    expect(await names({})).toEqual(['い']);
    expect(await names({ search: 'あ' })).toEqual([]);
    expect(await names({ trash: true })).toEqual(['あ']);
    await bulk({ filter: { trash: true } }, { kind: 'restore' });
    expect(await names({})).toEqual(['あ', 'い']);
  });

  it('belong to companies of another kind, colleagues with them', async () => {
    const one = await t.client.leads.create({
      companyName: '株式会社架空電機',
      name: '佐藤 花子',
      email: 'h@kaku.example.co.jp',
    });
    await t.client.leads.create({
      companyName: '株式会社架空電機',
      name: '鈴木 一郎',
      email: 'i@kaku.example.co.jp',
    });
    const alone = await t.client.leads.create({ name: '山本 太郎' });
    const done = await bulk({ uids: [one.uid, alone.uid] }, { kind: 'companyKind', companyKind: 'customer' });
    expect(done).toMatchObject({ changes: 1, alongside: 1, cannot: [{ code: 'noCompany', count: 1 }] });
    expect(await names({ companyKind: 'customer' })).toEqual(['佐藤 花子', '鈴木 一郎']);
    expect((await t.client.leads.get({ uid: one.uid })).nextKind).toBe('thanks');
    await t.client.history.undo({});
    expect(await names({ companyKind: 'customer' })).toEqual([]);
    expect((await t.client.leads.get({ uid: one.uid })).nextKind).not.toBe('thanks');
  });

  it('are refused for a member who does not exist, and nothing is written when stopped', async () => {
    await makeLeads(
      t,
      Array.from({ length: 1200 }, (_, i) => ({ name: `人 ${i}` })),
    );
    const action = { kind: 'owner', ownerUid: 'nobody' } as const;
    await expect(t.client.leads.bulkPreview({ selection: all, action })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for await (const event of await t.client.leads.bulk({
      selection: all,
      action: { kind: 'addTag', tag: 'x' },
    })) {
      if (event.done > 0) await t.client.jobs.cancel({ jobUid: event.jobUid });
      if (event.state !== 'running') expect(event.state).toBe('cancelled');
    }
    expect((await t.client.leads.facets({})).tag).toEqual([]);
  });
});
