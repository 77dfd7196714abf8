import { ImportScreen, sample } from './pages/imports.ts';
import { LeadScreen } from './pages/leads.ts';
import { expect, test } from './support/app.ts';

test('an edit and an import are taken back, also after the app was started again', async ({ app }) => {
  const { page } = app;
  await app.open('/imports');
  const imports = new ImportScreen(page);
  await imports.takeIn(sample.sansan);
  await app.show('/leads');
  const leads = new LeadScreen(page);
  await leads.named('山本 太郎').click();
  await expect(leads.drawer).toContainText('点数の内訳');
  await app.inspect('lead-drawer');
  await leads.drawer.getByRole('button', { name: /^役職 .*を直す$/ }).press('Enter');
  await leads.drawer.getByLabel('役職', { exact: true }).fill('取締役');
  await page.keyboard.press('Enter');
  await expect(leads.drawer).toContainText('取締役');
  await app.restart();
  await expect(page.getByRole('button', { name: /元に戻す.*内容の変更/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('「内容の変更」を元に戻しました')).toBeVisible();
  const client = await app.client();
  const found = await client.leads.list({ search: '山本 太郎' });
  expect(found.rows[0]?.title).toBe('部長');

  await app.restart({ kill: true });
  await expect(page.getByRole('button', { name: /元に戻す.*取り込み/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('「取り込み」を元に戻しました')).toBeVisible();
  await expect(page.getByRole('link', { name: '名刺CSVを取り込む' })).toBeVisible();
  expect((await (await app.client()).leads.list({})).total).toBe(0);
});
