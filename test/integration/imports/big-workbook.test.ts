import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
let path: string;
beforeEach(async () => {
  t = await testBackend();
  path = join(t.dir, 'cards.xlsx');
});
afterEach(async () => await t.stop());

const ROWS = 12_000;
const sheet = () => [
  ['会社名', '氏名', 'メール', '電話', '住所'],
  ...Array.from({ length: ROWS }, (_, i) => [
    `架空工業${i}株式会社`,
    `佐藤 一${i}`,
    `p${i}@example.jp`,
    `03-0000-${1000 + (i % 9000)}`,
    `東京都架空区${i}-2-3`,
  ]),
];

/** The longest time nobody else got a turn, and how long the work took. */
async function watched(work: () => Promise<unknown>): Promise<{ longest: number; total: number }> {
  const start = performance.now();
  let [longest, last] = [0, start];
  const turns = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  await work();
  clearInterval(turns);
  longest = Math.max(longest, performance.now() - last);
  return { longest, total: performance.now() - start };
}

it('a big workbook is read beside the process, which goes on answering', async () => {
  writeFileSync(
    path,
    await writeExcelFile(
      sheet().map(row => row.map(value => ({ value }))),
      {},
    ).toBuffer(),
  );
  let rows = 0;
  const { longest, total } = await watched(async () => {
    rows = (await t.client.imports.preview({ file: { path } })).counts.read;
  });
  expect(rows).toBeGreaterThan(0);
  expect(longest).toBeLessThan(total / 2);
});

it('a big workbook that is cut off is refused by the same name as a small one', async () => {
  writeFileSync(
    path,
    await writeExcelFile(
      sheet().map(row => row.map(value => ({ value }))),
      {},
    ).toBuffer(),
  );
  const whole = readFileSync(path);
  expect(whole.length).toBeGreaterThan(128 * 1024);
  writeFileSync(path, whole.subarray(0, Math.floor(whole.length * 0.97)));
  await expect(t.client.imports.preview({ file: { path } })).rejects.toMatchObject({
    code: 'FILE_WORKBOOK_BROKEN',
    data: { name: 'cards.xlsx' },
  });
});
