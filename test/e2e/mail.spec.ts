import { expect, test } from './support/app.ts';

test('in practice a step mail is started, sent by the clock and read in the practice mailbox', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  await page.getByRole('button', { name: 'サンプルで試す' }).press('Enter');
  await expect(page.getByText('練習モード', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  await app.inspect('practice-today');
  await app.show('/leads');
  await expect(page.locator('[data-lead-grid] [role=row][aria-selected]').first()).toBeVisible();
  await app.inspect('practice-leads');
  await app.show('/mail');
  await expect(page.getByRole('button', { name: /ランクCの人に始める/ })).toBeVisible();
  await app.inspect('mail-sequences');

  const client = await app.client();
  const lead = (await client.leads.list({ band: 'low' })).rows.find(row => row.email !== '');
  await app.show(`/leads/${lead?.uid ?? ''}`);
  await page.getByRole('button', { name: 'ステップメールを始める' }).press('Enter');
  await expect(page.getByText('1人にステップメールを始めました')).toBeVisible();
  await app.show('/mail');
  await app.host.moveTo('2026-11-24T03:00:00Z');
  await page.getByRole('tab', { name: '送信の状況' }).click();
  await expect(page.getByRole('cell', { name: '送信済み', exact: true }).first()).toBeVisible();
  await app.inspect('mail-outbox');
  await page.getByRole('tab', { name: '練習用の受信箱' }).click();
  const mail = page.getByRole('article');
  await expect(mail).toContainText('様');
  await expect(mail).toContainText('配信停止');
  await app.inspect('mail-inbox');

  const [row] = (await client.outbox.list({ state: 'planned' })).rows;
  await page.getByRole('tab', { name: '配信停止' }).click();
  await page.getByLabel('メールアドレス').fill(row?.address ?? '');
  await page.getByRole('button', { name: '配信停止にする' }).press('Enter');
  await expect(page.getByText(/配信停止にしました。予定の\d+通も止めました/)).toBeVisible();
  await expect(page.getByRole('cell', { name: '本人の申し出' })).toBeVisible();
  await app.inspect('mail-suppressions');
  // The browser itself reports the refused call.
  app.expectComplaint(/the server responded with a status of 400/);
  await page.getByLabel('メールアドレス').fill('not an address');
  await page.getByRole('button', { name: '配信停止にする' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('メールアドレスの形になっていません。');

  await page.getByRole('tab', { name: 'ステップメール' }).click();
  await page.getByRole('button', { name: /ランクCの人に始める/ }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: '始める' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/人にステップメールを始めました/)).toBeVisible();
  await expect(page.getByText('いま新しく始める人はいません。')).toBeVisible();

  await page.getByRole('button', { name: '練習を終える' }).press('Enter');
  await expect(page.getByRole('button', { name: 'サンプルで試す' })).toBeVisible();
});
