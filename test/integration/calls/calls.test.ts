import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  // Friday 2026-11-20, 10:00 in Tokyo; Monday 11-23 is a holiday.
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

describe('call lists', () => {
  it('take who can be called, best first, and count everybody else by reason', async () => {
    await makeLeads(t, [
      { name: '森 千尋', phone: '03-0000-0001' },
      { name: '山本 太郎', phone: '03-0000-0002', titleRank: 4 },
      { name: '佐藤 花子', phone: '', email: 'a@example.jp', titleRank: 4 },
      { name: '鈴木 一', phone: '03-0000-0003', titleRank: 4, fields: { do_not_call: 1 } },
      { name: '高橋 二', phone: '03-0000-0004', titleRank: 4, fields: { stage: 'closed' } },
    ]);
    const head = await oneList(t);
    expect(head).toMatchObject({ number: '1-3', kind: 'weekly', weekOn: '2026-11-16', done: 0 });
    const list = await t.client.callLists.get({ uid: head.uid });
    expect(list.items.map(row => row.name)).toEqual(['山本 太郎']);
    const excluded = Object.values(head.excluded).reduce((sum, n) => sum + n, 0);
    expect(excluded + head.rows).toBe(5);
    expect(head.excluded).toMatchObject({ noPhone: 1, doNotCall: 1, closed: 1 });
  });

  it('refuse to be empty', async () => {
    await expect(t.client.callLists.generate({})).rejects.toMatchObject({ code: 'LIST_EMPTY' });
  });

  it('show the pages that are printed, and an engine that is missing is said so', async () => {
    await makeLeads(t, [{ name: '髙橋 <b>健一</b>', phone: '045-000-1002', titleRank: 4 }]);
    const { uid } = await oneList(t);
    const { html, pages } = await t.client.callLists.html({ uid });
    expect(pages).toBe(2);
    expect(html).toContain('髙橋 &lt;b&gt;健一&lt;/b&gt;');
    expect(html).toContain('tel:+81450001002');
    await expect(t.client.callLists.print({ uid })).rejects.toMatchObject({ code: 'PDF_ENGINE_MISSING' });
    expect((await t.client.callLists.get({ uid })).printedAt).toBeNull();
  });
});

describe('a recorded call', () => {
  const listed = async () => {
    const [leadUid = ''] = await makeLeads(t, [{ titleRank: 4 }]);
    const { uid } = await oneList(t);
    const [row] = (await t.client.callLists.get({ uid })).items;
    return { leadUid, listUid: uid, listRowUid: row?.uid ?? '' };
  };

  it('without an answer is tried again on the next business day', async () => {
    const { leadUid, listUid, listRowUid } = await listed();
    const done = await t.client.calls.record({ leadUid, listRowUid, outcome: 'noAnswer' });
    // Saturday, Sunday and the holiday Monday lie between.
    expect(done).toMatchObject({ nextKind: 'retryCall', nextOn: '2026-11-24' });
    const list = await t.client.callLists.get({ uid: listUid });
    expect(list).toMatchObject({ done: 1, items: [{ outcome: 'noAnswer' }] });
    await expect(
      t.client.calls.record({ leadUid, listRowUid, outcome: 'declined', reason: 'timing' }),
    ).rejects.toMatchObject({
      code: 'CALL_RECORDED',
    });
    const { timeline } = await t.client.leads.get({ uid: leadUid });
    expect(timeline.map(event => event.kind)).not.toContain('call.reached');
  });

  it('is taken back, and its row can be filled in anew', async () => {
    const { leadUid, listUid, listRowUid } = await listed();
    const done = await t.client.calls.record({ leadUid, listRowUid, outcome: 'appointment' });
    expect(await t.client.leads.get({ uid: leadUid })).toMatchObject({
      stage: 'converted',
      appointmentOn: '2026-11-20',
    });
    await t.client.history.undo({ operationUid: done.operationUid });
    expect(await t.client.leads.get({ uid: leadUid })).toMatchObject({
      stage: 'open',
      appointmentOn: null,
      nextKind: 'call',
    });
    expect((await t.client.callLists.get({ uid: listUid })).done).toBe(0);
    await t.client.calls.record({ leadUid, listRowUid, outcome: 'noAnswer' });
    expect((await t.client.callLists.get({ uid: listUid })).done).toBe(1);
  });

  it('that promised another one needs the time, and comes first on the next list', async () => {
    const { leadUid } = await listed();
    await expect(t.client.calls.record({ leadUid, outcome: 'callback' })).rejects.toMatchObject({
      code: 'CALL_NEEDS',
      data: { what: 'promise' },
    });
    await t.client.calls.record({ leadUid, outcome: 'callback', nextAt: '2026-11-25T15:00:00+09:00' });
    await makeLeads(t, [{ name: '佐藤 花子', titleRank: 1, phone: '03-0000-0009' }]);
    const head = await oneList(t, { weekOn: '2026-11-24' });
    const list = await t.client.callLists.get({ uid: head.uid });
    expect(list.items.map(row => row.name)).toEqual(['山本 太郎', '佐藤 花子']);
    expect(list.items[0]?.reasons[0]).toEqual({ code: 'callback', params: { on: '2026-11-25' } });
  });

  it('with the wish for no more calls keeps the person off every list', async () => {
    const { leadUid } = await listed();
    await t.client.calls.record({ leadUid, outcome: 'declined', doNotCall: true });
    expect(await t.client.leads.get({ uid: leadUid })).toMatchObject({ doNotCall: true, nextKind: 'none' });
    await expect(t.client.callLists.generate({})).rejects.toMatchObject({ code: 'LIST_EMPTY' });
  });

  it('follows the rules of the team from the day they agree on them, until they take it back', async () => {
    const { leadUid } = await listed();
    const { rules } = await t.client.callRules.get({});
    const saved = await t.client.callRules.save({
      rules: {
        ...rules,
        next: { ...rules.next, noAnswer: 2 },
        reasons: { ...rules.reasons, badNumber: ['現アナ'] },
      },
    });
    expect(await t.client.calls.record({ leadUid, outcome: 'noAnswer' })).toMatchObject({
      nextOn: '2026-11-25',
    });
    await t.client.calls.record({ leadUid, outcome: 'badNumber', reason: '現アナ' });
    await expect(
      t.client.calls.record({ leadUid, outcome: 'badNumber', reason: '別の会社' }),
    ).rejects.toMatchObject({ code: 'CALL_NEEDS', data: { what: 'reason' } });
    await t.client.history.undo({ operationUid: saved.operationUid });
    expect(await t.client.callRules.get({})).toMatchObject({ rules });
  });
});
