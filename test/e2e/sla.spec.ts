import type { Page } from '@playwright/test';
import { type Client, expect, test } from './support/app.ts';

/** Friday 2026-11-20 16:00 in Tokyo; Monday 23 is 勤労感謝の日. */
const FRIDAY_AFTERNOON = '2026-11-20T07:00:00Z';

async function leadOf(client: Client, name: string): Promise<string> {
  const { rows } = await client.leads.list({ search: name });
  return rows[0]?.uid ?? '';
}

async function typeCard(client: Client, companyName: string, name: string): Promise<string> {
  await client.leads.create({ companyName, name, title: '営業部長', phone: '03-0000-1001' });
  return await leadOf(client, name);
}

const clipboard = async (page: Page): Promise<string> =>
  await page.evaluate(async () => await navigator.clipboard.readText());

test('a lead turns hot: the bell rings, the text is copied, the first contact is made in time', async ({
  app,
  context,
}) => {
  const { page } = app;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('/', { now: FRIDAY_AFTERNOON });
  const client = await app.client();
  const uid = await typeCard(client, '株式会社架空ソリューションズ', '山本 太郎');
  const bell = page.getByRole('button', { name: /ホットのお知らせ、まだ見ていない人 1人/ });
  await expect(bell).toHaveCount(0);
  await client.events.record({ leadUid: uid, kind: 'quote.requested' });
  await expect(bell).toBeVisible({ timeout: 5000 });

  await page.keyboard.press('b');
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('株式会社架空ソリューションズ');
  await expect(panel).toContainText('「見積もり依頼」をきっかけに');
  // Fri 16–18, Tue and Wed 9–18.
  await expect(panel).toContainText('残り20時間');
  await expect(panel).toContainText('初回接触の期限: 11/25(水) 18:00');
  await app.inspect('bell');
  await panel.getByRole('button', { name: '文面をコピー' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Slack 用にコピー' }).press('Enter');
  await expect(page.getByText('Slack に貼り付ける文面をコピーしました')).toBeVisible();
  expect(await clipboard(page)).toMatch(
    /^ホットになりました\n株式会社架空ソリューションズ 山本 太郎 様\n理由: 「見積もり依頼」をきっかけに\d+点になりました\n初回接触の期限: 11\/25\(水\) 18:00$/,
  );
  await panel.getByRole('button', { name: '伝えた' }).press('Enter');
  await page.getByRole('menuitem', { name: '口頭' }).press('Enter');
  await expect(panel).toContainText('口頭で伝えました');
  await expect(bell).toHaveCount(0);
  await panel.getByRole('link', { name: /山本 太郎/ }).press('Enter');

  const drawer = page.getByRole('complementary', { name: /山本 太郎/ });
  await expect(drawer.getByText('初回接触', { exact: true })).toBeVisible();
  await expect(drawer).toContainText('余裕');
  await page.keyboard.press('r');
  await page.keyboard.press('5');
  await expect(page.getByText('Web会議を記録しました')).toBeVisible();
  await expect(drawer).toContainText('接触できました');

  await app.show('/sla');
  await expect(page.getByText('この4週間の期限内の初回接触は 100.0%(1/1) です。')).toBeVisible();
});

test('how somebody was in touch is put down in two keys and taken back', async ({ app }) => {
  const { page } = app;
  await app.open('/leads', { now: FRIDAY_AFTERNOON });
  const client = await app.client();
  const uid = await typeCard(client, '株式会社架空ソリューションズ', '山本 太郎');
  await client.events.record({ leadUid: uid, kind: 'quote.requested' });
  await expect(page.getByRole('row', { name: /山本 太郎/ })).toBeVisible();
  await page.keyboard.press('r');
  const drawer = page.getByRole('complementary', { name: /山本 太郎/ });
  await expect(drawer.getByRole('heading', { name: '対応を記録' })).toBeVisible();
  await app.inspect('touch-pad');
  await page.keyboard.press('1');
  await expect(page.getByText('電話を記録しました')).toBeVisible();
  await expect(drawer).toContainText('着手 11/20(金) 16:00');
  await page.keyboard.press('r');
  await page.keyboard.press('y');
  await page.keyboard.press('2');
  await expect(page.getByText('メールを記録しました')).toBeVisible();
  await expect(drawer).toContainText('接触できました');
  await page.getByRole('button', { name: '元に戻す', exact: true }).last().press('Enter');
  await expect(drawer).not.toContainText('接触できました');
  await expect(drawer).toContainText('着手 11/20(金) 16:00');
});

test('a broken promise asks why, and a promise is put off with a reason', async ({ app }) => {
  const { page } = app;
  await app.open('/', { now: FRIDAY_AFTERNOON });
  const client = await app.client();
  for (const [company, name] of [
    ['株式会社架空ソリューションズ', '山本 太郎'],
    ['架空精機株式会社', '佐藤 花子'],
  ] as const)
    await client.events.record({ leadUid: await typeCard(client, company, name), kind: 'enquiry.received' });
  await app.host.moveTo('2026-11-26T01:00:00Z');
  const companyDays = [{ fromOn: '2026-11-27', toOn: '2026-11-27', name: '創立記念日' }];
  await client.calendar.save({ changes: { companyDays } });
  await app.show('/sla');
  await page.reload();
  const table = page.getByRole('table', { name: '対応期限(SLA)' });
  await expect(table.getByText('期限切れ')).toHaveCount(4);
  await expect(page.getByText('この4週間の期限内の初回接触は 0.0%(0/2) です。')).toBeVisible();
  await app.inspect('sla');
  await page
    .getByRole('combobox', { name: '遅れの理由 架空精機株式会社 佐藤 花子' })
    .first()
    .selectOption('手が足りなかった');
  await expect(page.getByText('遅れの理由を記録しました')).toBeVisible();
  await page.getByText('理由が未記入').click();
  await expect(table.locator('tbody tr')).toHaveCount(3);
  await page.getByText('期限あり').click();
  await expect(table.locator('tbody tr')).toHaveCount(4);
  await table.getByRole('button', { name: 'あとで' }).first().press('Enter');
  await page.getByRole('textbox', { name: '理由' }).fill('先方が来週に希望');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue('2026/11/30(月)');
  await app.inspect('sla-snooze');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('一覧から外しました')).toBeVisible();
  await expect(table.locator('tbody tr')).toHaveCount(3);
});

test('the agreement in five blocks becomes a new version and one sheet of paper', async ({ app }) => {
  const { page } = app;
  await app.open('/settings', { now: FRIDAY_AFTERNOON });
  await page.getByRole('link', { name: '取り決めを直す' }).press('Enter');
  await expect(page.getByText('例: 11/20(金) 16:00 にホット → 11/25(水) 18:00 まで')).toBeVisible();
  await app.inspect('sla-agreement');
  await page.getByRole('textbox', { name: '日数' }).fill('0');
  await expect(page.getByText('例: 11/20(金) 16:00 にホット → 11/20(金) 18:00 まで')).toBeVisible();
  await page.getByRole('textbox', { name: '月のホット数' }).fill('15');
  await page.getByRole('checkbox', { name: /兼務/ }).check();
  // Another window saves meanwhile: what is typed here stays, and says so.
  const client = await app.client();
  const { sla } = await client.sla.get({});
  await client.sla.save({ sla: { ...sla, timing: { ...sla.timing, accept: sla.timing.told } } });
  await client.sla.save({ sla });
  await expect(page.getByText('ほかの画面で、これより新しい内容が保存されました')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '月のホット数' })).toHaveValue('15');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/取り決め 第\d版を保存しました/)).toBeVisible();
  await expect(page.getByText('ほかの画面で、これより新しい内容が保存されました')).toHaveCount(0);
  await page.getByRole('button', { name: '取り決め書を見る' }).press('Enter');
  const sheet = page.frameLocator('iframe');
  await expect(sheet.locator('.block')).toHaveCount(5);
  await expect(sheet.locator('.sign')).toHaveCount(1);
  await expect(sheet.locator('body')).toContainText('当日の終業まで');
  // The frame may run no script, not even axe's.
  app.expectComplaint(/Blocked script execution in 'about:srcdoc'/);
  await app.picture('sla-sheet-light');
});
