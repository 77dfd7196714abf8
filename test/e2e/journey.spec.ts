import { testBackend } from '#test/helpers/backend.ts';
import { expect, test } from './support/app.ts';

test('the journey map shows where everybody is, and each figure opens its people', async ({ app }) => {
  const { page } = app;
  const store = await testBackend({ dir: app.data, now: '2026-11-27T07:00:00Z' });
  const path = `${app.data}/map.db`;
  await store.client.store.create({ path, sample: 400, seed: 3 });
  await store.backend.stop();
  await page.setViewportSize({ width: 1280, height: 720 });
  await app.open('/insights', { store: path, now: '2026-11-27T16:00:00+09:00' });
  await page.getByRole('link', { name: '導線マップ' }).click();
  const main = page.getByRole('main');
  await main.getByLabel('獲得した期間').selectOption('whole');
  const map = await (await app.client()).journey.map({ fromOn: '1970-01-01', toOn: '2026-11-27' });
  await expect(main).toContainText(
    `獲得した${map.start}人のうち、${map.reached.converted}人が商談になりました`,
  );
  await app.inspect('journey-full');
  // Everything is readable without scrolling at 1280 × 720.
  const svg = await main.getByRole('group', { name: '導線マップ' }).boundingBox();
  expect((svg?.y ?? 0) + (svg?.height ?? 1000)).toBeLessThanOrEqual(720);
  const hot = main.getByRole('link', { name: new RegExp(`^電話リスト ${map.reached.callList}人`) }).first();
  await hot.focus();
  await hot.press('Enter');
  await expect(page.getByRole('main')).toContainText('マップの人数: 電話リスト');
  await expect(page.getByRole('main')).toContainText(`1 / ${map.reached.callList}`);
  await app.show('/insights/journey');
  await page.getByRole('button', { name: '表で見る' }).press('Enter');
  await expect(page.getByRole('table', { name: '導線の表' })).toContainText('ステップメール');
  await app.inspect('journey-table');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '分析' })).toBeHidden();
  await expect(page.getByText('印刷 2026/11/27 16:00')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await app.show('/settings');
  await page.getByRole('main').getByText('English', { exact: true }).click();
  await app.show('/insights/journey');
  await app.inspect('journey-en');
});

test('the journey map without leads says what will appear', async ({ app }) => {
  const { page } = app;
  await app.open('/insights/journey');
  await expect(page.getByText('この期間に獲得したリードはありません')).toBeVisible();
  await app.inspect('journey-empty');
});
