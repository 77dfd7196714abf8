import { addDays, mondayOf } from '#shared/domain/base/days.ts';
import { ImportScreen, sample } from './pages/imports.ts';
import { expect, test } from './support/app.ts';

test('one question makes a list for each caller, and nobody seems lost', async ({ app }) => {
  const { page } = app;
  await app.open('/imports');
  await new ImportScreen(page).takeIn(sample.sansan);
  const client = await app.client();
  const [me] = await client.members.list({});
  await client.members.save({ uid: me?.uid, name: '佐藤 花子', roles: ['inside'] });
  const suzuki = await client.members.save({ name: '鈴木 一郎', roles: ['inside'] });
  const kato = await client.members.save({ name: '加藤 誠', roles: ['inside'] });
  const { today } = await client.system.status({});
  const monday = mondayOf(today);
  const away = (memberUid: string, days: number) => ({
    memberUid,
    fromOn: monday,
    toOn: addDays(monday, days),
  });
  await client.calendar.save({ changes: { leaves: [away(suzuki.uid, 1), away(kato.uid, 30)] } });
  await app.show('/calls');
  const plan = page.getByRole('table', { name: 'だれが何件かけるか' });
  await page.getByLabel('今週かけられる件数').fill('１０');
  await expect(plan.getByRole('row', { name: /佐藤 花子/ })).toContainText('10件');
  await expect(plan.getByRole('row', { name: /加藤 誠/ })).toContainText('お休み');
  await page.getByText('くわしい設定').click();
  await page.getByLabel('毎週、決まった時刻にリストを作る').check();
  await page.getByRole('textbox', { name: '時刻' }).fill('8時');
  await page.getByRole('button', { name: '設定を保存' }).press('Enter');
  await expect(page.getByText('電話リストの設定を保存しました')).toBeVisible();
  expect((await client.callLists.getSettings({})).settings.schedule).toEqual({
    weekday: 1,
    minute: 480,
    week: 'this',
  });
  await app.inspect('calls-plan');
  await page.getByText('くわしい設定').click();
  await page.getByLabel('今週かけられる件数').fill('３');
  await page.getByRole('button', { name: '今週の電話リストを作る' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^電話リスト \d+-\d$/ })).toBeVisible();
  const together = page.getByRole('navigation', { name: 'いっしょに作ったリスト' });
  await expect(together.getByRole('link')).toHaveCount(2);
  await expect(page.getByRole('main')).toContainText('ほかの人はここにいます');
  const rows = page.getByRole('table', { name: '電話リストの行' }).locator('tbody tr');
  const [first] = (await client.callLists.list({})).filter(list => list.callerName === '佐藤 花子');
  const { items } = await client.callLists.get({ uid: first?.uid ?? '' });
  await client.leads.update({ uid: items[0]?.leadUid ?? '', patch: { doNotCall: true } });
  await app.show(`/calls/${first?.uid ?? ''}`);
  await expect(rows.nth(0)).toContainText('電話禁止');
  await expect(page.getByText('次に印刷するときは、名前も番号も出しません。')).toBeVisible();
  await app.inspect('call-list-of-a-caller');
  await together.getByRole('link', { name: /鈴木 一郎/ }).press('Enter');
  await expect(together.getByRole('link', { name: /鈴木 一郎/ })).toHaveAttribute('aria-current', 'page');
  await app.show('/calls');
  await expect(page.getByRole('main')).toContainText('この週のリストはもうあります');
  await app.show('/');
  await expect(page.getByRole('main')).toContainText('今日 0 / 1件');
  await page.evaluate(() => localStorage.setItem('dosen.lang', 'en'));
  await page.reload();
  await app.show('/calls');
  await page.getByText('Detailed settings').click();
  await app.picture('calls-plan-en');
  await app.show('/');
  await expect(page.getByRole('main')).toContainText('0 of 1 today');
  await app.picture('today-calls-en');
});
