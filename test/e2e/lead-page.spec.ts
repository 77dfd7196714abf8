import type { Locator } from '@playwright/test';
import { ImportScreen, sample } from './pages/imports.ts';
import { convert, LeadScreen } from './pages/leads.ts';
import { type App, expect, test } from './support/app.ts';

async function openLead(app: App): Promise<Locator> {
  await app.open('/imports');
  await new ImportScreen(app.page).takeIn(sample.sansan);
  await app.show('/leads');
  const leads = new LeadScreen(app.page);
  await leads.search('山本 太郎');
  await expect(leads.rows).toHaveCount(1);
  await app.page.keyboard.press('Escape');
  await leads.named('山本 太郎').press('Enter');
  await expect(leads.drawer).toContainText('連絡先と属性');
  return leads.drawer;
}
const stored = async (app: App) => {
  const client = await app.client();
  const uid = (await client.leads.list({ search: '架空ソリューションズ' })).rows[0]?.uid ?? '';
  return await client.leads.get({ uid });
};

test('facts are typed in their places: Enter, Tab, Esc, and a refused text stays', async ({ app }) => {
  const { page } = app;
  const drawer = await openLead(app);
  const field = (name: string) => drawer.getByLabel(name, { exact: true });
  await page.keyboard.press('F2');
  await expect(field('会社名')).toBeFocused();
  await app.inspect('lead-editing');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(field('役職')).toBeFocused();
  await app.type('取締役');
  await page.keyboard.press('Tab');
  await expect(field('氏名')).toBeFocused();
  await expect(drawer.getByRole('button', { name: '役職 取締役 を直す' })).toBeVisible();
  await expect.poll(async () => (await stored(app)).titleRank).toBe(2);
  await app.type('打ちかけ');
  await page.keyboard.press('Escape');
  await expect(drawer.getByRole('button', { name: '氏名 山本 太郎 を直す' })).toBeFocused();
  expect((await stored(app)).name).toBe('山本 太郎');

  app.expectComplaint(/status of 4\d\d/);
  await drawer
    .getByRole('button', { name: /^メール .*を直す$/ })
    .first()
    .press('Enter');
  await app.type('アドレスではない');
  await page.keyboard.press('Enter');
  await expect(drawer.getByText(/メールアドレスの形になっていません/)).toBeVisible();
  await expect(field('メール')).toHaveValue('アドレスではない');
  await field('メール').press('Escape');

  await drawer.getByRole('button', { name: '電話・メールを足す' }).press('Enter');
  await app.type('０３-0000-2002 内線 12');
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('button', { name: '直通 03-0000-2002 内線 12 を直す' })).toBeVisible();
  expect((await stored(app)).contactPoints.map(point => point.ext)).toContain('12');

  await drawer.locator('summary').filter({ hasText: '元の行を見る' }).first().press('Enter');
  await expect(drawer.locator('details[open]')).toContainText('山本');
  await app.inspect('lead-page');
});

test('a conversion keeps its Enter and its Esc', async ({ app }) => {
  const { page } = app;
  const drawer = await openLead(app);
  await drawer.getByRole('button', { name: /^フリガナ .*を直す$/ }).press('F2');
  const kana = drawer.getByLabel('フリガナ', { exact: true });
  await expect(kana).toBeFocused();
  await convert(kana, 'ヤマモト ジロウ');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stored(app)).kana).toBe('ヤマモト ジロウ');
});

test('people leave: into the trash and back, and for good when they ask', async ({ app }) => {
  const { page } = app;
  const drawer = await openLead(app);
  await drawer.getByRole('button', { name: '対応を記録' }).press('Enter');
  await drawer.getByRole('button', { name: '資料請求・問い合わせなどを記録' }).press('Enter');
  await page.getByLabel('対応', { exact: true }).selectOption('material.requested');
  await page.getByLabel('メモ', { exact: true }).first().fill('カタログを送った');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toContainText('カタログを送った');

  await drawer.getByRole('button', { name: 'ごみ箱へ' }).press('Enter');
  await expect(page.getByText('ごみ箱へ移しました')).toBeVisible();
  await app.show('/leads/trash');
  const { rows } = new LeadScreen(page);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('あと30日');
  await expect(page.getByRole('main')).toContainText('1人。30日たつと完全に消えます。');
  await page.getByRole('grid').press('Space');
  await app.inspect('trash');
  await page.getByRole('toolbar').getByRole('button', { name: 'ごみ箱から戻す' }).press('Enter');
  await page.getByRole('button', { name: '1人を変える' }).press('Enter');
  await expect(page.getByText('ごみ箱は空です')).toBeVisible();
  await app.inspect('trash-empty');
  await page.getByRole('button', { name: 'リードへ戻る' }).press('Enter');
  await expect(page.getByRole('columnheader', { name: '次回アクション' })).toBeVisible();

  const { uid } = await stored(app);
  await app.show(`/leads/${uid}`);
  await drawer.getByRole('link', { name: '個人情報を消す' }).press('Enter');
  const confirm = page.getByLabel('確かめるために「山本 太郎」と入れてください');
  await expect(confirm).toBeVisible();
  await app.inspect('erase');
  app.expectComplaint(/status of 4\d\d/);
  await confirm.fill('山田');
  await page.getByRole('button', { name: '完全に消す' }).press('Enter');
  await expect(page.getByText('入力した名前が、この人の氏名と違います。')).toBeVisible();
  await confirm.fill('山本太郎');
  await page.getByRole('button', { name: '完全に消す' }).press('Enter');
  await expect(page.getByRole('heading', { name: '個人情報を消しました' })).toBeVisible();
  const client = await app.client();
  expect((await client.leads.list({ search: '山本 太郎' })).total).toBe(0);
});
