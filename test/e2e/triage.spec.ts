import { ImportScreen, sample } from './pages/imports.ts';
import { type App, expect, test } from './support/app.ts';

const name = (app: App) => app.page.locator('.triage-name');
const progress = (app: App) => app.page.getByRole('meter');

async function startFromResult(app: App): Promise<void> {
  await app.open('/imports');
  await new ImportScreen(app.page).takeIn(sample.sansan);
  await app.page.getByRole('link', { name: '5分で精度を上げる' }).press('Enter');
  await expect(app.page.getByRole('heading', { level: 1, name: '名刺の仕分け' })).toBeVisible();
}

const ranksOf = async (app: App) => {
  const client = await app.client();
  const [batch] = await client.triage.batches({});
  const { cards } = await client.triage.queue({ importUid: batch?.importUid ?? '' });
  return cards.map(card => card.rank);
};

test('cards are sorted by single keys, taken back, left and gone on with', async ({ app }) => {
  const { page } = app;
  await startFromResult(app);
  const total = Number(await progress(app).getAttribute('aria-valuemax'));
  expect(total).toBeGreaterThan(10);
  await app.inspect('triage-card');
  const first = await name(app).innerText();
  await page.keyboard.press('a');
  await expect(name(app)).not.toHaveText(first);
  const second = await name(app).innerText();
  await page.keyboard.press('x');
  await expect(name(app)).not.toHaveText(second);
  await page.keyboard.press('z');
  await expect(name(app)).toHaveText(second);
  await expect(page.locator('.triage-key[aria-pressed=true]')).toHaveCount(0);
  await page.keyboard.press('b');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('c');
  await expect.poll(async () => (await ranksOf(app)).slice(0, 5)).toEqual(['A', 'B', null, 'C', null]);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: '名刺の仕分け' })).toHaveCount(0);
  await app.restart();
  await app.inspect('today-triage');
  await page.getByRole('main').getByRole('link', { name: '展示会2026秋' }).press('Enter');
  // The skipped card is the first nobody has judged.
  await expect(progress(app)).toHaveAttribute('aria-valuenow', '3');
  await expect(page.getByRole('region', { name: '3枚目の名刺' })).toBeVisible();
  for (let left = total - 3; left > 0; left -= 1) {
    await page.keyboard.press('b');
    await expect(progress(app)).toHaveAttribute('aria-valuenow', String(total - left + 1));
  }
  await expect(page.getByRole('table', { name: '仕分けた結果' })).toBeVisible();
  await app.inspect('triage-done');
  await expect.poll(async () => (await ranksOf(app)).filter(rank => rank === 'B').length).toBe(total - 2);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^電話リスト \d+-\d$/ })).toBeVisible();
});

test('a memo is written without judging, and a conversion keeps its keys', async ({ app }) => {
  const { page } = app;
  await startFromResult(app);
  const first = await name(app).innerText();
  const shown = await name(app).evaluate(node => node.firstChild?.textContent);
  await page.keyboard.press('m');
  const memo = page.getByLabel('メモ');
  await expect(memo).toBeFocused();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'みつもり', selectionStart: 4, selectionEnd: 4 });
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Escape',
    code: 'Escape',
    windowsVirtualKeyCode: 229,
  });
  await expect(memo).toBeFocused();
  await session.send('Input.insertText', { text: '見積もり' });
  await page.keyboard.type(' abcx');
  await expect(memo).toHaveValue(/見積もり abcx$/);
  await expect(name(app)).toHaveText(first);
  await page.keyboard.press('Escape');
  await expect(memo).not.toBeFocused();
  await page.keyboard.press('b');
  await expect(name(app)).not.toHaveText(first);
  const client = await app.client();
  await expect
    .poll(async () => (await client.leads.list({ search: '見積もり' })).rows.map(row => row.name))
    .toEqual([shown]);
});
