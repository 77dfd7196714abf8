import { readFileSync } from 'node:fs';
import { expect, test } from './support/app.ts';

const PLACES = [
  ['t', '今日', 'Today'],
  ['l', 'リード', 'Leads'],
  ['c', '電話', 'Calls'],
  ['m', 'メール', 'Mail'],
  ['d', '商談', 'Opportunities'],
  ['i', '分析', 'Insights'],
  ['w', '週次会議', 'Weekly review'],
  ['s', '設定・ガイド', 'Settings and guide'],
] as const;

test('the first start asks nothing and offers three ways in', async ({ app }) => {
  const { page } = app;
  await app.open();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: '名刺CSVを取り込む' })).toBeVisible();
  await expect(main.getByRole('link', { name: '貼り付け・手入力' })).toBeVisible();
  await expect(main.getByRole('button', { name: 'サンプルで試す' })).toBeVisible();
  await app.inspect('today-first');
  await main.getByRole('link', { name: '貼り付け・手入力' }).press('Enter');
  await expect(page).toHaveURL(/#\/imports\/paste$/);
  await app.inspect('imports-paste');
});

test('every place is useful while empty, reached by two keys, in Japanese and in English', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  for (const [letter, name] of PLACES) {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await expect(page.getByRole('navigation').getByRole('link', { name })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await expect(page.getByRole('main').getByRole('heading', { level: 1, name })).toBeVisible();
    if (letter !== 't') await app.inspect(`empty-${letter}-ja`);
  }
  await page.getByRole('main').getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (const [letter] of PLACES) {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await page.screenshot({ path: `test-results/screens/empty-${letter}-en.png` });
    // The mails themselves are written in Japanese for Japanese customers, whoever looks at them.
    const words = await page
      .locator(letter === 'm' ? '.shell-header, .shell-nav, [role=tablist]' : 'body')
      .allInnerTexts();
    expect(japanese(words.join(' ')), `untranslated on ${letter}`).toEqual([]);
  }
});

/** Runs of Japanese letters that an English screen may not hold: all but the app's name, 日本語 and holidays. */
const japanese = (text: string): string[] =>
  (text.match(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]+/gu) ?? []).filter(
    run => !['導線', '日本語'].includes(run) && !/(の日|休日|振替|元日|天皇誕生|春分|秋分)/.test(run),
  );

test('members are typed in one after the other, a backup is taken, and gone back to', async ({ app }) => {
  const { page } = app;
  await app.open('/settings');
  await page.getByLabel('名前', { exact: true }).focus();
  await app.type('佐藤 花子');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: '佐藤 花子' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '控えを取る' }).press('Enter');
  const backup = await (await download).path();
  await expect(page.getByLabel('名前', { exact: true })).toHaveValue('');
  await page.getByLabel('名前', { exact: true }).focus();
  await app.type('伊藤 誠');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: '伊藤 誠' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '控えに戻す' }).press('Enter');
  await (await chooser).setFiles({ name: '金曜の控え.db', mimeType: '', buffer: readFileSync(backup) });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('金曜の控え.db');
  await dialog.getByRole('button', { name: 'この控えに戻す' }).press('Enter');
  await expect(page.getByText('控えに戻しました。前の名簿も同じ場所に残してあります')).toBeVisible();
  await page.getByRole('button', { name: '使う人のメニュー' }).press('Enter');
  await expect(page.getByRole('button', { name: '佐藤 花子' })).toBeVisible();
  await expect(page.getByRole('button', { name: '伊藤 誠' })).toHaveCount(0);
});

test('brightness follows the choice and survives a reload', async ({ app }) => {
  const { page } = app;
  await app.open('/settings');
  await page.getByRole('main').getByText('暗い', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('the palette opens a place by typing, and an Enter of the input method chooses nothing', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('searchbox').or(page.getByPlaceholder('会社・氏名・電話番号で探す'));
  await expect(field).toBeFocused();
  await app.inspect('palette');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'めーる', selectionStart: 3, selectionEnd: 3 });
  const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await cdp.send('Input.insertText', { text: 'メール' });
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter, key: 'Enter' });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter, key: 'Enter' });
  await expect(field).toHaveValue('メール');
  await expect(page).toHaveURL(/#\/$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/mail$/);
});
