import { expect, test } from './support/app.ts';

const NOW = '2026-11-20T01:00:00Z';

test('rules are rehearsed on everybody, saved in one step and taken back', async ({ app }) => {
  const { page } = app;
  await app.open('/', { now: NOW });
  const client = await app.client();
  for (const [name, title] of [
    ['山本 太郎', '部長'],
    ['佐藤 花子', '主任'],
    ['鈴木 一郎', '代表取締役'],
  ] as const)
    await client.leads.create({ companyName: `株式会社架空${name[0]}`, name, title, phone: '03-0000-1001' });
  await app.show('/settings/scoring');
  const main = page.getByRole('main');
  const check = page.getByRole('complementary', { name: '保存前に確認' });
  await expect(main).toContainText('このルールなら、A 0人・B 2人・C 1人');
  await expect(main).toContainText('上の2つを満たすと、合計は必ず80点以上になります');
  await app.inspect('scoring');

  // With more points for 主任 the third person is B as well.
  const rows = main.getByRole('listitem').filter({ hasText: '役職' });
  await expect(rows.nth(2)).toContainText('いま1人');
  await rows.nth(2).getByRole('textbox', { name: '役職の点' }).fill('25');
  await expect(main).toContainText('A 0人・B 3人・C 0人');
  await expect(check).toContainText('C → B　1人');
  await check.getByText('C → B').click();
  await expect(check.getByRole('link', { name: '佐藤 花子' })).toBeVisible();
  await expect(check).toContainText('電話できる A・B は3人');
  await check.getByRole('button', { name: '過去の商談に当てはめる' }).press('Enter');
  await expect(check).toContainText('商談20件と結果の出た100人が必要で');
  await app.inspect('scoring-changed');
  expect((await client.scoring.getRules({})).n).toBe(0);

  await main.getByRole('textbox', { name: '変えた理由(任意)' }).fill('主任も決める');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('ルールを変えました。点が変わったのは1人です')).toBeVisible();
  await expect(main).toContainText('いまは第1版');
  expect(await client.leads.list({ search: '佐藤' })).toMatchObject({ rows: [{ band: 'mid', total: 45 }] });
  await main.getByRole('button', { name: 'これまでのルール' }).press('Enter');
  const versions = page.getByRole('dialog', { name: 'これまでのルール' });
  await expect(versions).toContainText('主任も決める');
  await app.inspect('scoring-versions');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await expect(main).toContainText('いまは第2版');
  expect(await client.leads.list({ search: '佐藤' })).toMatchObject({ rows: [{ band: 'low', total: 30 }] });
});

test('a template and くわしい設定 by keyboard; a rule that cannot be is refused with the reason', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/settings/scoring', { now: NOW });
  const main = page.getByRole('main');
  await main.getByRole('combobox', { name: '業種のひな形' }).selectOption('製造');
  await expect(main.getByRole('listitem').filter({ hasText: '製造' }).first()).toBeVisible();
  await expect(main.getByRole('combobox', { name: '名刺交換の効き目' })).toHaveCount(0);
  await main.getByRole('switch', { name: 'くわしい設定' }).press('Space');
  await expect(main.getByRole('combobox', { name: '名刺交換の効き目' })).toHaveValue('halfLife');
  await expect(main.getByRole('textbox', { name: '名刺交換の期間(日)' })).toHaveValue('60');
  await app.inspect('scoring-advanced');
  await main.getByRole('textbox', { name: 'A でなくなる合計(これより下)' }).fill('90');
  await expect(page.getByRole('alert')).toContainText(
    'A でなくなる点は、A になる合計と同じか、それより低くします。',
  );
  await expect(main.getByRole('button', { name: 'このルールにする' })).toBeDisabled();
  await main.getByRole('button', { name: '変更をやめる' }).press('Enter');
  await expect(main).toContainText('まだ何も変えていません');
});

test('somebody is explained in a sentence, gets points by hand, and the statement is printed', async ({
  app,
}) => {
  const { page } = app;
  // The frame of the preview may not run anything, and axe tries to.
  app.expectComplaint(/Blocked script execution in 'about:srcdoc'/);
  await app.open('/', { now: NOW });
  const client = await app.client();
  const { uid } = await client.leads.create({
    companyName: '株式会社架空製作所',
    name: '山本 太郎',
    title: '部長',
  });
  await client.events.record({ leadUid: uid, kind: 'material.requested', occurredOn: '2026-11-18' });
  await client.events.record({ leadUid: uid, kind: 'page.pricing', occurredOn: '2026-11-19' });
  await app.show(`/leads/${uid}`);
  const drawer = page.getByRole('complementary', { name: /山本 太郎/ });
  await expect(drawer).toContainText('役職が部長で、資料請求のあと料金ページも見ています');
  await drawer.getByRole('button', { name: '点を足す・引く' }).press('Enter');
  await drawer.getByRole('textbox', { name: '点(引くときは −)' }).fill('7');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toContainText('理由を書いてください');
  await drawer.getByRole('textbox', { name: '理由' }).fill('社長の紹介');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('+7点を付けました')).toBeVisible();
  await expect(drawer.getByRole('row').filter({ hasText: '社長の紹介' })).toContainText('7');
  await app.inspect('lead-explained');
  await drawer.getByRole('button', { name: '点数の明細' }).press('Enter');
  await expect(page.frameLocator('iframe').getByRole('heading', { name: '点数の明細' })).toBeVisible();
  await app.picture('point-statement');
});

test('the screen speaks English too', async ({ app }) => {
  const { page } = app;
  await app.open('/settings', { now: NOW });
  await page.getByRole('main').getByText('English', { exact: true }).click();
  await page.getByRole('link', { name: 'Open the rules for points' }).press('Enter');
  await expect(page.getByRole('main')).toContainText('A lead is A (hot) when all of these hold.');
  await page.getByRole('switch', { name: 'More settings' }).press('Space');
  await app.inspect('scoring-en');
});
