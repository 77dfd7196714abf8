import { readFileSync } from 'node:fs';
import { ImportScreen } from './pages/imports.ts';
import { expect, test } from './support/app.ts';

const cards = {
  name: '展示会2026秋.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '会社名,氏名,部署,役職,メール,電話,メモ',
      '株式会社架空製作所,山本 太郎,購買部,部長,yamamoto@seisaku.example.jp,03-0000-1001,',
      ',,営業部,,tanaka@seisaku.example.jp,03-0000-1002,名刺の上半分が読めない',
      '株式会社仮想商事,佐藤 花子,総務部,課長,sato@shoji.example.jp,03-0000-1003,比較中,はみ出し,もう一つ',
      '株式会社丙 髙橋一郎',
    ].join('\r\n'),
  ),
};

test('a row that was set aside is corrected and taken in, the rest is saved with its reasons', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/imports');
  const screen = new ImportScreen(page);
  await screen.takeIn(cards);
  const { main } = screen;
  expect((await screen.outcomes()).parts).toMatchObject({ 新しく追加: 1, 取り込まない: 3 });
  await expect(main.getByRole('row').filter({ hasText: '会社名も氏名もない' })).toBeVisible();

  await main.getByRole('button', { name: '3行目を直す' }).press('Enter');
  await expect(main.getByRole('textbox', { name: '会社名' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(main.getByRole('status')).toContainText('まだ取り込めません。理由: 会社名も氏名もない。');
  await app.inspect('imports-fix-row');
  await app.type('株式会社架空製作所');
  await page.keyboard.press('Tab');
  await app.type('田中 次郎');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1行を取り込みました(新しく追加)')).toBeVisible();
  expect((await screen.outcomes()).parts).toMatchObject({ 新しく追加: 2, 取り込まない: 2 });
  // The next row is open at once.
  await expect(main.getByRole('form', { name: '4行目の内容' })).toBeVisible();
  await page.keyboard.press('Escape');
  await app.inspect('imports-rows');

  const download = page.waitForEvent('download');
  await main.getByRole('button', { name: 'CSV に保存' }).press('Enter');
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved.split('\r\n').slice(0, 3)).toEqual([
    '\uFEFF行,理由,会社名,氏名,部署,役職,メール,電話,メモ',
    '4,列が多すぎる,株式会社仮想商事,佐藤 花子,総務部,課長,sato@shoji.example.jp,03-0000-1003,比較中,はみ出し,もう一つ',
    '5,列が足りない,株式会社丙 髙橋一郎',
  ]);

  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await screen.outcomes()).parts)
    .toMatchObject({ 新しく追加: 1, 取り込まない: 3 });
});

const leadsOf = {
  name: '名刺.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '会社名,氏名,部署,役職,メール,電話,従業員数',
      '株式会社架空製作所,山本 太郎,購買部,部長,yamamoto@seisaku.example.jp,03-0000-1001,100〜299名',
      '株式会社架空製作所,田中 次郎,営業部,課長,tanaka@seisaku.example.jp,03-0000-1001,',
      '仮想商事株式会社,佐藤 花子,総務部,課長,sato@shoji.example.jp,03-0000-2001,',
    ].join('\r\n'),
  ),
};

test('a customer list: the same name sets, a similar one is asked, and all of it is taken back', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/imports');
  await new ImportScreen(page).takeIn(leadsOf);
  await app.show('/companies');
  const main = page.getByRole('main');
  await expect(main.getByRole('row')).toHaveCount(3);
  await app.inspect('companies');
  await main.getByRole('link', { name: '取引先リストで区分を付ける' }).press('Enter');
  await main.getByRole('textbox', { name: '会社の一覧' }).focus();
  await page.keyboard.insertText('株式会社架空製作所\n株式会社仮想商事\n新顔電機株式会社');
  await page.keyboard.press('Control+Enter');
  const table = page.getByRole('table', { name: 'この区分を付けます' });
  await expect(table.locator('tfoot td')).toHaveText('3');
  const ask = main.getByRole('checkbox', { name: '「株式会社仮想商事」は「仮想商事株式会社」と同じ会社' });
  await expect(ask).not.toBeChecked();
  await ask.press('Space');
  await expect(ask).toBeChecked();
  await app.inspect('companies-list-check');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2社・3人の区分を変え、2社を登録しました')).toBeVisible();
  await expect(main.getByRole('row', { name: /架空製作所 既存客/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(main.getByRole('row', { name: /架空製作所 見込み/ })).toBeVisible();
  await expect(main.getByRole('row')).toHaveCount(3);
});

test('a company page: its people, its kind at once, and what is known put right', async ({ app }) => {
  const { page } = app;
  await app.open('/imports');
  await new ImportScreen(page).takeIn(leadsOf);
  await app.show('/companies');
  const main = page.getByRole('main');
  await page.keyboard.press('/');
  await app.type('製作所');
  await expect(main.getByRole('row')).toHaveCount(2);
  await main.getByRole('link', { name: '株式会社架空製作所' }).press('Enter');
  await expect(main.getByRole('heading', { level: 1, name: '株式会社架空製作所' })).toBeVisible();
  await expect(main.getByRole('link', { name: '山本 太郎' }).first()).toBeVisible();
  await expect(page.getByText('100名〜299名')).toBeVisible();
  await app.inspect('company');
  await page.getByRole('combobox', { name: '会社区分' }).selectOption('customer');
  await expect(page.getByText('会社区分を「既存客」にしました')).toBeVisible();
  await expect(main.getByText('お礼の連絡').first()).toBeVisible();

  await page.getByRole('button', { name: '直す' }).press('Enter');
  await page.getByRole('textbox', { name: '資本金' }).fill('1億5,000万円');
  await page.getByRole('textbox', { name: '法人番号' }).fill('1234567890123');
  app.expectComplaint(/the server responded with a status of 400/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('この書き方は読み取れません')).toHaveCount(1);
  await app.inspect('company-edit');
  await page.getByRole('textbox', { name: '法人番号' }).fill('7000012050002');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('7000012050002')).toBeVisible();
  await expect(page.getByText('1億5,000万円')).toBeVisible();
  await main.getByRole('link', { name: '田中 次郎' }).first().press('Enter');
  await expect(page.getByRole('complementary', { name: '田中 次郎の内容' })).toBeVisible();
  await page.getByRole('link', { name: '株式会社架空製作所' }).first().press('Enter');
  await expect(main.getByRole('heading', { level: 1, name: '株式会社架空製作所' })).toBeVisible();
});
