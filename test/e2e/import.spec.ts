import { join } from 'node:path';
import { dosen } from '#test/helpers/cli.ts';
import { csv, ImportScreen, sample } from './pages/imports.ts';
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

test('one column goes to several fields, chosen by keys, and is known the next time', async ({ app }) => {
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  const header = 'メモ,来場日,相手先';
  await screen.choose(csv('春.csv', header, '資料,2026/11/18,模型社 展示部 課長 山本 太郎'));
  await screen.pickField('相手先', '会社名＋部署＋役職＋氏名');
  await expect(screen.column('相手先')).toContainText('部署展示部');
  await screen.pickField('相手先', 'いくつかの項目に分ける…');
  const fields = screen.main.getByRole('combobox', { name: '「相手先」を分けて入れる項目' });
  for (const field of ['会社名', '部署', '役職', '氏名']) {
    await fields.pressSequentially(field);
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
  }
  await app.page.keyboard.press('Escape');
  await expect(screen.column('相手先').locator('dd')).toHaveText(['模型社', '展示部', '課長', '山本 太郎']);
  await app.inspect('imports-split');
  await screen.runByKey();
  await screen.expectDone();
  await screen.another();
  await screen.choose(csv('夏.csv', header, '見学,2026/11/19,見本社 企画部 部長 佐藤 花子'));
  await expect(screen.field('相手先')).toHaveValue('会社名＋部署＋役職＋氏名');
  await expect(screen.column('相手先')).toContainText('前回と同じ項目');
});

test('a file nobody knows is chosen once; the next of its kind needs no touch', async ({ app }) => {
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  await screen.choose(csv('謎.csv', 'あれ,それ', 'なに,かに'));
  await expect(screen.main).toContainText('見出しの行が見つからないため、中身から列を対応づけました');
  await expect(screen.main).toContainText('会社名・氏名・メールのどれかになる列を選んでください。');
  await expect(screen.main.getByRole('button', { name: 'このまま取り込む' })).toBeDisabled();

  await app.open('/imports');
  const header = 'あて先,窓口の方,連絡先1';
  await screen.choose(csv('夏.csv', header, '甲商事,山本 太郎,03-1234-5678'));
  await expect(screen.main).toContainText('わからない列が1つあります(あて先)。');
  await screen.pickField('あて先', '会社名');
  await expect(screen.field('窓口の方')).toHaveValue('氏名');
  await screen.pickField('連絡先1', '携帯');
  await app.inspect('imports-unknown');
  await screen.runByKey();
  await screen.expectDone();

  await screen.another();
  await screen.choose(csv('秋.csv', header, '乙商事,鈴木 花子,06-1234-5678'));
  await expect(screen.main).toContainText('前回と同じ形式です');
  await expect(screen.field('あて先')).toHaveValue('会社名');
  await expect(screen.field('連絡先1')).toHaveValue('携帯');
  await screen.runByKey();
  await screen.expectDone();
  expect((await (await app.client()).leads.list({ search: '鈴木' })).rows[0]).toMatchObject({
    companyName: '乙商事',
    phone: '06-1234-5678',
  });

  await app.show('/settings');
  await app.page.getByRole('button', { name: '「秋.csv」の形式を忘れる' }).press('Enter');
  await expect(app.page.getByText('列を選んで取り込むと、ここに残ります。')).toBeVisible();
});

test('the key that takes a file in works from a column that was just looked at', async ({ app }) => {
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  await screen.choose(csv('cards.csv', '会社名,氏名,謎', '甲商会,田中 一,あれ', '乙商会,鈴木 二,これ'));
  await screen.field('謎').focus();
  await app.page.keyboard.press('Control+Enter');
  await screen.expectDone();
});

test('a table copied from a spreadsheet comes in without a click', async ({ app }) => {
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  await screen.main.getByRole('link', { name: '貼り付け' }).press('Enter');
  await expect(screen.main.getByRole('textbox', { name: '貼り付ける表' })).toBeFocused();
  const rows = [
    '会社名\t電話\tメモ',
    '架空商会\t03-1234-5678(代)\t"一行目\n二行目"',
    '見本工業\t090-1234-5678\t',
  ];
  await app.page.evaluate(async text => await navigator.clipboard.writeText(text), rows.join('\r\n'));
  await app.page.keyboard.press('Control+v');
  await app.page.keyboard.press('Control+Enter');
  await expect(screen.field('電話')).toHaveValue('電話(代表)');
  await screen.runByKey();
  await screen.expectDone();
  expect((await screen.outcomes()).parts['新しく追加']).toBe(2);
});

