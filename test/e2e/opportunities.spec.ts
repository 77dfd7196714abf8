import { type Client, expect, test } from './support/app.ts';

/** Friday 2026-11-20 16:00 in Tokyo; Monday 23 is 勤労感謝の日. */
const FRIDAY_AFTERNOON = '2026-11-20T07:00:00Z';

async function appointment(client: Client, companyName: string, name: string): Promise<string> {
  await client.leads.create({ companyName, name, title: '営業部長', phone: '03-0000-1001' });
  const uid = (await client.leads.list({ search: name })).rows[0]?.uid ?? '';
  await client.calls.record({
    leadUid: uid,
    outcome: 'appointment',
    nextAt: '2026-11-26T14:00:00+09:00',
    place: '先方 3階',
    note: '来月の稟議に間に合わせたい',
  });
  return uid;
}

test('an appointment is handed over, accepted and given back by keyboard alone', async ({ app }) => {
  const { page } = app;
  // A picture of the preview looks into its frame, which runs no script.
  app.expectComplaint(/Blocked script execution in 'about:srcdoc'/);
  await app.open('/', { now: FRIDAY_AFTERNOON });
  const client = await app.client();
  const [me] = await client.members.list({});
  await client.members.save({ uid: me?.uid, name: '佐藤 花子', roles: ['inside', 'manager'] });
  await client.members.save({ name: '鈴木 一郎', roles: ['field'] });
  const leadUid = await appointment(client, 'あおぞら架空製作所', '山本 太郎');

  const row = page.locator('.queue-row', { hasText: '山本 太郎' });
  await expect(row).toContainText('営業への引き渡しがまだです');
  await row.press('Enter');
  await expect(page.getByRole('heading', { name: '山本 太郎を営業へ引き渡す' })).toBeVisible();
  await expect(page.getByLabel('引き渡す相手')).toHaveValue(/.+/);
  await expect(page.getByLabel('場所')).toHaveValue('先方 3階');
  const save = page.getByRole('button', { name: '引き渡す', exact: false }).last();
  await expect(save).toBeDisabled();
  await page.getByLabel('相手が話したこと・伝えたいこと').fill('更新が3月。決めるのは工場長。');
  for (const line of ['困りごとと、解決したいこと', 'いつまでに決めたいか', '次に会う日'])
    await page.getByRole('checkbox', { name: line }).press('Space');
  await page.getByRole('button', { name: 'もう1つ' }).press('Enter');
  await page.getByRole('textbox', { name: '約束した資料' }).fill('導入事例集');
  await app.inspect('deal-hand-over');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('山本 太郎を引き渡しました')).toBeVisible();
  await expect(page.getByRole('table', { name: '引き渡し' })).toContainText('佐藤 花子 → 鈴木 一郎');

  await page.getByRole('button', { name: '引き渡しカード' }).press('Enter');
  await expect(page.locator('.preview-frame')).toHaveAttribute('srcdoc', /更新が3月。決めるのは工場長。/);
  await app.picture('deal-card');
  await page.keyboard.press('Escape');

  await app.show('/');
  await page.getByRole('radio', { name: '自分' }).press('ArrowRight');
  await expect(row).toContainText('引き受けるか、差し戻すか');
  await row.focus();
  await app.inspect('deal-today');
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog')).toContainText('山本 太郎を差し戻す');
  await page.keyboard.press('Escape');

  await app.show('/opportunities');
  await expect(page.getByText('鈴木 一郎')).toBeVisible();
  await app.inspect('deal-waiting');
  await page.getByRole('button', { name: '引き受ける' }).focus();
  await page.keyboard.press('y');
  await expect(page.getByText('山本 太郎を引き受けました')).toBeVisible();
  const card = page.locator('.deal-card', { hasText: '山本 太郎' });
  await card.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('region', { name: 'ヒアリング' })).toContainText('山本 太郎');
  await expect(card).toBeFocused();
  await card.dragTo(page.getByRole('region', { name: '提案' }));
  await expect(page.getByRole('region', { name: '提案' })).toContainText('山本 太郎');
  await app.inspect('deal-board');

  await card.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'あおぞら架空製作所' })).toBeVisible();
  await page.getByRole('button', { name: 'アポの日を直す' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('アポの日').fill('11/19');
  await dialog.getByLabel('直す理由').fill('電話は木曜だった');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('main')).toContainText(
    'アポの日を 11/20(金) から 11/19(木) に直しました(電話は木曜だった)',
  );
  await app.inspect('deal-page');

  await page.getByRole('button', { name: '差し戻す' }).focus();
  await page.keyboard.press('b');
  await dialog.getByLabel('次に様子を見る日').fill('2027/1/15');
  await dialog.getByRole('button', { name: '時期尚早' }).focus();
  await page.keyboard.press('1');
  await app.inspect('deal-return');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('山本 太郎を差し戻しました')).toBeVisible();
  await expect
    .poll(async () => await client.leads.get({ uid: leadUid }))
    .toMatchObject({ stage: 'open', nextKind: 'nurture', nextOn: '2027-01-15', ownerName: '佐藤 花子' });
  await app.show('/opportunities');
  await expect(page.getByRole('main')).toContainText('返事のあった1件のうち1件が差し戻されました。');
  await expect(page.getByRole('main')).toContainText('返事のあった引き渡しが5件からです');
  await page.evaluate(() => localStorage.setItem('dosen.lang', 'en'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Opportunities' })).toBeVisible();
  await app.inspect('deal-board-en');
});

test('a lone member takes it over with the same key, and the criteria are the team’s own', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/opportunities/criteria', { now: FRIDAY_AFTERNOON });
  const client = await app.client();
  await page.getByRole('button', { name: '項目を足す' }).press('Enter');
  await page.getByLabel('項目の文').last().fill('見積もりを頼まれた');
  await page.getByRole('checkbox', { name: '必須' }).last().press('Space');
  await app.inspect('deal-criteria');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('商談化基準 第2版を決めました')).toBeVisible();

  const leadUid = await appointment(client, '株式会社みなと架空物流', '小川 直樹');
  await app.show('/opportunities');
  await expect(page.getByText('引き渡し未完')).toBeVisible();
  await page.getByRole('link', { name: '引き渡す' }).press('Enter');
  await page.getByLabel(/基準を満たさずに引き渡す理由（必須があと4つ）/).fill('社長どうしの約束');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('小川 直樹を引き渡しました')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('引き受けずみ');
  await expect(page.getByRole('main')).toContainText('社長どうしの約束');
  await expect
    .poll(async () => await client.leads.get({ uid: leadUid }))
    .toMatchObject({ nextKind: 'meeting', nextOn: '2026-11-26' });
});
