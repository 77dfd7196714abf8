import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const CARDS = [
  '会社名,氏名,役職,メール,電話',
  '株式会社架空製作所,山本 太郎,部長,yamamoto@seisaku.example.jp,03-0000-1001',
  '㈱架空製作所,田中 次郎,課長,tanaka@seisaku.example.jp,03-0000-1001',
  '仮想商事株式会社,佐藤 花子,部長,sato@shoji.example.jp,03-0000-2001',
  '見本工業株式会社,鈴木 一郎,部長,suzuki@mihon.example.jp,03-0000-3001',
];

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(t.dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
async function take(name: string, lines: readonly string[]): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run({ file: { path: fileOf(name, lines) } }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
const kinds = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await t.client.leads.list({ limit: 500 })).rows.map(row => [
      row.name,
      `${row.companyKind} ${row.nextKind}`,
    ]),
  );
const source = { text: '株式会社架空製作所\n株式会社仮想商事\n新顔電機株式会社\n株式会社 架空製作所\n\n-\n' };

describe('a customer list', () => {
  it('sets the same name, asks about a similar one, keeps the unknown, and accounts for every line', async () => {
    await take('cards.csv', CARDS);
    const preview = await t.client.companies.previewKinds({ source, kind: 'customer' });
    expect(preview.counts).toEqual({
      lines: 5,
      set: 1,
      same: 0,
      asked: 1,
      added: 1,
      repeated: 1,
      unread: 1,
    });
    expect(preview.people).toBe(2);
    expect(preview.set).toMatchObject([{ line: 1, companies: [{ name: '株式会社架空製作所', people: 2 }] }]);
    expect(preview.asked).toMatchObject([
      {
        line: 2,
        name: '株式会社仮想商事',
        companies: [{ name: '仮想商事株式会社', kind: 'prospect', people: 1 }],
      },
    ]);
    expect(preview.unread).toEqual([{ line: 6, text: '-' }]);
    expect(await kinds()).toMatchObject({ '山本 太郎': 'prospect call' });
  });

  it('makes its people お礼の連絡, leaves the unticked alone, and is undone whole', async () => {
    await take('cards.csv', CARDS);
    const before = await kinds();
    const done = await t.client.companies.applyKinds({ source, kind: 'customer' });
    expect(done).toMatchObject({ companies: 1, people: 2, added: 2 });
    expect(await kinds()).toEqual({
      ...before,
      '山本 太郎': 'customer thanks',
      '田中 次郎': 'customer thanks',
    });
    const { uid } = await oneList(t);
    const { items } = await t.client.callLists.get({ uid });
    expect(items.map(item => item.name).sort()).toEqual(['佐藤 花子', '鈴木 一郎']);
    t = await t.restart();
    await t.client.history.undo({ operationUid: done.operationUid });
    expect(await kinds()).toEqual(before);
    expect((await t.client.companies.previewKinds({ source, kind: 'customer' })).counts).toMatchObject({
      set: 1,
      added: 1,
    });
  });

  it('sets a similar company that was ticked', async () => {
    await take('cards.csv', CARDS);
    const { asked } = await t.client.companies.previewKinds({ source, kind: 'customer' });
    const also = asked.flatMap(row => row.companies.map(company => company.uid));
    await t.client.companies.applyKinds({ source, kind: 'customer', also });
    expect(await kinds()).toMatchObject({
      '佐藤 花子': 'customer thanks',
      '鈴木 一郎': expect.stringMatching(/^prospect/),
    });
    expect((await t.client.companies.previewKinds({ source, kind: 'customer' })).counts).toMatchObject({
      set: 0,
      same: 3,
      asked: 0,
      added: 0,
    });
  });

  it('comes as a file too, with the column found by its header, in Shift_JIS', async () => {
    await take('cards.csv', CARDS);
    const path = join(t.dir, 'customers.csv');
    // 取引先名,担当 / 見本工業(株),甲 in CP932.
    writeFileSync(
      path,
      Buffer.from(
        '8ee688f890e696bc2c92539396 0d0a 8ca9967b8d488bc6 288a9429 2c8d62 0d0a'.replaceAll(' ', ''),
        'hex',
      ),
    );
    const done = await t.client.companies.applyKinds({ source: { file: { path } }, kind: 'partner' });
    expect(done).toMatchObject({ companies: 1, people: 1, added: 0 });
    expect(await kinds()).toMatchObject({ '鈴木 一郎': 'partner thanks' });
  });

  it('refuses a file that names nobody', async () => {
    const path = fileOf('none.csv', ['会社名', '-']);
    await expect(
      t.client.companies.previewKinds({ source: { file: { path } }, kind: 'customer' }),
    ).rejects.toMatchObject({ code: 'FILE_NO_ROWS' });
  });
});

describe('cards that come after the list', () => {
  it('are recognised, shown as a group before import, and stay out of call lists', async () => {
    await t.client.companies.applyKinds({ source, kind: 'customer' });
    const preview = await t.client.imports.preview({ file: { path: fileOf('cards.csv', CARDS) } });
    expect(preview.groups).toEqual([{ kind: 'customer', people: 2 }]);
    await take('cards.csv', CARDS);
    expect(await kinds()).toMatchObject({
      '山本 太郎': 'customer thanks',
      '田中 次郎': 'customer thanks',
      '佐藤 花子': expect.stringMatching(/^prospect/),
    });
  });

  it('of a namesake with another address are recognised too, and stay a company of their own', async () => {
    await t.client.companies.applyKinds({ source, kind: 'customer' });
    await take('cards.csv', [
      ...CARDS.slice(0, 2),
      '株式会社架空製作所,高橋 三郎,部長,takahashi@other.example.jp,06-0000-9001',
    ]);
    expect(await kinds()).toMatchObject({ '山本 太郎': 'customer thanks', '高橋 三郎': 'customer thanks' });
    const uids = await Promise.all(
      (await t.client.leads.list({})).rows.map(
        async row => (await t.client.leads.get({ uid: row.uid })).companyUid,
      ),
    );
    expect(new Set(uids).size).toBe(2);
  });
});

it('a kind set on one person holds for everybody of the company at once, and is taken back at once', async () => {
  await take('cards.csv', CARDS);
  const before = await kinds();
  const [row] = (await t.client.leads.list({ search: '山本' })).rows;
  const { operationUid } = await t.client.leads.update({
    uid: row?.uid ?? '',
    patch: { companyKind: 'competitor' },
  });
  expect(await kinds()).toMatchObject({ '山本 太郎': 'competitor none', '田中 次郎': 'competitor none' });
  await t.client.history.undo({ operationUid });
  expect(await kinds()).toEqual(before);
});