test('two files come in together, and a third that cannot be read stops neither', async ({ app }) => {
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  app.expectComplaint(/400 \(Bad Request\)/);
  const broken = { name: '写真.csv', mimeType: 'text/csv', buffer: Buffer.alloc(4096, 7) };
  await screen.choose(sample.sansan, broken, sample.camcard);
  await expect(screen.main.getByRole('heading', { name: '3件のファイルの確認' })).toBeVisible();
  await expect(screen.main).toContainText('「写真.csv」は CSV、Excel、vCard のどれでもありません');
  await expect(screen.main.getByRole('row', { name: /01-sansan/ })).toContainText('Sansan 型');
  await app.inspect('imports-several');
  await expect(screen.main.getByRole('button', { name: /^2件のファイルを取り込む/ })).toBeEnabled();
  await app.page.keyboard.press('Control+Enter');
  await expect(screen.main).toContainText('3件のうち2件を取り込みました。');
  const client = await app.client();
  const done = await client.imports.list({});
  expect(done.map(row => row.counts.read)).toEqual([12, 14]);
  await screen.main.getByRole('button', { name: /05-camcard.*の取り込みを元に戻す/ }).press('Enter');
  await expect(screen.main).toContainText('元に戻しました');
  expect((await client.imports.list({})).map(row => row.undone)).toEqual([true, false]);
});

test('the key E goes through the encodings, each shown at once, and never hides the way back', async ({
  app,
}) => {
  await app.open('/imports');
  app.expectComplaint(/400 \(Bad Request\)/);
  const screen = new ImportScreen(app.page);
  await screen.choose(csv('名簿.csv', '会社名,氏名', '甲商事,山本 太郎'));
  const encoding = screen.main.getByLabel('文字コード');
  await expect(encoding).toHaveValue('utf-8');
  await expect(screen.main).toContainText('甲商事　山本 太郎');
  await app.page.keyboard.press('e');
  await expect(encoding).toHaveValue('shift_jis');
  await expect(screen.main).not.toContainText('甲商事　山本 太郎');
  for (let i = 0; i < 3; i++) {
    await app.page.keyboard.press('e');
    await expect(encoding).toBeVisible();
  }
  await expect(encoding).toHaveValue('utf-8');
  await expect(screen.main).toContainText('甲商事　山本 太郎');
  await screen.runByKey();
  await screen.expectDone();
});

test('a look-alike is answered before anything is written', async ({ app }) => {
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  await screen.takeIn(csv('a.csv', '会社名,部署,氏名,電話', '甲商事,営業部,山本 太郎,03-1111-1111'));
  await screen.another();
  await screen.choose(csv('b.csv', '会社名,部署,氏名,メール', '甲商事,企画部,山本 太郎,t@example.jp'));
  expect((await screen.outcomes()).parts).toMatchObject({ 保留: 1 });
  const dialog = await screen.openRows('保留');
  await expect(dialog).toContainText('営業部');
  await expect(dialog).toContainText('会社と氏名が同じ');
  await app.inspect('imports-asked');
  await dialog.getByRole('radio', { name: 'あとで' }).focus();
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('radio', { name: '同じ人' })).toBeChecked();
  await app.page.keyboard.press('Escape');
  await expect(screen.main).toContainText('1行に答えました');
  await expect.poll(async () => (await screen.outcomes()).parts).toMatchObject({ 保留: 0, 更新: 1 });
  expect((await (await app.client()).leads.list({})).rows[0]?.email).toBe('');
  await screen.runByKey();
  await screen.expectDone();
  const { rows } = await (await app.client()).leads.list({});
  expect(rows.map(row => [row.name, row.phone, row.email])).toEqual([
    ['山本 太郎', '03-1111-1111', 't@example.jp'],
  ]);
});

test('a name on the cards is asked once, and the answer is there for the next file', async ({ app }) => {
  await app.open('/imports');
  const client = await app.client();
  await client.members.save({ name: '鈴木 太郎', roles: ['inside'] });
  const screen = new ImportScreen(app.page);
  await screen.choose(csv('a.csv', '会社名,氏名,名刺所有者名', '甲商事,山本 太郎,スズキ'));
  const owner = screen.page.getByRole('combobox', { name: /スズキ/ });
  await expect(screen.page.getByText('新しい名前。次からは聞きません')).toBeVisible();
  await screen.chooseByKeys(owner, '鈴木 太郎');
  await screen.runByKey();
  await screen.expectDone();
  await screen.another();
  await screen.choose(csv('b.csv', '会社名,氏名,名刺所有者名', '乙商事,中村 花子,スズキ'));
  await expect(owner).toBeVisible();
  await expect(screen.page.getByText('新しい名前。次からは聞きません')).toBeHidden();
  await screen.runByKey();
  await screen.expectDone();
  const { rows } = await client.leads.list({});
  expect(rows.map(row => row.ownerName)).toEqual(['鈴木 太郎', '鈴木 太郎']);
});

/** Without what differs by nature: uids and moments. */
const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'uid' || key.endsWith('At') ? undefined : inner)),
  );
