import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, finished, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { tick as tickBackend } from '#electron/backend/tick.ts';
import { makePractice, testSender } from '#test/helpers/mail.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const names = async (search = '') =>
  (await t.client.leads.list({ search })).rows.map(row => row.name).toSorted();

const HEADER = '会社名,氏名,e-mail,TEL会社,携帯電話,メモ';
async function importRows(name: string, ...rows: string[]) {
  const path = join(t.dir, name);
  writeFileSync(path, [HEADER, ...rows].map(line => `${line}\r\n`).join(''));
  const job = await finished(await t.client.imports.run({ file: { path } }));
  expect(job.state).toBe('done');
  const [summary] = await t.client.imports.list({});
  if (!summary) throw new Error('no import');
  return summary;
}

describe('the trash', () => {
  it('takes people out of list, search, count, call list and measured rate, and undo brings them back', async () => {
    const [uid = '', other = ''] = await makeLeads(t, [
      { name: '山本 太郎', titleRank: 4, appointmentOn: '2026-11-19' },
      { name: '佐藤 花子', titleRank: 4 },
    ]);
    const done = await t.client.leads.trash({ uids: [uid] });
    expect(done.trashed).toBe(1);
    expect(await names()).toEqual(['佐藤 花子']);
    expect(await names('山本')).toEqual([]);
    expect((await t.client.system.status({})).store?.leads).toBe(1);
    const list = await oneList(t);
    const { items } = await t.client.callLists.get({ uid: list.uid });
    expect(items.map(item => item.leadUid)).toEqual([other]);
    expect((await t.client.leads.get({ uid })).trashedAt).toBe('2026-11-20T01:00:00.000Z');
    await t.client.history.undo({ operationUid: done.operationUid });
    expect(await names('山本')).toEqual(['山本 太郎']);
    expect((await t.client.leads.get({ uid })).trashedAt).toBeNull();
  });

  it('shows the days left and gives people back as they were, once', async () => {
    const [uid = ''] = await makeLeads(t, [{ name: '山本 太郎', titleRank: 4 }]);
    const before = await t.client.leads.get({ uid });
    await t.client.leads.trash({ uids: [uid] });
    expect((await t.client.leads.trash({ uids: [uid] })).trashed).toBe(0);
    t.clock.set('2026-11-29T16:00:00Z');
    // 20 November plus 30 days is 20 December; in Tokyo it is already the 30th.
    expect((await t.client.leads.trashed({})).rows).toMatchObject([{ uid, daysLeft: 20, name: '山本 太郎' }]);
    t.clock.set('2026-11-20T01:00:00Z');
    expect((await t.client.leads.restore({ uids: [uid] })).restored).toBe(1);
    expect((await t.client.leads.restore({ uids: [uid] })).restored).toBe(0);
    expect(await t.client.leads.get({ uid })).toEqual({ ...before, updatedAt: expect.anything() });
    expect(await t.client.leads.trashed({})).toEqual({ rows: [], total: 0 });
  });

  it('is undone without taking back what was edited meanwhile', async () => {
    const [uid = ''] = await makeLeads(t, [{ name: '山本 太郎' }]);
    const done = await t.client.leads.trash({ uids: [uid] });
    await t.client.leads.update({ uid, patch: { memo: '展示会で再会' } });
    await t.client.history.undo({ operationUid: done.operationUid });
    expect(await t.client.leads.get({ uid })).toMatchObject({ memo: '展示会で再会', trashedAt: null });
  });
});

