import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestBackend, finished, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';

let t: TestBackend;
let importUid = '';
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  importUid = await bring('fair.csv', ...PEOPLE);
});
afterEach(async () => await t.stop());

const HEADER = '会社名,氏名,役職,e-mail,TEL会社,名刺交換日';
const PEOPLE = [
  '架空商事株式会社,山本 太郎,部長,t.yamamoto@example.jp,03-0000-1001,2026/11/18',
  '架空物産株式会社,佐藤 花子,,h.sato@example.jp,03-0000-1002,2026/11/18',
  '架空電機株式会社,森 千尋,,c.mori@example.jp,03-0000-1003,2026/11/18',
];
async function bring(name: string, ...rows: string[]): Promise<string> {
  const path = join(t.dir, name);
  writeFileSync(path, [HEADER, ...rows].map(line => `${line}\r\n`).join(''));
  const about = { channel: 'event' as const, eventName: '架空フェア2026' };
  await finished(await t.client.imports.run({ file: { path }, about }));
  return (await t.client.imports.list({}))[0]?.uid ?? '';
}
const cards = async () => (await t.client.triage.queue({ importUid })).cards;
const uidOf = async (name: string) => (await cards()).find(card => card.name === name)?.leadUid ?? '';
const judge = async (name: string, rank: 'A' | 'B' | 'C' | 'X', memo?: string) =>
  await t.client.triage.record({
    leadUid: await uidOf(name),
    rank,
    importUid,
    ...(memo === undefined ? {} : { memo }),
  });

const running = async () =>
  (
    await (await t.backend.contextFor(undefined)).read.selectFrom('enrollments').select('status').execute()
  ).map(row => row.status);

it('shows the cards in the order of the file and goes on where somebody stopped', async () => {
  const queue = await t.client.triage.queue({ importUid });
  expect(queue).toMatchObject({ title: '架空フェア2026', total: 3, judged: 0 });
  expect(queue.cards.map(card => [card.name, card.rank])).toEqual([
    ['山本 太郎', null],
    ['佐藤 花子', null],
    ['森 千尋', null],
  ]);
  await judge('佐藤 花子', 'B');
  t = await t.restart();
  expect((await cards()).map(card => card.rank)).toEqual([null, 'B', null]);
  expect(await t.client.triage.batches({})).toMatchObject([{ importUid, total: 3, judged: 1 }]);
  expect((await t.client.triage.queue({ eventName: '架空フェア2026' })).judged).toBe(1);
});

it('makes A hot at once, B worth its points once, C nothing', async () => {
  expect(await judge('山本 太郎', 'A')).toMatchObject({ rank: 'A', band: 'hot' });
  await judge('佐藤 花子', 'B');
  await judge('佐藤 花子', 'B');
  expect((await judge('森 千尋', 'C')).band).toBe('low');
  const explained = await t.client.leads.explain({ uid: await uidOf('佐藤 花子') });
  expect(explained.rows.filter(row => row.rule === 'triage.B').map(row => row.points)).toEqual([20]);
  const { timeline } = await t.client.leads.get({ uid: await uidOf('佐藤 花子') });
  const judged = timeline.filter(event => event.kind === 'triage.B');
  expect(judged.map(event => event.retracted)).toEqual([false, true]);
});

it('lets the second thought replace the first, and undo bring the first back', async () => {
  await judge('山本 太郎', 'A');
  const second = await judge('山本 太郎', 'C');
  expect(second.band).not.toBe('hot');
  await t.client.history.undo({ operationUid: second.operationUid });
  expect((await cards())[0]).toMatchObject({ rank: 'A', band: 'hot' });
  const { operations } = await t.client.history.list({});
  const first = operations.find(operation => operation.kind === 'triage.record' && !operation.undone);
  await t.client.history.undo({ operationUid: first?.uid ?? '' });
  expect((await cards())[0]?.rank).toBeNull();
});

it('takes X out of the work, and a second thought or undo takes them in again', async () => {
  const uid = await uidOf('佐藤 花子');
  const [sequence] = await t.client.sequences.list({});
  const enrolled = await t.client.sequences.enroll({ leadUids: [uid], sequenceKey: sequence?.key ?? '' });
  expect(enrolled.enrolled).toBe(1);
  expect(await running()).toEqual(['active']);
  await judge('佐藤 花子', 'X');
  expect(await running()).toEqual(['stopped']);
  expect(await t.client.leads.get({ uid })).toMatchObject({ stage: 'closed', nextKind: 'none' });
  const list = await oneList(t, { importUid });
  const { items } = await t.client.callLists.get({ uid: list.uid });
  expect(items.map(item => item.leadUid)).not.toContain(uid);
  await judge('佐藤 花子', 'B');
  expect((await t.client.leads.get({ uid })).stage).toBe('open');
  await judge('佐藤 花子', 'X');
  const { operations } = await t.client.history.list({});
  const last = operations.find(operation => operation.kind === 'triage.record');
  await t.client.history.undo({ operationUid: last?.uid ?? '' });
  expect(await t.client.leads.get({ uid })).toMatchObject({ stage: 'open' });
});

it('keeps the memo that was typed, finds it, and gives the old one back', async () => {
  const done = await judge('森 千尋', 'B', '来週 見積もりがほしい');
  expect((await t.client.leads.list({ search: '見積もり' })).rows.map(row => row.name)).toEqual(['森 千尋']);
  await judge('森 千尋', 'A');
  expect((await cards())[2]?.memo).toBe('来週 見積もりがほしい');
  await t.client.history.undo({ operationUid: done.operationUid });
  expect((await cards())[2]?.memo).toBe('');
});

it('asks about known people again at their next exhibition and keeps what was judged before', async () => {
  await judge('山本 太郎', 'C');
  t.clock.set('2027-05-20T01:00:00Z');
  importUid = await bring('spring.csv', ...PEOPLE.map(row => row.replace('2026/11/18', '2027/05/19')));
  expect((await cards()).map(card => card.rank)).toEqual([null, null, null]);
  await judge('山本 太郎', 'A');
  const { timeline } = await t.client.leads.get({ uid: await uidOf('山本 太郎') });
  const judged = timeline.filter(event => event.kind.startsWith('triage.'));
  expect(judged.map(event => [event.kind, event.retracted])).toEqual([
    ['triage.A', false],
    ['triage.C', false],
  ]);
  expect((await t.client.triage.batches({})).map(batch => batch.judged)).toEqual([1]);
});

it('leaves out who lies in the trash and an import taken back', async () => {
  await t.client.leads.trash({ uids: [await uidOf('山本 太郎')] });
  expect((await cards()).map(card => card.name)).toEqual(['佐藤 花子', '森 千尋']);
  await t.client.imports.undo({ importUid });
  expect(await t.client.triage.batches({})).toEqual([]);
  await expect(t.client.triage.queue({ importUid: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
