import published from '@holiday-jp/holiday_jp/lib/holidays.js';
import { cp932 } from '#test/helpers/cp932.ts';
import { expect, test } from './support/app.ts';

test('the company calendar is pasted, looked at, changed by the keyboard, saved and taken back', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/settings');
  const client = await app.client();
  await client.members.save({ name: '佐藤 花子', roles: ['inside'] });
  const { uid } = await client.leads.create({
    companyName: '株式会社架空製作所',
    name: '山本 太郎',
    phone: '03-0000-1001',
  });
  await client.calls.record({ leadUid: uid, outcome: 'callback', nextAt: '2026-12-29T10:00:00+09:00' });

  await page.getByRole('link', { name: 'カレンダーを開く' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '営業カレンダー' })).toBeVisible();
  await expect(page.getByText('2026年の営業日は')).toBeVisible();
  await page.getByRole('button', { name: '年間カレンダーを貼り付け' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox')
    .fill('12/29(火)～1/4(月) 冬季休業\n11/28(土) 全社出勤\n12/10 健康診断\n2026/12/28(日) 休業');
  await expect(dialog.getByRole('table', { name: '読み取った日' }).getByRole('row')).toHaveCount(2);
  await expect(dialog.getByText('読み取れなかった2行')).toBeVisible();
  await expect(dialog.getByText('日付と曜日が合いません')).toBeVisible();
  await app.picture('calendar-paste');
  await dialog.getByRole('button', { name: '2件をカレンダーに入れる' }).press('Enter');

  const day = (text: string) => page.getByRole('button', { name: text });
  await expect(day('2026年12月29日(火) 会社の休み 冬季休業')).toBeVisible();
  await expect(day('2026年11月28日(土) 出勤日')).toBeVisible();
  await page.getByRole('button', { name: /^2026年11月20日\(金\)/ }).focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'PageDown']) await page.keyboard.press(key);
  await expect(day('2026年12月28日(月) 営業日')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(day('2026年12月28日(月) 会社の休み')).toBeFocused();
  await expect(page.getByText('約束1件が休業日に当たります').first()).toBeVisible();
  await app.inspect('calendar-changed');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/カレンダーを保存し/)).toBeVisible();
  await expect(page.getByRole('link', { name: '山本 太郎' })).toBeVisible();

  const saved = (await client.calendar.get({})).calendar;
  expect(saved.companyDays.map(({ fromOn, toOn, name }) => `${fromOn}..${toOn} ${name}`)).toEqual([
    '2026-12-28..2026-12-28 ',
    '2026-12-29..2027-01-04 冬季休業',
  ]);
  expect(saved.workingDays).toEqual(['2026-11-28']);
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await expect(day('2026年12月29日(火) 営業日')).toBeVisible();
  expect((await client.calendar.get({})).calendar.companyDays).toEqual([]);
});

test('presets, leave and the holiday file of the Cabinet Office', async ({ app }) => {
  const { page } = app;
  await app.open('/settings/calendar');
  await page.getByRole('button', { name: '2027年へ' }).press('Enter');
  await page.getByRole('button', { name: /^お盆/ }).press('Enter');
  await page.getByRole('button', { name: /^年末年始/ }).press('Enter');
  await page.getByLabel('だれが').focus();
  const leave = page.locator('.calendar-form').nth(1);
  await leave.getByLabel('はじまり').fill('11/24');
  await leave.getByRole('button', { name: '休暇を加える' }).press('Enter');
  await page.getByRole('button', { name: 'カレンダーを保存' }).press('Enter');
  await expect(page.getByText(/カレンダーを保存し/)).toBeVisible();
  const client = await app.client();
  const { calendar } = await client.calendar.get({});
  expect(calendar.companyDays.map(({ preset, fromOn }) => `${preset} ${fromOn}`)).toEqual([
    'obon 2027-08-13',
    'newYear 2027-12-29',
  ]);
  expect(calendar.leaves).toHaveLength(1);

  const rows = Object.keys(published)
    .filter(on => on.startsWith('2027-'))
    .map(
      on =>
        `${(on === '2027-07-19' ? '2027-07-23' : on).replace(/-0?/g, '/')},${on === '2027-07-19' ? '海の日' : '祝日'}`,
    );
  await page.getByLabel('CSV を選ぶ').setInputFiles({
    name: 'syukujitsu.csv',
    mimeType: 'text/csv',
    buffer: cp932(['国民の祝日・休日月日,国民の祝日・休日名称', ...rows, ''].join('\r\n')),
  });
  await expect(page.getByText('2027年の祝日を入れかえました')).toBeVisible();
  await expect(page.getByRole('button', { name: '2027年7月19日(月) 営業日' })).toBeVisible();
  await client.leads.create({ companyName: '株式会社架空製作所', name: '山本 太郎' });
  await app.host.moveTo('2027-07-23T01:00:00Z');
  await app.show('/');
  await page.reload();
  await expect(page.getByText('2027年7月23日(金・祝)')).toBeVisible();
  await app.show('/settings/calendar');
  await page.evaluate(() => localStorage.setItem('dosen.lang', 'en'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Business calendar' })).toBeVisible();
  await app.picture('calendar-en');
});

test('whoever leaves with unsaved changes is asked, whichever way they go', async ({ app }) => {
  const { page } = app;
  await app.start();
  const client = await app.client();
  await client.store.create({ practice: true, sample: 10 });
  await app.open('/settings');
  await page.getByRole('link', { name: 'カレンダーを開く' }).press('Enter');
  const changed = page.getByRole('button', { name: '2026年12月28日(月) 会社の休み' });
  await page.getByRole('button', { name: '2026年12月28日(月) 営業日' }).press('Space');
  await expect(changed).toBeFocused();
  const asked = page.getByRole('dialog', { name: '保存していない変更があります' });
  const ways = [
    async () =>
      await page
        .getByRole('link', { name: /^リード/ })
        .first()
        .click(),
    async () => {
      await changed.focus();
      await page.keyboard.press('g');
      await page.keyboard.press('t');
    },
    async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: '探す' }).fill('対応期限');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    async () => await page.goBack(),
    async () => await page.getByRole('button', { name: '練習を終える' }).click(),
  ];
  for (const leave of ways) {
    await leave();
    await expect(asked).toBeVisible();
    await expect(asked.getByRole('button', { name: 'ここに残る' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(asked).toHaveCount(0);
    await expect(changed).toBeVisible();
    await expect(page).toHaveURL(/#\/settings\/calendar$/);
    expect((await client.system.status({})).store?.practice).toBe(true);
  }
  const closing = page.waitForEvent('dialog');
  const reloading = page.evaluate(() => location.reload());
  const question = await closing;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await reloading;
  await expect(changed).toBeVisible();

  await client.calendar.save({ changes: { workingDays: ['2026-11-28'] } });
  await expect(page.getByText('ほかの画面で、これより新しい内容が保存されました')).toBeVisible();
  await page.goBack();
  await expect(asked).toBeVisible();
  await app.inspect('unsaved');
  await asked.getByRole('button', { name: '破棄して移動' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '設定' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('button', { name: '2026年12月28日(月) 営業日' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: '設定' })).toBeVisible();
});
