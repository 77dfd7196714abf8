import { testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { expect, test } from './support/app.ts';

test('three typed numbers give the sentence, two bars and the difference with its interval', async ({
  app,
}) => {
  const { page } = app;
  // 130 of 1,000 after, 50 of 800 before: the values are those of Newcombe's hybrid score interval by scipy.
  const store = await testBackend({ dir: app.data });
  await makeLeads(
    store,
    Array.from({ length: 1000 }, (_, i) => ({
      name: `山本 ${i}`,
      acquiredOn: '2026-05-12',
      appointmentOn: i < 130 ? '2026-06-30' : null,
    })),
  );
  await store.backend.stop();
  await app.open('/insights', { store: store.storePath });
  await app.inspect('insights-no-baseline');
  await page.getByLabel('期間のはじめ').fill('2026-01-01');
  await page.getByLabel('期間のおわり').fill('2026-03-31');
  await page.getByLabel('名刺の枚数').fill('８００');
  await page.getByLabel('商談になった数').fill('50');
  await page.getByRole('button', { name: '導入前の数字を保存' }).press('Enter');
  const main = page.getByRole('main');
  await expect(main).toContainText('商談化率は、6.3%から13.0%に上がりました。');
  await expect(main).toContainText('+6.8');
  await expect(main).toContainText(/\+4\.0.*〜.*\+9\.4/);
  await expect(main.getByRole('img', { name: /導入前後の商談化率/ })).toBeVisible();
  await app.inspect('insights-full');
  await main.getByText('表で見る').click();
  await expect(main.getByRole('table')).toContainText('130');
  await app.inspect('insights-table');
});
