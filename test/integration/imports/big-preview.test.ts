import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile } from '#test/helpers/card-file.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

const fileOf = (rows: number) => {
  const path = join(t.dir, `${rows}.csv`);
  writeFileSync(path, cardFile(rows).text);
  return { path };
};

it('shows the first rows of a big file at once, and all of them when asked', async () => {
  const file = fileOf(1500);
  const first = await t.client.imports.preview({ file });
  expect(first).toMatchObject({ whole: false, counts: { read: 1000 } });
  const all = await t.client.imports.plan({ file });
  expect(all).toMatchObject({ whole: true, counts: { read: 1500 }, columns: first.columns });
  const end = await finished(await t.client.imports.run({ file }));
  expect(end.result).toMatchObject({ counts: all.counts });
});

it('shows a file of a thousand rows whole', async () => {
  const file = fileOf(1000);
  const first = await t.client.imports.preview({ file });
  expect(first).toMatchObject({ whole: true, counts: { read: 1000 } });
  expect(await t.client.imports.plan({ file })).toEqual(first);
});
