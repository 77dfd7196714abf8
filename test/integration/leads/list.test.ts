import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const names = async (input: Parameters<TestBackend['client']['leads']['list']>[0]): Promise<string[]> =>
  (await t.client.leads.list(input)).rows.map(row => row.name);

describe('a search', () => {
  it('finds a number however it is hyphenated or prefixed, and folds what people type differently', async () => {
    await makeLeads(t, [
      {
        name: '髙橋 健一',
        phone: '03-0000-1002',
        fields: { memo: 'ご予算は下期', address: '東京都架空区１−２' },
      },
      { name: '渡邉 花子', phone: '090-0000-3004', fields: { department: '営業部', title: 'ﾏﾈｰｼﾞｬｰ' } },
    ]);
    for (const typed of [
      '03-0000-1002',
      '０３－００００－１００２',
      '0300001002',
      '+81 3 0000 1002',
      '+81300001002',
      '0000-1002',
    ])
      expect([typed, await names({ search: typed })]).toEqual([typed, ['髙橋 健一']]);
    for (const typed of ['高橋', '髙橋', '下期', '架空区1-2'])
      expect([typed, await names({ search: typed })]).toEqual([typed, ['髙橋 健一']]);
    for (const typed of ['渡辺', '渡邊', '営業', 'マネージャー', '+81-90-0000-3004', '09000003004'])
      expect([typed, await names({ search: typed })]).toEqual([typed, ['渡邉 花子']]);
  });

  it('gives the same people in the same order whichever way it is put to work', async () => {
    await t.client.store.create({ path: join(t.dir, 's.db'), practice: true, sample: 3000 });
    const offsets = [0, 500, 1000, 1500, 2000, 2500];
    const pages = offsets.map(async offset => (await t.client.leads.list({ offset, limit: 500 })).rows);
    const everybody = (await Promise.all(pages)).flat();
    for (const search of ['株式会社', '東京都', '部長', '佐']) {
      const found: string[] = [];
      let total = 0;
      for (let offset = 0; offset < 300; offset += 100) {
        const page = await t.client.leads.list({ search, offset, limit: 100 });
        found.push(...page.rows.map(row => row.uid));
        total = page.total;
      }
      const places = found.map(uid => everybody.findIndex(row => row.uid === uid));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(found).size).toBe(Math.min(300, total));
    }
  });
});
