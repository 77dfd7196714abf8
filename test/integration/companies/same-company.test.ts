import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const header = '会社名,氏名,役職,メール,電話';
function fileOf(name: string, rows: readonly string[]): string {
  const path = join(t.dir, name);
  writeFileSync(path, `${[header, ...rows].join('\n')}\n`);
  return path;
}
async function take(name: string, rows: readonly string[]): Promise<ImportSummary> {
  const about = { owner: { kind: 'later' } } as const;
  const end = await finished(await t.client.imports.run({ file: { path: fileOf(name, rows) }, about }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
const uidOf = async (search: string): Promise<string> =>
  (await t.client.leads.list({ search })).rows[0]?.uid ?? '';
const warnings = async () =>
  Object.fromEntries((await t.client.leads.list({})).rows.map(row => [row.name, row.sameCompany]));

const ROWS = [
  '株式会社架空製作所,山本 太郎,部長,yamamoto@seisaku.example.jp,03-0000-1001',
  '株式会社架空製作所,田中 次郎,課長,tanaka@seisaku.example.jp,03-0000-1001',
  '仮想商事株式会社,佐藤 花子,部長,sato@shoji.example.jp,03-0000-2001',
];

it('warns in the list, on the card and before an import as the work of a colleague goes on', async () => {
  const suzuki = (await t.client.members.save({ name: '鈴木', roles: ['field'] })).uid;
  await take('a.csv', ROWS);
  expect(await warnings()).toEqual({ '山本 太郎': null, '田中 次郎': null, '佐藤 花子': null });

  const yamamoto = await uidOf('山本');
  await t.client.leads.update({ uid: yamamoto, patch: { ownerUid: suzuki } });
  const owned = { ownerName: '鈴木', state: 'owner' };
  expect(await warnings()).toEqual({ '山本 太郎': null, '田中 次郎': owned, '佐藤 花子': null });
  expect((await t.client.leads.get({ uid: await uidOf('田中') })).sameCompany).toEqual(owned);

  await t.client.calls.record({
    leadUid: yamamoto,
    outcome: 'appointment',
    nextAt: '2026-11-25T05:00:00Z',
  });
  expect((await warnings())['田中 次郎']).toEqual({ ownerName: '鈴木', state: 'deal' });

  const preview = await t.client.imports.preview({
    file: {
      path: fileOf('b.csv', [
        '株式会社架空製作所,高橋 三郎,係長,takahashi@seisaku.example.jp,03-0000-1001',
        '見本工業株式会社,伊藤 四郎,部長,ito@mihon.example.jp,03-0000-3001',
      ]),
    },
  });
  expect(preview.sameCompany).toEqual({
    people: 1,
    listed: [
      { line: 2, name: '高橋 三郎', companyName: '株式会社架空製作所', ownerName: '鈴木', state: 'deal' },
    ],
  });
});