describe('after 30 days', () => {
  const tick = async () => await tickBackend(await t.backend.contextFor(undefined));
  const inTrash = async () => (await t.client.leads.trashed({})).rows.map(row => row.name);

  it('the trash is emptied of whoever was in it so long, on their own day after days switched off', async () => {
    const [first = '', second = '', third = ''] = await makeLeads(t, [
      { name: '山本 太郎' },
      { name: '佐藤 花子' },
      { name: '森 千尋' },
    ]);
    await tick();
    await t.client.leads.trash({ uids: [first] });
    // 00:30 on 22 November in Tokyo, still the 21st by the clock of the world.
    t.clock.set('2026-11-21T15:30:00Z');
    await t.client.leads.trash({ uids: [second] });
    t.clock.set('2026-12-19T14:00:00Z');
    await tick();
    expect(await inTrash()).toEqual(['佐藤 花子', '山本 太郎']);
    t.clock.set('2026-12-19T15:30:00Z');
    await tick();
    expect(await inTrash()).toEqual(['佐藤 花子']);
    await expect(t.client.leads.restore({ uids: [first] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await t.client.leads.trash({ uids: [third] });
    // Both missed days are in the gap; each is handled by itself.
    t.clock.set('2027-02-01T01:00:00Z');
    await tick();
    expect(await inTrash()).toEqual([]);
    const { operations } = await t.client.history.list({});
    const emptied = operations.filter(operation => operation.kind === 'leads.emptyTrash');
    expect(emptied.map(({ data, undoable }) => [data, undoable])).toEqual(
      Array.from({ length: 3 }, () => [{ count: 1 }, false]),
    );
  });

  it('the trash is emptied however many are in it at once', async () => {
    const people = Array.from({ length: 250 }, (_, i) => ({
      name: `山本 ${i}`,
      phone: `03-0000-${1000 + i}`,
      email: `yamamoto${i}@kakuu.example`,
    }));
    const uids = await makeLeads(t, people);
    await t.client.leads.update({ uid: uids[7] ?? '', patch: { tags: ['来場'] } });
    await t.client.leads.update({ uid: uids[7] ?? '', patch: { tags: [] } });
    await tick();
    await t.client.leads.trash({ uids });
    t.clock.set('2027-01-10T01:00:00Z');
    await tick();
    expect(await inTrash()).toEqual([]);
    const changes = await (await t.backend.contextFor(undefined)).read
      .selectFrom('changes')
      .selectAll()
      .execute();
    expect(changes).toEqual([]);
  });

  it('nothing that was done before brings them back', async () => {
    const made = await t.client.leads.create({ name: '山本 太郎', companyName: '架空商事株式会社' });
    const edited = await t.client.leads.update({ uid: made.uid, patch: { memo: '来場' } });
    const trashed = await t.client.leads.trash({ uids: [made.uid] });
    await tick();
    t.clock.set('2027-01-10T01:00:00Z');
    await tick();
    for (const { operationUid } of [trashed, edited, made]) await t.client.history.undo({ operationUid });
    expect(await names()).toEqual([]);
    expect(await inTrash()).toEqual([]);
    expect(await t.client.store.verify({})).toMatchObject({ ok: true });
  });
});

describe('a mail to somebody in the trash', () => {
  it('does not go, and goes when they come back in time', async () => {
    await makePractice(t);
    await t.client.mail.saveSender(testSender);
    const uids = await makeLeads(t, [
      { name: '山本 太郎', email: 'taro@kakuu.example' },
      { name: '佐藤 花子', email: 'hanako@kakuu.example' },
    ]);
    const [sequence] = await t.client.sequences.list({});
    await t.client.sequences.enroll({ leadUids: uids, sequenceKey: sequence?.key ?? '' });
    await t.client.leads.trash({ uids });
    await t.client.leads.restore({ uids: uids.slice(1) });
    t.clock.set('2026-11-24T01:00:00Z');
    expect((await t.client.mail.tick({})).accepted).toBe(1);
    const inbox = await t.client.mail.practiceInbox({});
    expect(inbox.map(mail => mail.to)).toEqual([expect.stringContaining('hanako@kakuu.example')]);
    const { rows } = await t.client.outbox.list({ state: 'cancelled' });
    expect(rows.map(row => row.reason)).toEqual(['leadTrashed']);
  });
});

describe('a card of somebody in the trash', () => {
  const CARD = '株式会社架空商事,山本 太郎,t.yamamoto@example.jp,03-0000-1001,090-0000-1001,';

  it('neither doubles nor revives them: the row waits and says why', async () => {
    const first = await importRows('first.csv', CARD);
    expect(first.counts).toMatchObject({ read: 1, new: 1 });
    const [row] = (await t.client.leads.list({})).rows;
    await t.client.leads.trash({ uids: [row?.uid ?? ''] });
    const again = await importRows(
      'again.csv',
      CARD.replace('架空商事', '架空商事(旧)').replace(/,$/, ',二枚目'),
      '架空物産株式会社,佐藤 花子,h.sato@example.jp,,,',
    );
    expect(again.counts).toMatchObject({ read: 2, new: 1, asked: 1 });
    expect(await names()).toEqual(['佐藤 花子']);
    const asked = await t.client.imports.rows({ importUid: again.uid, outcome: 'asked' });
    expect(asked.rows).toMatchObject([{ line: 2, reason: { code: 'inTrash' } }]);
    await t.client.leads.restore({ uids: [row?.uid ?? ''] });
    expect(await names()).toEqual(['佐藤 花子', '山本 太郎']);
    expect((await t.client.leads.get({ uid: row?.uid ?? '' })).memo).toBe('');
  });

  it('typed by hand is answered with the person in the trash', async () => {
    const made = await t.client.leads.create({ name: '山本 太郎', email: 't.yamamoto@example.jp' });
    await t.client.leads.trash({ uids: [made.uid] });
    const again = await t.client.leads.create({ name: '山本 太郎', email: 't.yamamoto@example.jp' });
    expect(again).toMatchObject({ outcome: 'asked', uid: made.uid });
    expect(await names()).toEqual([]);
  });

  it('goes to the one on the list when another with the same keys lies in the trash', async () => {
    const [trashed = '', present = ''] = await makeLeads(t, [
      { name: '山本 太郎', email: 't.yamamoto@example.jp' },
      { name: '山本 太郎', email: 't.yamamoto@example.jp' },
    ]);
    await t.client.leads.trash({ uids: [trashed] });
    const made = await t.client.leads.create({
      name: '山本 太郎',
      email: 't.yamamoto@example.jp',
      memo: '来場',
    });
    expect(made).toMatchObject({ outcome: 'filled', uid: present });
  });

  it('that only looks alike becomes a person of its own', async () => {
    const made = await t.client.leads.create({ name: '山本 太郎', email: 'desk-sales@example.jp' });
    await t.client.leads.trash({ uids: [made.uid] });
    const other = await t.client.leads.create({ name: '伊藤 次郎', email: 'desk-sales@example.jp' });
    expect(other.outcome).toBe('new');
  });
});
