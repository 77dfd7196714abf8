import { readFile } from 'node:fs/promises';
import { ImportScreen, sample } from './pages/imports.ts';
import { expect, test } from './support/app.ts';

test('from an import to the printed list, and results by single keys', async ({ app }) => {
  const { page } = app;
  await app.open('/imports');
  await new ImportScreen(page).takeIn(sample.sansan);
  await page.getByRole('button', { name: 'この取込から電話リストを作る' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^電話リスト \d+-\d$/ })).toBeVisible();
  const rows = page.getByRole('table', { name: '電話リストの行' }).locator('tbody tr');
  await expect(rows.nth(3)).toBeVisible();
  await app.inspect('call-list');

  await page.keyboard.press('Control+p');
  const sheet = page.frameLocator('iframe');
  await expect(sheet.locator('body')).toContainText('電話リスト');
  await expect(sheet.locator('body')).toContainText('山本 太郎');
  await expect(sheet.locator('a[href^="tel:"]').first()).toBeVisible();
  // The frame may run no script, not even axe's.
  app.expectComplaint(/Blocked script execution in 'about:srcdoc'/);
  await app.picture('call-list-print-light');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF で保存' }).press('Enter');
  const pdf = await readFile(await (await download).path());
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
  await page.keyboard.press('Escape');
  await expect(page.locator('iframe')).toHaveCount(0);

  await page.keyboard.press('1');
  await expect(page.getByText('不在を記録しました')).toBeVisible();
  await expect(rows.nth(0)).toContainText('不在');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('6');
  await expect(page.getByLabel('アポの日時')).toHaveValue('2026/11/24(火)');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('アポを記録しました')).toBeVisible();
  await expect(rows.nth(1)).toContainText('アポ');
  await page.getByRole('button', { name: '元に戻す', exact: true }).last().press('Enter');
  await expect(page.getByText('「電話の結果」を元に戻しました')).toBeVisible();
  await expect(rows.nth(1)).toContainText('未');
  await expect(rows.nth(0)).toContainText('不在');
  await app.inspect('call-list-results');
});

test('the weekly list takes who is due and says whom it leaves out', async ({ app }) => {
  const { page } = app;
  await app.open('/imports');
  const imports = new ImportScreen(page);
  await imports.takeIn(sample.sansan);
  await app.show('/calls');
  await app.inspect('calls-none-yet');
  await page.getByLabel('今週かけられる件数').fill('５');
  await page.getByRole('button', { name: '今週の電話リストを作る' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^電話リスト/ })).toBeVisible();
  await expect(page.getByRole('table', { name: '電話リストの行' }).locator('tbody tr')).toHaveCount(5);
  await expect(page.getByRole('main')).toContainText('件数の上限をこえた');
  // A second one takes nobody of the first; taken back, it leaves its page, which asks for it in vain.
  app.expectComplaint(/400 \(Bad Request\)/);
  await app.show('/calls');
  await expect(page.getByRole('main')).toContainText('0 / 5件');
  await page.getByRole('button', { name: '今週の電話リストを作る' }).press('Enter');
  await expect(page.getByRole('main')).toContainText('リスト1-3に掲載');
  await page.getByRole('status').getByRole('button', { name: '元に戻す', exact: true }).press('Enter');
  await expect(page.getByText('「電話リストの作成」を元に戻しました')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '電話', exact: true })).toBeVisible();
  await app.show('/calls');
  await expect(page.getByRole('main')).toContainText('0 / 5件');
  await app.inspect('calls-full');
  await app.show('/');
  await app.inspect('today-full');
});
