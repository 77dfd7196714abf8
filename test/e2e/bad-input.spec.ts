import { closeSync, copyFileSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { ImportScreen } from './pages/imports.ts';
import { expect, test } from './support/app.ts';
import { startHost } from './support/host.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const files = [
  ['empty.csv', Buffer.alloc(0), '「empty.csv」は中身が空です。', '“empty.csv” is empty.'],
  [
    'photo.csv',
    PNG,
    '「photo.csv」は CSV、Excel、vCard のどれでもありません',
    '“photo.csv” is no CSV, Excel or vCard file',
  ],
  ['heads.csv', Buffer.from('会社名,氏名\n'), '「heads.csv」には名刺の行がありません。', '“heads.csv”'],
] as const;

test('files that are no cards are refused with what to do next, in both languages', async ({ app }) => {
  const { page } = app;
  await app.open('/imports');
  const imports = new ImportScreen(page);
  const alert = page.getByRole('alert');
  app.expectComplaint(/the server responded with a status of [45]\d\d/);
  for (const lang of ['ja', 'en'] as const) {
    await page.evaluate(value => localStorage.setItem('dosen.lang', value), lang);
    for (const [name, buffer, ja, en] of files) {
      await page.reload();
      await imports.choose({ name, mimeType: 'text/csv', buffer });
      await expect(alert).toContainText(lang === 'ja' ? ja : en);
      await expect(alert.locator('p')).toHaveCount(4);
    }
  }
  await app.inspect('imports-refused');
  expect((await (await app.client()).leads.list({})).total).toBe(0);
});

test('a store that cannot be used says why, in both languages, and is left as it is', async ({ app }) => {
  const { page } = app;
  test.setTimeout(90_000);
  // The browser itself reports every refused call.
  app.expectComplaint(/the server responded with a status of 400/);
  const path = join(app.data, 'team.db');
  const first = await startHost({ data: join(app.data, 'first'), store: path });
  const problems = [
    ['使っています', 'in use', path],
    ['新しい版の導線で作られた名簿です', 'newer', join(app.data, 'future.db')],
    ['一部が壊れています', 'damaged', join(app.data, 'corrupt.db')],
    ['導線の名簿ではありません', 'not a', join(app.data, 'foreign.db')],
    ['同期フォルダー(Dropbox)', 'Dropbox', join(app.data, 'Dropbox', 'team.db')],
  ] as const;
  const seed = await startHost({ data: join(app.data, 'seed'), store: problems[1][2] });
  await seed.stop();
  copyFileSync(problems[1][2], problems[2][2]);
  change(problems[1][2], "insert into kysely_migration (name, timestamp) values ('9990_later', '2030')");
  change(problems[3][2], 'create table songs (title text)');
  damage(problems[2][2]);
  mkdirSync(join(app.data, 'Dropbox'));
  let shown = false;
  for (const [ja, en, store] of problems) {
    if (shown) await app.restart({ store });
    else await app.open('/', { store });
    shown = true;
    await page.evaluate(() => localStorage.setItem('dosen.lang', 'ja'));
    await page.reload();
    await expect(page.getByRole('alert')).toContainText(ja);
    await page.evaluate(() => localStorage.setItem('dosen.lang', 'en'));
    await page.reload();
    await expect(page.getByRole('alert')).toContainText(en);
  }
  await app.inspect('store-problem');
  await app.restart({ store: path });
  await page.getByRole('button', { name: '閲覧だけで開く' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await first.stop();
});

/** Changes a store file behind the app's back. */
function change(path: string, sql: string): void {
  const raw = new BetterSqlite3(path);
  raw.exec(sql);
  raw.close();
}

/** Writes over the first page, as a failing disk does. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(100, 0xa5), 0, 100, 0);
  closeSync(file);
}

test('without the token of this launch nothing is shown', async ({ app }) => {
  await app.start();
  app.expectComplaint(/status of 403/);
  for (const path of ['/', '/?k=wrong', '/rpc/system/status', '/assets/index.js']) {
    const answer = await app.page.goto(`${app.host.origin}${path}`);
    expect(answer?.status()).toBe(403);
    await expect(app.page.locator('body')).toHaveText('refused');
  }
});
