import { readFile } from 'node:fs/promises';
import { openSheet, saveSheet } from '#test/helpers/call-sheet.ts';
import { pageCode } from '#shared/domain/calls/list-number.ts';
import { type App, type Client, expect, test } from './support/app.ts';

/** A store of sample leads with one list that went out as a sheet; 50 rows at least. */
async function listOut(
  app: App,
): Promise<{ client: Client; list: { uid: string; number: string; rows: number } }> {
  await app.start();
  const client = await app.client();
  await client.store.create({ practice: true, sample: 1000 });
  const { lists } = await client.callLists.generate({ perCaller: 60 });
  const list = lists.toSorted((a, b) => b.rows - a.rows)[0];
  if (!list) throw new Error('no list');
  await client.callLists.sheet({ uid: list.uid });
  return { client, list };
}

test('fifty results are typed back with the keyboard alone', async ({ app }) => {
  test.slow();
  const { page } = app;
  const { client, list } = await listOut(app);
  expect(list.rows).toBeGreaterThanOrEqual(50);
  await app.open('/calls/entry');
  const rows = page.getByRole('table', { name: '紙と同じ順の行' }).locator('tbody tr');
  await expect(rows).toHaveCount(list.rows);
  await expect(page.getByLabel('リスト番号')).toHaveValue(list.number);
  await app.inspect('entry');

  const plain = ['1', '2', '3', '5', '8', '9'];
  const started = performance.now();
  for (let i = 0; i < 50; i++) {
    if (i === 3) {
      await page.keyboard.press('4');
      await app.type('1225 1400 年末に');
      await page.keyboard.press('Enter');
    } else if (i === 7) {
      await page.keyboard.press('7');
      await page.keyboard.press('2');
    } else if (i === 11) {
      await page.keyboard.press('6');
      await app.type('１２２５　１０３０ 本社');
      await page.keyboard.press('ArrowDown');
    } else if (i === 13) {
      await page.keyboard.press('0');
      await page.keyboard.press('Enter');
      await expect(page.getByText('日付を入れてください(例 1125)。')).toBeVisible();
      await app.type('1225');
      await page.keyboard.press('Enter');
    } else await page.keyboard.press(plain[i % plain.length] ?? '1');
  }
  await expect(page.getByRole('main')).toContainText(`50/${list.rows} 入力済`);
  await expect.poll(async () => (await client.callLists.get({ uid: list.uid })).done).toBe(50);
  test.info().annotations.push({
    type: '50 results',
    description: `${Math.round(performance.now() - started)} ms`,
  });
  const stored = await client.callLists.entry({ uid: list.uid });
  const results = stored?.items.map(row => row.result?.outcome ?? null) ?? [];
  expect(results.slice(0, 15)).toEqual([
    'noAnswer',
    'away',
    'gatekeeper',
    'callback',
    'badNumber',
    'notTarget',
    'noAnswer',
    'declined',
    'gatekeeper',
    'material',
    'badNumber',
    'appointment',
    'noAnswer',
    'other',
    'gatekeeper',
  ]);
  expect(results.slice(0, 50)).not.toContain(null);
  expect(stored?.items[3]?.result).toMatchObject({ nextMinute: 840, note: '年末に' });
  expect(stored?.items[7]?.result).toMatchObject({ reason: 'budget' });
  await app.inspect('entry-typed');

  // The next morning the paper is still out, and 今日 says so.
  await client.system.setClock({ now: '2026-11-24T09:00:00+09:00' });
  await app.show('/');
  await expect(page.getByRole('main')).toContainText('入力待ちの紙のリスト');
  await app.picture('today-papers-light');
  await page.locator('a[href*="/calls/entry/"]').press('Enter');
  await expect(rows.nth(50)).toHaveAttribute('aria-selected', 'true');
  await page.evaluate(() => localStorage.setItem('dosen.lang', 'en'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Type results in' })).toBeVisible();
  await page.keyboard.press('4');
  await app.picture('entry-en-light');
});

test('a list number is checked, a scanned page opens at its first row, and a row is taken back', async ({
  app,
}) => {
  const { page } = app;
  const { client, list } = await listOut(app);
  const serial = Number(list.number.split('-')[0]);
  await app.open('/calls/entry');
  const rows = page.getByRole('table', { name: '紙と同じ順の行' }).locator('tbody tr');
  const field = page.getByLabel('リスト番号');
  await expect(rows).toHaveCount(list.rows);

  app.expectComplaint(/status of 400/);
  await page.keyboard.press('l');
  await page.keyboard.type(`${serial}${(Number(list.number.at(-1)) + 1) % 10}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('最後の1けたの確かめ算が合いません');

  // What a scanner types, from wherever the focus is.
  await page.keyboard.type(pageCode(serial, 2));
  await page.keyboard.press('Enter');
  await expect(rows.nth(12)).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveValue(list.number);
  expect((await client.callLists.get({ uid: list.uid })).done).toBe(0);

  await page.keyboard.press('Space');
  await expect(rows.nth(12)).toContainText('かけていない');
  await page.keyboard.press('1');
  await expect(rows.nth(13)).toContainText('不在');
  await page.keyboard.press('m');
  await app.type('午後がよい');
  await page.keyboard.press('Enter');
  await expect(rows.nth(13)).toContainText('午後がよい');
  await expect(rows.nth(14)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+D');
  await expect(rows.nth(14)).toContainText('電話禁止');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('2');
  await expect(rows.nth(14)).toContainText('電話禁止');
  await page.keyboard.press('Backspace');
  await expect(rows.nth(14)).toContainText('未');
  await expect.poll(async () => (await client.callLists.get({ uid: list.uid })).done).toBe(1);

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('このリストの入力は終わっています。')).toBeVisible();
  expect(await client.callLists.entry({ uid: list.uid })).toMatchObject({
    typedBackAt: expect.any(String) as unknown as string,
  });
});

test('a sheet that came back is checked row by row, then recorded and taken back as one', async ({ app }) => {
  const { page } = app;
  const { client, list } = await listOut(app);
  await app.open(`/calls/${list.uid}`);
  await page.getByRole('button', { name: '印刷の見本' }).press('Enter');
  app.expectComplaint(/Blocked script execution in 'about:srcdoc'/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Excel で保存' }).press('Enter');
  const bytes = await readFile(await (await download).path());
  expect((await download).suggestedFilename()).toMatch(/^電話リスト_.*\.xlsx$/);
  await page.keyboard.press('Escape');

  const sheet = await openSheet(bytes);
  const [first, second, third, fourth] = sheet.rows;
  Object.assign(first ?? {}, { 結果: '不在' });
  Object.assign(second ?? {}, { 結果: '再TEL', 次回の日付: '2026/12/25', 次回の時刻: '14:00' });
  Object.assign(third ?? {}, { 結果: 'つながらない' });
  Object.assign(fourth ?? {}, { 結果: '担当者不在' });
  sheet.rows = sheet.rows.toReversed();
  const { path } = await saveSheet(app.data, '戻り.xlsx', sheet);
  const before = await client.callLists.entry({ uid: list.uid });
  const { listRowUid, calledOn } = { listRowUid: before?.items[3]?.uid ?? '', calledOn: before?.days.at(-1) };
  if (calledOn === undefined) throw new Error('no day');
  await client.calls.typeBack({ listRowUid, calledOn, outcome: 'material' });

  await app.show('/calls');
  await page.getByRole('link', { name: 'Excel を読み取る' }).press('Enter');
  await page.getByLabel('ファイルを選ぶ').setInputFiles(path);
  const main = page.getByRole('main');
  await expect(main).toContainText('「つながらない」はコード表にありません');
  await expect(main).toContainText('どちらにしますか 1');
  await app.inspect('sheet-back');
  await page.getByRole('radiogroup').getByText('シート', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Excel の結果を3件記録しました')).toBeVisible();
  const after = await client.callLists.entry({ uid: list.uid });
  expect(after?.items.slice(0, 4).map(row => row.result?.outcome ?? null)).toEqual([
    'noAnswer',
    'callback',
    null,
    'away',
  ]);
  await page.getByRole('button', { name: '元に戻す', exact: true }).last().press('Enter');
  await expect.poll(async () => (await client.callLists.get({ uid: list.uid })).done).toBe(1);
});
