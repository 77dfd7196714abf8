import { type Client, expect, test } from './support/app.ts';

/** Friday 2026-11-20 16:00 in Tokyo; Monday 23 is 勤労感謝の日. */
const FRIDAY_AFTERNOON = '2026-11-20T07:00:00Z';

async function typed(client: Client, companyName: string, name: string, title = ''): Promise<string> {
  await client.leads.create({ companyName, name, title, department: '営業部', phone: '03-0000-1001' });
  const { rows } = await client.leads.list({ search: name });
  return rows[0]?.uid ?? '';
}

const promise = async (client: Client, leadUid: string, nextAt: string, note = ''): Promise<void> =>
  void (await client.calls.record({ leadUid, outcome: 'callback', nextAt, note }));

test('today is one queue: fresh hot leads first, every row with its reason, by keyboard', async ({ app }) => {
  const { page } = app;
  await app.open('/', { now: FRIDAY_AFTERNOON });
  const client = await app.client();
  const hot = await typed(client, 'あおぞら架空製作所', '山本 太郎', '営業部長');
  const late = await typed(client, '株式会社みなと架空物流', '小川 直樹', '課長');
  const soon = await typed(client, 'かりもり食品株式会社', '吉田 真由美', '係長');
  const later = await typed(client, 'すずかけ架空電機株式会社', '髙橋 健一', '課長');
  await promise(client, late, '2026-11-20T15:00:00+09:00', '前回は会議中。午後なら話せるとのこと');
  await promise(client, soon, '2026-11-20T17:30:00+09:00');
  await promise(client, later, '2026-11-24T10:30:00+09:00');
  await client.events.record({ leadUid: hot, kind: 'quote.requested' });

  const rows = page.locator('.queue-row');
  await expect(rows.nth(0)).toContainText('あおぞら架空製作所', { timeout: 5000 });
  await expect(rows.nth(0)).toContainText('残り20時間');
  await expect(rows.nth(1)).toContainText('再TELの約束を過ぎています');
  await expect(rows.nth(1)).toContainText('前回は会議中');
  await expect(rows.nth(1)).toContainText('15:00 超過');
  await expect(rows.nth(2)).toContainText('吉田 真由美');
  await expect(page.getByRole('main')).not.toContainText('髙橋 健一');
  await app.inspect('today-queue');

  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: /山本 太郎/ })).toBeVisible();
  await page.goBack();
  // Looked at: the person goes on in the queue, under the clock.
  await expect(rows.nth(1)).toContainText('ランクAになりました');
  await expect(rows.nth(0)).toContainText('株式会社みなと架空物流');

  await rows.nth(0).press('Enter');
  const drawer = page.getByRole('complementary', { name: /小川 直樹/ });
  await expect(drawer.getByRole('button', { name: '次回を決める' })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByLabel('次にすること')).toBeFocused();
  await page.getByRole('textbox', { name: '期日' }).fill('11/25');
  await page.getByRole('textbox', { name: '時刻' }).fill('1400');
  await app.inspect('next-form');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('次回を決めました')).toBeVisible();
  await app.show('/');
  await expect(page.locator('.queue-row', { hasText: '小川 直樹' })).toHaveCount(0);
  // What was promised went out: one key, and the call after it is set.
  await client.calls.record({ leadUid: soon, outcome: 'material' });
  const material = page.locator('.queue-row', { hasText: '資料を送る約束' });
  await expect(material).toContainText('吉田 真由美');
  await material.focus();
  await page.keyboard.press('s');
  await expect(page.getByText('メールを記録しました')).toBeVisible();
  await expect(material).toHaveCount(0);
  expect(await client.leads.get({ uid: soon })).toMatchObject({
    nextKind: 'retryCall',
    nextOn: '2026-11-26',
  });
  await page.getByRole('button', { name: /先の予定/ }).press('Enter');
  await expect(page.getByRole('main')).toContainText('11/25(水) 14:00');
  await expect(page.getByRole('main')).toContainText('髙橋 健一');
  await expect(page.getByRole('main')).toContainText('11/24(火) 10:30');
});

test('the team view counts the same for everybody, and what nobody has', async ({ app }) => {
  const { page } = app;
  await page.clock.install();
  await app.open('/', { now: FRIDAY_AFTERNOON });
  const client = await app.client();
  const member = await client.members.save({ name: '佐藤 花子', roles: ['inside'] });
  const mine = await typed(client, 'あおぞら架空製作所', '山本 太郎', '営業部長');
  const nobodys = await typed(client, '株式会社みなと架空物流', '小川 直樹', '課長');
  for (const uid of [mine, nobodys]) await promise(client, uid, '2026-11-20T15:00:00+09:00');
  await client.leads.update({ uid: mine, patch: { ownerUid: member.uid } });
  await client.leads.update({ uid: nobodys, patch: { ownerUid: null } });

  await expect(page.locator('.queue-row', { hasText: '小川 直樹' })).toBeVisible();
  await expect(page.locator('.queue-row', { hasText: '山本 太郎' })).toHaveCount(0);
  await page.getByRole('radio', { name: '自分' }).press('ArrowRight');
  const table = page.getByRole('table', { name: 'チームの今日' });
  await expect(table.getByRole('row', { name: /佐藤 花子/ })).toContainText('1');
  await expect(table.getByRole('row', { name: /担当なし/ })).toContainText('1');
  await expect(page.locator('.queue-row', { hasText: '山本 太郎' })).toContainText('佐藤 花子');
  await app.inspect('today-team');
  // An idle screen follows the clock, though nothing is committed.
  await app.host.moveTo('2026-11-20T07:12:00Z');
  await page.clock.fastForward(61_000);
  await expect(page.getByText('2026年11月20日(金) 16:12')).toBeVisible();
  await page.evaluate(() => localStorage.setItem('dosen.lang', 'en'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await app.inspect('today-english');
});
