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
