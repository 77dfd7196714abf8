import { csv, ImportScreen } from './pages/imports.ts';
import { expect, test } from './support/app.ts';

const ROWS = 20_000;

const many = (rows = ROWS): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'many.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `会社名,氏名,役職,メール,電話\n${Array.from({ length: rows }, (_, i) => `架空${i}株式会社,山田 ${i}郎,部長,p${i}@example.co.jp,03-0000-${String(i).padStart(5, '0')}`).join('\n')}\n`,
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

test('a window reloaded during several files follows all of them', async ({ app }) => {
  const { page } = app;
  await app.open('/imports');
  const imports = new ImportScreen(page);
  await imports.choose(
    csv('first.csv', '会社名,氏名', '甲社,山本 太郎'),
    many(6000),
    csv('last.csv', '会社名,氏名', '乙社,佐藤 花子'),
  );
  await expect(imports.main).toContainText('件数は、どのファイルも今の名簿と比べたものです。');
  await expect(imports.main.getByRole('button', { name: /^3件のファイルを取り込む/ })).toBeEnabled({
    timeout: 30_000,
  });
  await page.keyboard.press('Control+Enter');
  await expect(imports.main.getByRole('row', { name: /many\.csv/ })).toContainText('取り込んでいます');
  await page.reload();
  await expect(imports.main.getByRole('row', { name: /first\.csv/ })).toContainText('結果');
  await expect(imports.main.getByRole('row', { name: /last\.csv/ })).toContainText('待っています');
  await app.picture('imports-several-reloaded');
  await expect(imports.main).toContainText('ファイルごとに元に戻せます。', { timeout: 45_000 });
  await app.picture('imports-several-done');
  await expect(imports.main.getByRole('row', { name: /many\.csv/ })).toContainText('6,000');
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
