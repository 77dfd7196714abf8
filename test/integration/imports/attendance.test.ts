import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/cards/${name}`, import.meta.url));
const ZOOM = fixture('zoom-attendees_sections_utf8.csv');

async function run(input: Parameters<TestBackend['client']['imports']['run']>[0]): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run(input));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
/** Every visit of a seminar: who, when, how many minutes. */
async function visits(): Promise<string[]> {
  const { rows } = await t.client.leads.list({});
  const found = await Promise.all(rows.map(async ({ uid }) => await t.client.leads.get({ uid })));
  return found
    .flatMap(({ name, timeline }) =>
      timeline
        .filter(event => event.kind === 'seminar.attended' && !event.retracted)
        .map(event => `${name} ${event.occurredOn} ${JSON.stringify(event.data['minutes'] ?? '–')}`),
    )
    .sort();
}

it('Zoom: who left and came back was there once, with all minutes; who did not come is set aside', async () => {
  const { counts, uid } = await run({ file: { path: ZOOM } });
  expect(counts).toMatchObject({ read: 5, new: 2, filled: 2, setAside: 1 });
  expect(await visits()).toEqual(['山本 太郎 2026-08-02 54', '鈴木 一郎 2026-08-02 57']);
  const { rows } = await t.client.imports.rows({ importUid: uid, outcome: 'setAside' });
  expect(rows).toMatchObject([{ line: 17, reason: { code: 'notAttended' } }]);

  expect((await run({ file: { path: ZOOM } })).counts).toMatchObject({ new: 0, unchanged: 4 });
  expect(await visits()).toHaveLength(2);
});

it('undo takes the visits back', async () => {
  const { uid } = await run({ file: { path: ZOOM } });
  await t.client.imports.undo({ importUid: uid });
  expect(await visits()).toEqual([]);
  await run({ file: { path: ZOOM } });
  expect(await visits()).toHaveLength(2);
});

it('whoever wants the people who did not come leaves the column out, or corrects the row', async () => {
  const { uid } = await run({ file: { path: ZOOM } });
  const { rows } = await t.client.imports.rows({ importUid: uid, outcome: 'setAside' });
  const cells = rows[0]?.cells.with(0, '') ?? [];
  const fixed = await t.client.imports.fixRows({ importUid: uid, rows: [{ line: 17, cells }] });
  expect(fixed.rows).toMatchObject([{ outcome: 'new' }]);
  expect((await visits()).some(visit => visit.startsWith('渡邊'))).toBe(false);
  await t.client.imports.undo({ importUid: uid });
  const { counts } = await run({ file: { path: ZOOM }, reading: { columns: { 0: 'ignore' } } });
  expect(counts).toMatchObject({ setAside: 0, new: 3 });
});

it('connpass: whoever cancelled is set aside, whoever came was there', async () => {
  const { counts } = await run({ file: { path: fixture('connpass_cp932.csv') } });
  expect(counts).toMatchObject({ read: 2, new: 1, setAside: 1 });
  expect(await visits()).toEqual(['山本太郎 2026-11-20 "–"']);
});

it('two visits on two days are two; the file of another day adds one', async () => {
  const head = '会社名,氏名,出席,参加時間（分）,来場日';
  const path = join(t.dir, 'a.csv');
  const rows = [
    '甲社,山本 太郎,○,30,2026/11/05',
    '甲社,山本 太郎,○,20,2026/11/06',
    '甲社,山本 太郎,○,5,2026/11/06',
  ];
  writeFileSync(path, [head, ...rows].join('\n'));
  await run({ file: { path } });
  expect(await visits()).toEqual(['山本 太郎 2026-11-05 30', '山本 太郎 2026-11-06 25']);
});
