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
  await page.keyboard.type('株式会社架空製作所');
  await page.keyboard.press('Tab');
  await page.keyboard.type('田中 次郎');
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
