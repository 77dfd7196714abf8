import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { markPrinted } from '#electron/backend/calls/lists.repo.ts';
import { pageCode } from '#shared/domain/calls/list-number.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { queryPlan } from '#test/helpers/db.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
let listUid: string;
let leads: string[];
beforeEach(async () => {
  // Friday 2026-11-20, 10:00 in Tokyo; the list is for that week.
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  leads = await makeLeads(
    t,
    Array.from({ length: 30 }, (_, i) => ({
      name: `山本 ${String(i + 1).padStart(2, '0')}`,
      phone: `03-0000-10${10 + i}`,
      titleRank: 4,
    })),
  );
  listUid = (await oneList(t)).uid;
});
afterEach(async () => await t.stop());

const entry = async (code?: string) => {
  const list = await t.client.callLists.entry(code === undefined ? {} : { code });
  if (list === null) throw new Error('no list');
  return list;
};
const rowUid = async (position: number) => (await entry('1-3')).items[position - 1]?.uid ?? '';
const typed = async (position: number, more: object) =>
  await t.client.calls.typeBack({
    listRowUid: await rowUid(position),
    calledOn: day('2026-11-20'),
    outcome: 'noAnswer',
    ...more,
  });

describe('the list to type back', () => {
  it('is the one that went out last, or the one whose number is typed or scanned', async () => {
    expect(await t.client.callLists.entry({})).toBeNull();
    await t.client.callLists.sheet({ uid: listUid });
    expect(await entry()).toMatchObject({ uid: listUid, number: '1-3', from: 1, days: ['2026-11-20'] });
    for (const code of ['1-3', '１３', pageCode(1, 1)]) expect((await entry(code)).from).toBe(1);
    // Twelve rows on a page as nobody chose otherwise.
    expect((await entry(pageCode(1, 3))).from).toBe(25);
    expect((await entry(pageCode(1, 9))).from).toBe(30);
    expect((await entry()).items.map(row => row.position)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
  });

  it('is opened at the row a page begins with, as long as all its papers begin there', async () => {
    const ctx = await t.backend.contextFor(undefined);
    const firstOf = async (pageRows: number) => {
      await ctx.write(null, async tx => await markPrinted(tx, 1, pageRows));
      return (await entry(pageCode(1, 2))).from;
    };
    expect([await firstOf(14), await firstOf(14), await firstOf(17), await firstOf(14)]).toEqual([
      15, 15, 1, 1,
    ]);
  });

  it('is told by its check digit', async () => {
    await expect(entry('1-4')).rejects.toMatchObject({
      code: 'LIST_NUMBER_WRONG',
      data: { why: 'checkDigit' },
    });
    await expect(entry('佐藤')).rejects.toMatchObject({ data: { why: 'notNumber' } });
    // 480-9 is right, and nobody has it.
    await expect(entry('480-9')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stays out until somebody says that it is back, and is found by its index', async () => {
    await t.client.callLists.sheet({ uid: listUid });
    expect(await t.client.callLists.out({})).toEqual([]);
    t.clock.set('2026-11-24T01:00:00Z');
    expect(await t.client.callLists.out({})).toMatchObject([{ number: '1-3', rows: 30, done: 0 }]);
    const { operationUid } = await t.client.callLists.finish({ uid: listUid });
    expect(await t.client.callLists.out({})).toEqual([]);
    await t.client.history.undo({ operationUid });
    expect(await t.client.callLists.out({})).toHaveLength(1);
    const plan = queryPlan(
      t.backend.keeper.store.raw.reader,
      'select id from call_lists where typed_back_at is null and printed_at < ? order by printed_at limit 20',
      ['2026-11-24'],
    );
    expect(plan.join()).toMatch(/SEARCH call_lists USING (?:COVERING )?INDEX call_lists_out/);
  });
});

describe('a row of the paper', () => {
  it('is recorded for the day it was called on, with what was promised', async () => {
    t.clock.set('2026-11-25T01:00:00Z');
    await typed(1, {});
    await typed(2, { outcome: 'callback', nextOn: '2026-11-26', nextMinute: 840, note: '稟議のあと' });
    await typed(3, { outcome: 'declined', reason: 'budget' });
    await typed(4, { outcome: 'declined', doNotCall: true });
    const list = await entry('1-3');
    expect(list).toMatchObject({ done: 4, days: ['2026-11-20', '2026-11-25'] });
    expect(list.items[1]?.result).toMatchObject({
      outcome: 'callback',
      calledOn: '2026-11-20',
      nextOn: '2026-11-26',
      nextMinute: 840,
      note: '稟議のあと',
    });
    // Friday and the next business day after it, over Monday's holiday.
    expect(await t.client.leads.get({ uid: leads[0] ?? '' })).toMatchObject({ nextOn: '2026-11-24' });
    expect(await t.client.leads.get({ uid: leads[3] ?? '' })).toMatchObject({ doNotCall: true });
  });

  it('that a newer call has overtaken is recorded, and what the newer one promised stands', async () => {
    t.clock.set('2026-11-25T01:00:00Z');
    const lead = { uid: leads[0] ?? '' };
    await t.client.calls.record({
      leadUid: lead.uid,
      outcome: 'callback',
      nextAt: '2026-11-27T10:00:00+09:00',
    });
    await typed(1, {});
    expect(await t.client.leads.get(lead)).toMatchObject({ nextKind: 'callback', nextOn: '2026-11-27' });
    expect((await entry('1-3')).items[0]?.result).toMatchObject({ outcome: 'noAnswer' });
  });

  it('takes one result, which can be corrected, taken back, and then given anew', async () => {
    const first = await typed(1, {});
    await expect(typed(1, { outcome: 'away' })).rejects.toMatchObject({ code: 'CALL_RECORDED' });
    const second = await typed(1, { outcome: 'away', note: '午後', replace: true });
    expect((await entry('1-3')).items[0]).toMatchObject({
      result: { outcome: 'away', note: '午後' },
      operationUid: second.operationUid,
    });
    await t.client.history.undo({ operationUid: second.operationUid });
    expect((await entry('1-3')).items[0]).toMatchObject({
      result: { outcome: 'noAnswer' },
      operationUid: first.operationUid,
    });
    await t.client.history.undo({ operationUid: first.operationUid });
    expect((await entry('1-3')).items[0]?.result).toBeNull();
    await typed(1, { outcome: 'appointment', nextOn: '2026-11-26', place: '本社' });
    await expect(typed(1, { replace: true })).rejects.toMatchObject({ code: 'CALL_RECORDED' });
  });

  it('belongs to the caller of the list, whoever types', async () => {
    await t.client.members.save({ name: '佐藤 花子', roles: ['inside'] });
    const { lists } = await t.client.callLists.generate({ weekOn: day('2026-11-24') });
    const own = lists.find(list => list.callerName === '佐藤 花子');
    const list = await t.client.callLists.entry({ uid: own?.uid ?? '' });
    await t.client.calls.typeBack({
      listRowUid: list?.items[0]?.uid ?? '',
      calledOn: day('2026-11-20'),
      outcome: 'noAnswer',
    });
    const found = await Promise.all(leads.map(async uid => await t.client.leads.get({ uid })));
    const calls = found.flatMap(lead => lead.timeline).filter(event => event.kind === 'call');
    expect(calls.map(event => event.memberName)).toEqual(['佐藤 花子']);
  });

  it('is refused without what it needs, for another day, or for somebody nobody may phone', async () => {
    await expect(typed(1, { outcome: 'callback', nextOn: '2026-11-26' })).rejects.toMatchObject({
      code: 'CALL_NEEDS',
      data: { what: 'promise' },
    });
    for (const calledOn of ['2026-11-19', '2026-11-21'])
      await expect(typed(1, { calledOn })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await t.client.leads.trash({ uids: [leads[1] ?? ''] });
    expect((await entry('1-3')).items[1]).toMatchObject({ barred: 'trashed', name: '', companyName: '' });
    await expect(typed(2, {})).rejects.toMatchObject({ code: 'CALL_BARRED', data: { why: 'trashed' } });
    expect((await entry('1-3')).done).toBe(0);
  });
});
