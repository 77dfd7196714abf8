import { join } from 'node:path';
import { dosen } from '#test/helpers/cli.ts';
import { ImportScreen, sample } from './pages/imports.ts';
import { LeadScreen } from './pages/leads.ts';
import { expect, test } from './support/app.ts';
import { FRIDAY } from './support/host.ts';

const sum = (parts: Record<string, number>): number => Object.values(parts).reduce((a, b) => a + b, 0);

test('three card files come in, every row is accounted for, and one person stays one', async ({ app }) => {
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  await app.inspect('imports-empty');

  await screen.choose(sample.sansan);
  await expect(screen.main).toContainText('Sansan 型の書き出しファイルです');
  await expect(screen.main.getByLabel('文字コード')).toHaveValue('utf-8');
  await expect(screen.main).toContainText('先頭の目印(BOM)で判断しました。');
  await expect(screen.main).toContainText('断りのない列は、見出しで判断しました。');
  await expect(screen.field('携帯電話(1)')).toHaveValue('携帯');
  await expect(screen.column('会社名（英名）')).toContainText('使わない項目');
  await app.inspect('imports-check');
  const foretold = await screen.outcomes();
  expect(foretold.total).toBe(14);
  expect(sum(foretold.parts)).toBe(14);
  await screen.runByKey();
  await screen.expectDone();
  expect(await screen.outcomes()).toEqual(foretold);
  await app.inspect('imports-result');

  await screen.another();
  await screen.choose(sample.eight);
  await expect(screen.main).toContainText('Eight の書き出しファイルです');
  await expect(screen.main.getByLabel('文字コード')).toHaveValue('shift_jis');
  await expect(screen.main).toContainText('UTF-8 として読むと、');
  await screen.runByKey();
  await screen.expectDone();
  const eight = await screen.outcomes();
  expect(sum(eight.parts)).toBe(eight.total);

  await screen.another();
  await screen.choose(sample.camcard);
  await expect(screen.main).toContainText('CAMCARD の書き出しファイルです');
  await expect(screen.main.getByLabel('文字コード')).toHaveValue('utf-16le');
  await expect(screen.main.getByLabel('区切り')).toHaveValue('\t');
  await screen.runByKey();
  await screen.expectDone();
  const camcard = await screen.outcomes();
  expect(sum(camcard.parts)).toBe(camcard.total);
  await screen.another();
  await app.inspect('imports-history');

  const leads = new LeadScreen(app.page);
  await app.page.keyboard.press('g');
  await app.page.keyboard.press('l');
  await expect(leads.named('山本 太郎')).toHaveCount(1);
  const points = await leads.points();
  expect(points.length).toBeGreaterThan(10);
  expect(points).toEqual(points.toSorted((a, b) => b - a));
  await app.inspect('leads-full');
  await leads.search('やまもと');
  await expect(leads.rows).toHaveCount(1);
  await app.page.keyboard.press('Escape');
});

test('the screens and the command line put the same into the store', async ({ app }) => {
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  for (const file of Object.values(sample)) {
    await screen.takeIn(file);
    await screen.another();
  }
  const store = join(app.data, 'typed.db');
  for (const path of Object.values(sample)) {
    const { code, err } = await dosen([
      '--store',
      store,
      '--now',
      FRIDAY,
      'imports.run',
      JSON.stringify({ file: { path } }),
    ]);
    expect(code, err).toBe(0);
  }
  const typed = (await dosen(['--store', store, '--now', FRIDAY, 'store.exportAll'])).json();
  const shown = await (await app.client()).store.exportAll({});
  expect(comparable(shown)).toEqual(comparable(typed));
});

/** Without what differs by nature: uids and moments. */
const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'uid' || key.endsWith('At') ? undefined : inner)),
  );
