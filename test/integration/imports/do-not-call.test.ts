import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

async function bring(text: string): Promise<void> {
  const path = join(t.dir, 'cards.csv');
  writeFileSync(path, `会社名,氏名,電話,メール,電話禁止\n${text}`);
  await finished(await t.client.imports.run({ file: { path } }));
}
const standing = async () => {
  const { rows } = await t.client.leads.list({});
  return Object.fromEntries(rows.map(row => [row.name, [row.doNotCall, row.nextKind]]));
};

it('who must not be called stays so: a file may say it, none may lift it, and undo takes it back', async () => {
  await bring(
    '架空工業,佐藤 一,03-0000-1001,sato@example.jp,○\n見本商事,鈴木 次郎,03-0000-1002,suzuki@example.jp,\n',
  );
  expect(await standing()).toEqual({
    '佐藤 一': [true, 'stepMail'],
    '鈴木 次郎': [false, 'stepMail'],
  });
  await bring(
    '架空工業,佐藤 一,03-0000-1001,sato@example.jp,\n見本商事,鈴木 次郎,03-0000-1002,suzuki@example.jp,NG\n',
  );
  expect(await standing()).toMatchObject({ '佐藤 一': [true, 'stepMail'], '鈴木 次郎': [true, 'stepMail'] });
  await t.client.history.undo({});
  expect(await standing()).toMatchObject({ '佐藤 一': [true, 'stepMail'], '鈴木 次郎': [false, 'stepMail'] });
});
