import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import { workbookParts, zip } from '#test/helpers/zip.ts';

/** What had to be chosen so that a file could be read holds for the next of its kind. */
let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

type Reading = NonNullable<Parameters<TestBackend['client']['imports']['preview']>[0]['reading']>;

function given(name: string, content: Uint8Array | string): { path: string } {
  const path = join(t.dir, name);
  writeFileSync(path, content);
  return { path };
}
const preview = async (file: { path: string }) => await t.client.imports.preview({ file });
async function take(file: { path: string }, reading: Reading): Promise<void> {
  expect(await finished(await t.client.imports.run({ file, reading }))).toMatchObject({ state: 'done' });
}
const names = async () => (await t.client.leads.list({})).rows.map(row => row.companyName).sort();

/** As UTF-8 these bytes are é and ÷: nothing in the file tells that it is CP932. */
const KANA = 'ﾃｩ';
const kana = (...rows: string[]): Uint8Array => cp932(['company,name,email', ...rows].join('\r\n'));

it('a chosen encoding opens the next file of the kind', async () => {
  const first = given('a.csv', kana(`${KANA},${KANA},a@example.jp`));
  expect((await preview(first)).encoding?.value).toBe('utf-8');
  await take(first, { encoding: 'shift_jis' });
  const second = given('b.csv', kana(`ﾃｷ,${KANA},b@example.jp`));
  expect((await preview(second)).encoding).toMatchObject({
    value: 'shift_jis',
    reason: { code: 'saved' },
  });
  await take(second, {});
  expect(await names()).toEqual(['ﾃｩ', 'ﾃｷ']);
});

it('a byte order mark, or bytes the encoding does not have, say more than the last choice', async () => {
  await take(given('a.csv', kana(`${KANA},${KANA},a@example.jp`)), { encoding: 'shift_jis' });
  const text = 'company,name,email\r\n会,人,c@example.jp\r\n';
  expect((await preview(given('c.csv', text))).encoding).toMatchObject({ value: 'utf-8' });
  expect((await preview(given('d.csv', `\uFEFF${text}`))).encoding).toMatchObject({
    value: 'utf-8',
    reason: { code: 'bom' },
  });
});

it('a file of another kind is read by its own guess', async () => {
  await take(given('a.csv', kana(`${KANA},${KANA},a@example.jp`)), { encoding: 'shift_jis' });
  const other = given('e.csv', 'company,name,phone\r\né,Zoé,03-0000-0001\r\n');
  expect((await preview(other)).encoding?.value).toBe('utf-8');
});

it('a choice of now comes before that of the last time, and is kept in its place', async () => {
  await take(given('a.csv', kana(`${KANA},${KANA},a@example.jp`)), { encoding: 'shift_jis' });
  await take(given('b.csv', kana(`ﾃｷ,${KANA},b@example.jp`)), { encoding: 'utf-8' });
  expect((await preview(given('c.csv', kana(`ﾃｧ,${KANA},c@example.jp`)))).encoding).toMatchObject({
    value: 'utf-8',
    reason: { code: 'saved' },
  });
});

it('a chosen delimiter opens the next file of the kind', async () => {
  const text = (company: string, email: string) => `相手,先|連,絡\r\n${company}|${email},\r\n`;
  const first = given('a.csv', text('甲,乙商事', 'a@example.jp'));
  const reading: Reading = { delimiter: '|', headerRow: 1, columns: { 0: 'company', 1: 'email' } };
  expect((await preview(first)).delimiter?.value).toBe(',');
  await take(first, reading);
  const second = given('b.csv', text('丙,丁工業', 'b@example.jp'));
  expect((await preview(second)).delimiter).toMatchObject({ value: '|', reason: { code: 'saved' } });
  await take(second, {});
  expect(await names()).toEqual(['丙,丁工業', '甲,乙商事']);
});

it('a chosen sheet opens the next workbook of the kind', async () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = (company: string) =>
    `<row r="1">${cell('A1', '会社名')}${cell('B1', '氏名')}</row><row r="2">${cell('A2', company)}${cell('B2', '山本 太郎')}</row>`;
  const book = (name: string, mine: string) =>
    given(name, zip(workbookParts({ 去年: sheet('古い会社'), 今年: sheet(mine) })));
  const first = book('a.xlsx', '甲商事');
  expect((await preview(first)).sheet?.value).toBe('去年');
  await take(first, { sheet: '今年' });
  const second = book('b.xlsx', '乙工業');
  expect((await preview(second)).sheet).toMatchObject({ value: '今年', reason: { code: 'saved' } });
  await take(second, {});
  expect(await names()).toEqual(['乙工業', '甲商事']);
});
