import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

async function run(name: string, ...lines: string[]): Promise<void> {
  const path = join(t.dir, name);
  writeFileSync(path, lines.join('\r\n'));
  expect(await finished(await t.client.imports.run({ file: { path } }))).toMatchObject({ state: 'done' });
}
const FACTS = 'corporate_number capital_min capital_max sales_min sales_max employees_min employees_max';
const companies = () =>
  t.backend.keeper.store.raw.reader
    .prepare(`select name, ${FACTS.replaceAll(' ', ', ')} from companies order by id`)
    .all() as { name: string; corporate_number: string | null }[];

it('size, capital, sales and corporate number of a card go to its company and fill blanks only', async () => {
  await run(
    'a.csv',
    '会社名,氏名,メール,法人番号,資本金(百万円),従業員数',
    '株式会社架空商事,山本 太郎,yamamoto@example.co.jp,7000012050002,350,100～299名',
  );
  await run(
    'b.csv',
    '会社名,氏名,メール,資本金,売上高,従業員数',
    '株式会社架空商事,佐藤 花子,sato@example.co.jp,1億円,10億円以上,5名',
  );
  expect(companies()).toEqual([
    {
      name: '株式会社架空商事',
      corporate_number: '7000012050002',
      capital_min: 35_000,
      capital_max: 35_000,
      sales_min: 100_000,
      sales_max: null,
      employees_min: 100,
      employees_max: 299,
    },
  ]);
});

it('namesakes with two corporate numbers stay two companies, whatever else they share', async () => {
  await run(
    'a.csv',
    '会社名,氏名,TEL,法人番号',
    '株式会社見本,山本 太郎,03-0000-0001,7000012050002',
    '株式会社見本,佐藤 花子,03-0000-0001,8700110005901',
  );
  expect(companies().map(row => row.corporate_number)).toEqual(['7000012050002', '8700110005901']);
});
