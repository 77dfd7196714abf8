import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Answers, ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

/** Rows of somebody in the trash: nothing happens to them unless a person says so. */
let t: TestBackend;
let uid: string;
beforeEach(async () => {
  t = await testBackend();
  await run('first.csv', '株式会社架空,山本 太郎,yamamoto@example.jp,');
  uid = (await t.client.leads.list({})).rows[0]?.uid ?? '';
  await t.client.leads.trash({ uids: [uid] });
});
afterEach(async () => await t.stop());

function given(name: string, ...rows: string[]): { path: string } {
  const path = join(t.dir, name);
  writeFileSync(path, ['会社名,氏名,メール,携帯', ...rows].join('\r\n'));
  return { path };
}
async function take(file: { path: string }, answers: Answers = {}): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run({ file, answers }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
const run = async (name: string, ...rows: string[]) => await take(given(name, ...rows));
const AGAIN = '株式会社架空,山本 太郎,yamamoto@example.jp,090-0000-0001';
const lead = async () => await t.client.leads.get({ uid });
const inTrash = async () => (await t.client.leads.trashed({})).total;

it('is asked, and is as it was until somebody answers', async () => {
  expect((await run('again.csv', AGAIN)).counts).toMatchObject({ asked: 1, new: 0 });
  expect(await inTrash()).toBe(1);
  expect((await lead()).phone).toBe('');
});

it('the same person: back from the trash with what the row brings, and undo puts it back', async () => {
  const file = given('again.csv', AGAIN);
  const answers: Answers = { 2: { kind: 'same', uid } };
  const foretold = await t.client.imports.preview({ file, answers });
  expect(foretold.counts).toMatchObject({ filled: 1, asked: 0, new: 0 });
  const done = await take(file, answers);
  expect(done.counts).toEqual(foretold.counts);
  expect(await inTrash()).toBe(0);
  expect((await lead()).phone).toBe('090-0000-0001');
  await t.client.imports.undo({ importUid: done.uid });
  expect(await inTrash()).toBe(1);
  expect((await lead()).phone).toBe('');
});

it('left out: set aside with the reason, and the person stays in the trash', async () => {
  const file = given('again.csv', AGAIN);
  const answers: Answers = { 2: { kind: 'leaveOut' } };
  expect((await t.client.imports.preview({ file, answers })).counts).toMatchObject({ setAside: 1, asked: 0 });
  const done = await take(file, answers);
  expect(await inTrash()).toBe(1);
  const { rows } = await t.client.imports.rows({ importUid: done.uid, outcome: 'setAside' });
  expect(rows).toMatchObject([{ line: 2, reason: { code: 'inTrash' }, isOpen: true }]);
});

it('answered on the result, too; counts move along, and undo takes the answer back', async () => {
  const done = await run('again.csv', AGAIN);
  const { rows } = await t.client.imports.rows({ importUid: done.uid, outcome: 'asked' });
  expect(rows).toMatchObject([{ line: 2, leadUid: uid, isOpen: true, reason: { code: 'inTrash' } }]);
  const cells = rows[0]?.cells ?? [];
  const fixed = await t.client.imports.fixRows({
    importUid: done.uid,
    rows: [{ line: 2, cells, answer: { kind: 'same', uid } }],
  });
  expect(fixed.counts).toMatchObject({ read: 1, asked: 0, filled: 1 });
  expect(await inTrash()).toBe(0);
  expect((await lead()).phone).toBe('090-0000-0001');
  await t.client.history.undo({ operationUid: fixed.operationUid });
  expect(await inTrash()).toBe(1);
  const left = await t.client.imports.fixRows({
    importUid: done.uid,
    rows: [{ line: 2, cells, answer: { kind: 'leaveOut' } }],
  });
  expect(left.counts).toMatchObject({ read: 1, asked: 0, setAside: 1 });
  expect(await inTrash()).toBe(1);
});

it('a row that looks like somebody became a person: it is not open', async () => {
  await t.client.leads.restore({ uids: [uid] });
  const done = await run('alike.csv', '株式会社架空,山本 太郎,other@example.jp,');
  const { rows } = await t.client.imports.rows({ importUid: done.uid, outcome: 'asked' });
  expect(rows).toMatchObject([{ isOpen: false }]);
  await expect(
    t.client.imports.fixRows({ importUid: done.uid, rows: [{ line: 2, cells: rows[0]?.cells ?? [] }] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
