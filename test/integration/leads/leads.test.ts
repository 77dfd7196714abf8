import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, finished, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

describe('leads', () => {
  it('are ranked with an explanation that sums to the score', async () => {
    const [uid = ''] = await makeLeads(t, [
      { titleRank: 4 },
      { name: '佐藤 花子', titleRank: 5 },
      { name: '森 千尋' },
    ]);
    const { rows, total } = await t.client.leads.list({});
    expect(total).toBe(3);
    // A card of two days ago is worth 19 (20 × 2^(−2/30), cut to whole points).
    expect(rows.map(row => [row.name, row.total, row.band, row.nextKind])).toEqual([
      ['山本 太郎', 49, 'mid', 'call'],
      ['佐藤 花子', 34, 'low', 'call'],
      ['森 千尋', 19, 'low', 'call'],
    ]);
    const explained = await t.client.leads.explain({ uid });
    expect(explained.rows.map(row => [row.rule, row.points])).toEqual([
      ['titleRank', 30],
      ['card.exchanged', 19],
    ]);
    expect(explained.rows.reduce((sum, row) => sum + row.points, 0)).toBe(explained.total);
  });

  it('are found by company, variant names, half-width kana and digits, each word anywhere', async () => {
    await makeLeads(t, [
      { company: 'あおば架空電機株式会社', name: '髙橋 健一', phone: '045-000-1002' },
      { company: '仮想フーズ株式会社', name: '森 千尋', phone: '06-0000-1003' },
    ]);
    const found = async (search: string) => (await t.client.leads.list({ search })).rows.map(row => row.name);
    expect(await found('高橋')).toEqual(['髙橋 健一']);
    expect(await found('電機 健一')).toEqual(['髙橋 健一']);
    expect(await found('ﾌｰｽﾞ')).toEqual(['森 千尋']);
    expect(await found('0450001002')).toEqual(['髙橋 健一']);
    expect(await found('森')).toEqual(['森 千尋']);
    expect(await found('尋')).toEqual(['森 千尋']);
    expect(await found('電機フーズ')).toEqual([]);
    expect(await found('"*')).toEqual([]);
  });

  it('become hot at once by explicit interest, and the edge is logged once', async () => {
    const [uid = ''] = await makeLeads(t, [{}]);
    await t.client.events.record({ leadUid: uid, kind: 'demo.requested', dedupeKey: 'form-1' });
    expect(
      (await t.client.events.record({ leadUid: uid, kind: 'demo.requested', dedupeKey: 'form-1' })).recorded,
    ).toBe(false);
    await makeLeads(t, [{ name: '佐藤 花子', titleRank: 1 }]);
    const { rows } = await t.client.leads.list({});
    expect(rows.map(row => [row.band, row.total])).toEqual([
      ['hot', 19],
      ['mid', 49],
    ]);
    const lead = await t.client.leads.get({ uid });
    expect(lead.band).toBe('hot');
    expect(lead.nextKind).toBe('firstContact');
    expect(lead.timeline.filter(event => event.kind === 'band.changed')).toHaveLength(1);
  });

  it('are edited like an imported card, and the edit is undone after a restart', async () => {
    const [uid = ''] = await makeLeads(t, [{ email: 'a@example.jp' }]);
    await t.client.leads.update({
      uid,
      patch: { name: '山本　次郎', title: '営業部長', phone: '０９０−００００−１００１' },
    });
    const edited = await t.client.leads.get({ uid });
    expect(edited).toMatchObject({ name: '山本 次郎', titleRank: 4, phone: '090-0000-1001', band: 'mid' });
    await expect(t.client.leads.update({ uid, patch: { email: 'not an address' } })).rejects.toMatchObject({
      code: 'ADDRESS_INVALID',
    });
    t = await t.restart();
    await t.client.history.undo({});
    const back = await t.client.leads.get({ uid });
    expect(back).toMatchObject({ name: '山本 太郎', title: '', phone: '03-0000-1001', band: 'low' });
    expect((await t.client.leads.list({ search: '次郎' })).total).toBe(0);
  });

  it('lose points as days go by, by the recompute job', async () => {
    await makeLeads(t, [{ titleRank: 4 }]);
    t.clock.set('2027-01-20T01:00:00Z');
    const job = await finished(await t.client.scoring.recompute({}));
    expect(job).toMatchObject({ state: 'done', result: { scored: 1, changed: 1 } });
    expect((await t.client.leads.list({})).rows[0]).toMatchObject({ total: 34, band: 'low' });
  });
});

describe('a lead typed by hand', () => {
  it('needs a company or a name, and joins the person the store knows', async () => {
    const first = await t.client.leads.create({
      companyName: '㈱架空ワークス',
      name: '村上 千尋',
      email: 'c.murakami@example.jp',
      title: '代表',
    });
    expect(first.outcome).toBe('new');
    const again = await t.client.leads.create({
      name: '村上千尋',
      email: 'C.Murakami@example.jp',
      phone: '090-0000-3004',
    });
    expect(again).toMatchObject({ outcome: 'filled', uid: first.uid });
    const lead = await t.client.leads.get({ uid: first.uid });
    expect(lead).toMatchObject({
      companyName: '㈱架空ワークス',
      phone: '090-0000-3004',
      titleRank: 1,
      band: 'mid',
    });
    await expect(t.client.leads.create({ email: 'x@example.jp' })).rejects.toMatchObject({
      code: 'LEAD_NEEDS_NAME',
    });
    await t.client.history.undo({ operationUid: again.operationUid });
    await t.client.history.undo({ operationUid: first.operationUid });
    expect((await t.client.leads.list({})).total).toBe(0);
  });
});
