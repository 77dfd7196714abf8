import { afterEach, describe, expect, it } from 'vitest';
import { dumpStore } from '#test/helpers/dump.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { makePractice } from '#test/helpers/mail.ts';
import { type LeadSeed, makeLeads } from '#test/helpers/make-lead.ts';

/** Friday afternoon: a mail enrolled now leaves now. */
const FRIDAY = '2026-11-20T14:00:00+09:00';
const open: TestBackend[] = [];
afterEach(async () => {
  for (const t of open.splice(0)) await t.stop();
});
async function practice(): Promise<TestBackend> {
  const t = await testBackend({ now: FRIDAY });
  open.push(t);
  await makePractice(t);
  return t;
}
const person = (n: number, more: LeadSeed = {}): LeadSeed => ({
  name: '山本 太郎',
  email: `yamamoto${n}@kakuu.example`,
  phone: `03-0000-100${n}`,
  titleRank: 4,
  ...more,
});
const enroll = async (t: TestBackend, ...leadUids: string[]) =>
  await t.client.sequences.enroll({ sequenceKey: 'thanks', leadUids });
const merge = async (t: TestBackend, survivorUid: string, otherUid: string) =>
  await t.client.leads.merge({ survivorUid, otherUid });
const steps = async (t: TestBackend) =>
  (await t.client.outbox.list({ limit: 100 })).rows
    .map(row => `${row.stepNo} ${row.state} ${row.leadUid ?? ''}`)
    .sort();
/** Ticks every three hours over these days and returns the subjects that arrived. */
async function arrivedAfter(t: TestBackend, days: number): Promise<string[]> {
  for (let hour = 3; hour <= days * 24; hour += 3) {
    t.clock.set(new Date(Date.parse(FRIDAY) + hour * 3_600_000).toISOString());
    await t.client.mail.tick({});
  }
  return (await t.client.mail.practiceInbox({ limit: 100 })).map(mail => mail.subject);
}

describe('step mails of two people who are one', () => {
  it('go on once: nobody gets a mail twice', async () => {
    const t = await practice();
    const [a = '', b = ''] = await makeLeads(t, [person(1), person(2)]);
    await enroll(t, a);
    await t.client.mail.tick({});
    await enroll(t, b);
    expect(await steps(t)).toEqual([`1 accepted ${a}`, `1 planned ${b}`, `2 planned ${a}`].sort());
    await merge(t, a, b);
    expect(await steps(t)).toEqual([`1 accepted ${a}`, `1 cancelled ${a}`, `2 planned ${a}`].sort());
    const subjects = await arrivedAfter(t, 20);
    expect(subjects).toHaveLength(3);
    expect(new Set(subjects).size).toBe(3);
  });

  it('go on with the one who has come further, whoever survives', async () => {
    const t = await practice();
    const [a = '', b = ''] = await makeLeads(t, [person(1), person(2)]);
    await enroll(t, b);
    await t.client.mail.tick({});
    await enroll(t, a);
    await merge(t, a, b);
    expect(await steps(t)).toEqual([`1 accepted ${a}`, `1 cancelled ${a}`, `2 planned ${a}`].sort());
    expect(await arrivedAfter(t, 20)).toHaveLength(3);
  });

  it('stop when one of them opted out', async () => {
    const t = await practice();
    const [a = '', b = ''] = await makeLeads(t, [person(1), person(2)]);
    await enroll(t, a);
    await t.client.suppressions.add({ address: 'yamamoto2@kakuu.example' });
    await merge(t, a, b);
    expect(await steps(t)).toEqual([`1 cancelled ${a}`]);
    expect(await arrivedAfter(t, 20)).toEqual([]);
  });

  it('wait as before when the merge is taken back', async () => {
    const t = await practice();
    const [a = '', b = ''] = await makeLeads(t, [person(1), person(2)]);
    await enroll(t, a, b);
    const before = dumpStore(t);
    const { operationUid } = await merge(t, a, b);
    await t.client.history.undo({ operationUid });
    expect(dumpStore(t)).toEqual(before);
    await t.client.mail.tick({});
    expect(await t.client.mail.practiceInbox({})).toHaveLength(2);
  });

  it('stay stopped for an address that opted out between merge and undo', async () => {
    const t = await practice();
    const [a = '', b = ''] = await makeLeads(t, [person(1), person(2)]);
    await enroll(t, a, b);
    const { operationUid } = await merge(t, a, b);
    await t.client.suppressions.add({ address: 'yamamoto2@kakuu.example' });
    await t.client.history.undo({ operationUid });
    await arrivedAfter(t, 5);
    const inbox = await t.client.mail.practiceInbox({ limit: 100 });
    expect(inbox.flatMap(mail => mail.to)).not.toContain('yamamoto2@kakuu.example');
  });
});

describe('call lists of two people who are one', () => {
  const rowsOf = async (t: TestBackend, uid: string) => (await t.client.callLists.get({ uid })).items;

  it('name them once while not on paper, and again after undo', async () => {
    const t = await practice();
    const [a = '', b = ''] = await makeLeads(t, [person(1), person(2)]);
    const list = await oneList(t);
    const before = dumpStore(t);
    expect((await rowsOf(t, list.uid)).map(row => row.leadUid ?? '').sort()).toEqual([a, b].sort());
    const { operationUid } = await merge(t, a, b);
    expect((await rowsOf(t, list.uid)).map(row => row.leadUid)).toEqual([a]);
    await t.client.history.undo({ operationUid });
    expect(dumpStore(t)).toEqual(before);
  });

  it('take the result of a place with the merged person’s code for the survivor', async () => {
    const t = await practice();
    const [a = '', b = ''] = await makeLeads(t, [person(1), person(2)]);
    const list = await oneList(t);
    const place = (await rowsOf(t, list.uid)).find(row => row.leadUid === b);
    await t.client.calls.record({ leadUid: b, outcome: 'noAnswer', listRowUid: place?.uid });
    await merge(t, a, b);
    const rows = await rowsOf(t, list.uid);
    expect(rows.map(row => row.leadUid)).toEqual([a, a]);
    const other = rows.find(row => row.uid !== place?.uid);
    await t.client.calls.record({ leadUid: b, outcome: 'noAnswer', listRowUid: other?.uid });
    const { timeline } = await t.client.leads.get({ uid: a });
    expect(timeline.filter(event => event.kind === 'call')).toHaveLength(2);
  });
});
