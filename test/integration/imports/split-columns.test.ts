import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cp932 } from '#test/helpers/cp932.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

type Run = Parameters<TestBackend['client']['imports']['run']>[0];

function given(content: Uint8Array | string, name: string): { path: string } {
  const path = join(t.dir, name);
  writeFileSync(path, content);
  return { path };
}
async function run(input: Run): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run(input));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
async function people() {
  const { rows } = await t.client.leads.list({});
  return await Promise.all(rows.map(async ({ uid }) => await t.client.leads.get({ uid })));
}
const lines = (...rows: string[]): string => rows.map(row => `${row}\r\n`).join('');

it('a list with several things in one column comes in right the first time', async () => {
  const file = given(
    cp932(
      lines(
        '会社名・部署・役職,氏名（カナ）,住所,連絡先',
        '株式会社架空商事・営業部・部長,山本 太郎（ヤマモト タロウ）,〒100-0001 東京都千代田区千代田1-1,03-0000-0001',
        '試作工業　総務課　課長,佐藤 花子（サトウ ハナコ）,〒530-0001 大阪府大阪市北区2-2,06-0000-0001',
      ),
    ),
    'one.csv',
  );
  await run({ file });
  expect((await people()).sort((a, b) => (a.name < b.name ? -1 : 1))).toMatchObject([
    {
      name: '佐藤 花子',
      companyName: '試作工業',
      department: '総務課',
      title: '課長',
      address: '大阪府大阪市北区2-2',
    },
    {
      name: '山本 太郎',
      kana: 'ヤマモト タロウ',
      companyName: '株式会社架空商事',
      department: '営業部',
      title: '部長',
      postalCode: '100-0001',
      address: '東京都千代田区千代田1-1',
    },
  ]);
});

it('a chosen split is kept with the format, also for rows corrected later', async () => {
  const head = '枠,相手先';
  const first = given(lines(head, '甲,架空商事 山本 太郎', '乙,試作工業 佐藤 花子'), 'first.csv');
  const reading = { columns: { 1: 'company+fullName' }, headerRow: 1 };
  expect((await t.client.imports.preview({ file: first, reading })).columns[1]).toMatchObject({
    field: 'company+fullName',
    reason: { code: 'chosen' },
  });
  await run({ file: first, reading });
  const second = given(lines(head, '丙,見本物産 鈴木 一郎', ',,,,多すぎ'), 'second.csv');
  expect((await t.client.imports.preview({ file: second })).columns[1]).toMatchObject({
    field: 'company+fullName',
    reason: { code: 'saved' },
  });
  const { uid } = await run({ file: second });
  await t.client.imports.fixRows({
    importUid: uid,
    rows: [{ line: 3, cells: ['丁', '模型製作所 高橋 次郎'] }],
  });
  const found = (await people()).map(({ companyName, name }) => `${companyName} ${name}`).sort();
  expect(found).toEqual([
    '架空商事 山本 太郎',
    '模型製作所 高橋 次郎',
    '見本物産 鈴木 一郎',
    '試作工業 佐藤 花子',
  ]);
});

it('the same file twice, split both times: 0 new', async () => {
  const content = lines(
    '会社名 氏名,電話',
    ...Array.from(
      { length: 40 },
      (_, i) => `株式会社架空${i} 山本 ${'一二三四五六七八九十'[i % 10] ?? ''}郎,03-0000-${1000 + i}`,
    ),
  );
  expect((await run({ file: given(content, 'a.csv') })).counts).toMatchObject({ new: 40 });
  expect((await run({ file: given(content, 'b.csv') })).counts).toMatchObject({
    new: 0,
    asked: 0,
    unchanged: 40,
  });
});
