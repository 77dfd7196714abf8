import { expect, test } from './support/app.ts';

test('leads are shared out, then a member leaves and everything goes to the others', async ({ app }) => {
  const { page } = app;
  await app.open('/leads');
  const client = await app.client();
  const uids: string[] = [];
  for (const name of ['佐藤 花子', '鈴木 一郎', '高橋 直樹'])
    uids.push((await client.members.save({ name, roles: ['inside'] })).uid);
  const [sato = '', suzuki = '', takahashi = ''] = uids;
  const [me] = await client.members.list({});
  await client.calendar.save({
    changes: { leaves: [{ memberUid: suzuki, fromOn: '2026-11-20', toOn: '2026-11-27' }] },
  });
  for (let i = 0; i < 10; i++)
    await client.leads.create({ companyName: `株式会社架空${i}`, name: `山本 ${i}郎` });
  const owned = async (owner: string): Promise<number> => (await client.leads.list({ owner })).total;

  await page.getByRole('checkbox', { name: '条件に合う全員を選ぶ' }).click();
  await page.getByRole('button', { name: '担当を割り振る' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: me?.name || '使う人' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'もう担当がいる人も割り振り直す' }).check();
  await expect(dialog.getByRole('row', { name: /鈴木 一郎/ })).toContainText('休暇のため割り振りません');
  await expect(dialog.getByRole('row', { name: /佐藤 花子/ })).toContainText('5人');
  await app.inspect('assign');
  await dialog.getByRole('button', { name: '10人を割り振る' }).press('Enter');
  await expect(page.getByText('10人を割り振りました')).toBeVisible();
  expect([await owned(sato), await owned(suzuki), await owned(takahashi)]).toEqual([5, 0, 5]);

  await app.show('/settings');
  await page.getByRole('link', { name: '割り振りと担当替え' }).press('Enter');
  await page.getByRole('checkbox', { name: '自動で割り振る' }).check();
  await page.getByRole('button', { name: '保存' }).press('Enter');
  await expect(page.getByText('自動割り振りを保存しました')).toBeVisible();
  await app.inspect('team');
  await page.getByRole('link', { name: '佐藤 花子の退職・異動・担当替え' }).press('Enter');
  await expect(page.getByText('いま5人を担当しています。')).toBeVisible();
  await page.getByLabel('そのほかのリードを渡す相手').selectOption('高橋 直樹');
  await app.inspect('hand-over');
  await page.getByRole('button', { name: '5件を渡して外す' }).press('Enter');
  await expect(page.getByText('佐藤 花子の担当を渡しました')).toBeVisible();
  expect([await owned(sato), await owned(takahashi)]).toEqual([0, 10]);
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await expect.poll(async () => [await owned(sato), await owned(takahashi)]).toEqual([5, 5]);
  const { rows } = await client.leads.list({ owner: sato, limit: 1 });
  await app.show(`/leads/${rows[0]?.uid ?? ''}`);
  await expect(page.getByText('担当: なし → 佐藤 花子')).toBeVisible();
  await app.show('/settings/members');
  await page.evaluate(() => localStorage.setItem('dosen.lang', 'en'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Owners' })).toBeVisible();
  await app.picture('team-en');
});
