import { ImportScreen } from './pages/imports.ts';
import { expect, test } from './support/app.ts';

const ROWS = 20_000;

const many = (): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'many.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `会社名,氏名,役職,メール,電話\n${Array.from({ length: ROWS }, (_, i) => `架空${i}株式会社,山田 ${i}郎,部長,p${i}@example.co.jp,03-0000-${String(i).padStart(5, '0')}`).join('\n')}\n`,
  ),
});

test('a window reloaded during an import of 20,000 rows finds it again, and it goes on to its end', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/imports');
  const imports = new ImportScreen(page);
  await imports.choose(many());
  await imports.runByKey();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/imports-running.png' });
  await expect(page.getByRole('heading', { name: '取り込みました' })).toBeVisible({ timeout: 45_000 });
  expect(await imports.outcomes()).toMatchObject({ total: ROWS });
  await expect(page.getByRole('link', { name: /リード 20,000/ })).toBeVisible();
});

test('中止 leaves nothing of an import', async ({ app }) => {
  const { page } = app;
  await app.open('/imports');
  const imports = new ImportScreen(page);
  await imports.choose(many());
  await imports.runByKey();
  await page.getByRole('button', { name: '中止' }).press('Enter');
  await expect(page.getByText('中止しました。1件も取り込んでいません。')).toBeVisible();
  const client = await app.client();
  expect(await client.leads.list({})).toMatchObject({ total: 0 });
  expect(await client.imports.list({})).toEqual([]);
  expect(await client.store.verify({})).toMatchObject({ ok: true });
});
