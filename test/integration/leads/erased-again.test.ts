import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyTrash } from '#electron/backend/leads/trash.ts';
import type { Answers, ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makePractice, testSender } from '#test/helpers/mail.ts';

/** Somebody was erased on request. Their old list, and their opt-out, come back. */
let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const HEAD = '会社名,氏名,メール,携帯,人物ID,配信停止';
const PERSON = '株式会社消去商会,鬼頭 朔太郎,s.kitoh@erased.example,090-0000-4712,P-1,';
const OTHER = '架空商事,山本 太郎,yamamoto@example.jp,,P-2,';

function given(name: string, ...rows: string[]): { path: string } {
  const path = join(t.dir, name);
  writeFileSync(path, [HEAD, ...rows].join('\r\n'));
  return { path };
}
async function take(file: { path: string }, answers: Answers = {}): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run({ file, answers }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
const uidOf = async (search: string) => (await t.client.leads.list({ search })).rows[0]?.uid ?? '';
const total = async () => (await t.client.leads.list({})).total;
/** Whether the bytes of the store hold a text, its log included. */
function holds(text: string): boolean {
  const files = [t.storePath, `${t.storePath}-wal`].filter(path => existsSync(path));
  return files.some(path => readFileSync(path).includes(Buffer.from(text)));
}
async function erased(...rows: string[]): Promise<void> {
  await take(given('old.csv', ...rows));
  await t.client.leads.erase({ uid: await uidOf('鬼頭'), confirm: '鬼頭 朔太郎' });
}

it('an old list brings nobody back unasked, and nothing of them is kept again', async () => {
  await erased(PERSON, OTHER);
  const file = given('again.csv', OTHER, PERSON);
  const { counts, listed } = await t.client.imports.preview({ file });
  expect(counts).toMatchObject({ read: 2, new: 0, setAside: 1 });
  expect(listed.find(row => row.outcome === 'setAside')?.reason?.code).toBe('erased');
  const done = await take(file);
  expect(done.counts).toEqual(counts);
  expect(await total()).toBe(1);
  const { rows } = await t.client.imports.rows({ importUid: done.uid, outcome: 'setAside' });
  expect(rows).toMatchObject([{ line: 3, cells: [], isOpen: false, reason: { code: 'erased' } }]);
  for (const trace of ['鬼頭', 's.kitoh', '0000-4712', '消去商会']) expect(holds(trace), trace).toBe(false);
  expect(JSON.stringify(await t.client.store.exportAll({}))).not.toContain('鬼頭');
});

it.each([
  ['another address, the same number', '株式会社消去商会,鬼頭 朔太郎,,090-0000-4712,,'],
  ['only name and company', '(株)消去商会,鬼頭朔太郎,,,,'],
  ['only the address, in capitals', ',,S.KITOH@ERASED.EXAMPLE,,,'],
  ['only the number of the source', ',Kitoh,,,P-1,'],
])('known by %s', async (_by, row) => {
  await erased(PERSON);
  expect((await take(given('again.csv', row))).counts).toMatchObject({ new: 0, setAside: 1 });
});

it.each([
  ['the namesake elsewhere', '株式会社別会社,鬼頭 朔太郎,,,,'],
  ['the colleague', '株式会社消去商会,鬼頭 花子,hanako@erased.example,,,'],
  ['somebody else with the number', '株式会社別会社,山田 一,,090-0000-4712,,'],
])('not taken for them: %s', async (_who, row) => {
  await erased(PERSON);
  expect((await take(given('again.csv', row))).counts).toMatchObject({ new: 1, setAside: 0 });
});

it('who gives a card again comes in when somebody says so, and by hand', async () => {
  await erased(PERSON);
  const file = given('again.csv', PERSON);
  const answers: Answers = { 2: { kind: 'different' } };
  expect((await t.client.imports.preview({ file, answers })).counts).toMatchObject({ new: 1, setAside: 0 });
  expect((await take(file, answers)).counts).toMatchObject({ new: 1 });
  expect((await take(given('third.csv', PERSON))).counts).toMatchObject({ new: 0, unchanged: 1 });
  expect(await total()).toBe(1);
  await t.client.leads.erase({ uid: await uidOf('鬼頭'), confirm: '鬼頭 朔太郎' });
  await t.client.leads.create({ name: '鬼頭 朔太郎', email: 's.kitoh@erased.example' });
  expect(await total()).toBe(1);
});

it('an opt-out goes on being kept without being readable', async () => {
  await makePractice(t);
  await t.client.mail.saveSender(testSender);
  await take(given('old.csv', PERSON));
  await t.client.suppressions.add({ address: 's.kitoh+news@erased.example' });
  await t.client.leads.erase({ uid: await uidOf('鬼頭'), confirm: '鬼頭 朔太郎' });
  expect(holds('s.kitoh')).toBe(false);
  expect(await t.client.suppressions.list({})).toMatchObject([
    { isErased: true, reason: 'optOut', addressKey: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
  ]);

  await t.client.leads.create({ name: '鬼頭 朔太郎', email: 'S.Kitoh@erased.example' });
  const uid = await uidOf('鬼頭');
  expect((await t.client.leads.get({ uid })).suppressed).toBe(true);
  const [sequence] = await t.client.sequences.list({});
  const enrolled = await t.client.sequences.enroll({ leadUids: [uid], sequenceKey: sequence?.key ?? '' });
  expect(enrolled.left).toMatchObject([{ leadUid: uid, reason: { code: 'suppressed' } }]);
});

it('an opt-out that comes in with an old list stays unreadable', async () => {
  await erased(PERSON, OTHER);
  await take(given('again.csv', `${PERSON.slice(0, -1)},1`, `${OTHER.slice(0, -1)},1`));
  const keys = (await t.client.suppressions.list({})).map(row => row.addressKey);
  expect(keys).toContain('yamamoto@example.jp');
  expect(keys).toHaveLength(2);
  expect(holds('s.kitoh')).toBe(false);
});

it('whoever was only in the trash for 30 days comes back with the list: nobody asked for that', async () => {
  const ctx = await t.backend.contextFor(undefined);
  await take(given('old.csv', PERSON));
  await t.client.leads.trash({ uids: [await uidOf('鬼頭')] });
  t.clock.set('2027-01-20T01:00:00Z');
  await emptyTrash(ctx);
  expect((await t.client.leads.trashed({})).total).toBe(0);
  expect((await take(given('again.csv', PERSON))).counts).toMatchObject({ new: 1, setAside: 0 });
});
