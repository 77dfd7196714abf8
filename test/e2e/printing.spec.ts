import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { type Client, expect, test } from './support/app.ts';

/** Two callers and five people to call. */
async function twoCallers(client: Client): Promise<string> {
  const [first] = await client.members.list({});
  await client.members.save({ uid: first?.uid, name: '佐藤 花子', roles: ['inside'] });
  await client.members.save({ name: '鈴木 一郎', roles: ['inside'] });
  for (const no of [1, 2, 3, 4, 5])
    await client.leads.create({
      companyName: `株式会社架空${no}号`,
      name: `山本 ${no}`,
      title: '営業部長',
      phone: `03-0000-100${no}`,
    });
  const { lists } = await client.callLists.generate({});
  return lists[0]?.uid ?? '';
}

test('a list is put on paper as its team likes it, one print for each caller, in its own words', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/');
  // The frame may run no script, not even axe's.
  app.expectComplaint(/Blocked script execution in 'about:srcdoc'/);
  const client = await app.client();
  const uid = await twoCallers(client);

  await app.show('/settings');
  await page.getByRole('link', { name: 'トークスクリプトを直す' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'トークスクリプト' })).toBeVisible();
  await app.inspect('scripts');
  await page.getByText('掘り起こし', { exact: true }).click();
  await page.getByLabel('名乗りと用件(15秒)').fill('{{担当者名}}です。ご無沙汰しております。');
  await expect(page.getByText('読むと約3秒')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('トークスクリプトを保存しました')).toBeVisible();

  await app.show(`/calls/${uid}`);
  await page.keyboard.press('Control+p');
  const sheet = page.frameLocator('iframe');
  await expect(sheet.locator('body')).toContainText('担当佐藤 花子表紙');
  await page.getByLabel('トークスクリプト').selectOption('掘り起こし');
  await expect(sheet.locator('body')).toContainText('佐藤 花子です。ご無沙汰しております。');
  await page.getByLabel('行の高さ').selectOption('詰め 17行');
  await expect(sheet.locator('.list tbody tr')).toHaveCount(17);
  await page.getByLabel('担当').selectOption('鈴木 一郎');
  await expect(sheet.locator('body')).toContainText('担当鈴木 一郎表紙');
  await app.picture('print-preview-tight-light');
  await page.getByLabel('用紙').selectOption('縦(メモを広く)');
  await expect(sheet.locator('.list tbody')).toHaveCount(10);
  await app.picture('print-preview-portrait-light');

  const downloads: Download[] = [];
  page.on('download', download => downloads.push(download));
  await page.getByRole('button', { name: '2人分を1人ずつPDFで保存' }).press('Enter');
  await expect(page.getByText('2人分のPDFを保存しました')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => downloads.length).toBe(2);
  for (const [i, name] of ['佐藤花子', '鈴木一郎'].entries()) {
    expect(downloads[i]?.suggestedFilename()).toMatch(new RegExp(`_${name}\\.pdf$`));
    const bytes = await readFile((await downloads[i]?.path()) ?? '');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  }

  await page.keyboard.press('Escape');
  await app.show('/settings');
  await page.getByRole('main').getByText('English', { exact: true }).click();
  await app.show('/settings/scripts');
  await expect(page.getByRole('heading', { level: 1, name: 'Call scripts' })).toBeVisible();
  await app.picture('scripts-en-light');
  await app.show(`/calls/${uid}`);
  await page.keyboard.press('Control+p');
  // Paper and binding are remembered.
  await expect(page.getByLabel('Paper')).toHaveValue('portrait');
  await app.picture('print-preview-en-light');
});
