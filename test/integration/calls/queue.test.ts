import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardsOf } from '#electron/backend/calls/cards.ts';
import { callQueue } from '#electron/backend/calls/workspace.ts';
import { listCardLeads } from '#electron/backend/calls/workspace.repo.ts';
import { dayOf, minuteOf } from '#shared/domain/base/days.ts';
import { previewOf } from '#shared/domain/calls/next-action.ts';
import { CALL_RESULTS, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { counted } from '#test/helpers/runs.ts';

let t: TestBackend;
beforeEach(async () => {
  // Friday 2026-11-20, 10:00 in Tokyo; Monday 11-23 is a holiday.
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const cards = async () => (await t.client.calls.queue({})).cards;
const queue = async () => (await cards()).map(card => [card.name, card.why]);

describe('the queue of a caller', () => {
  it('holds promises, hot first contacts and the list of the week, each person once', async () => {
    const [hot = '', late = '', today = '', again = ''] = await makeLeads(t, [
      { name: '山本 太郎', titleRank: 4, phone: '03-0000-0001' },
      { name: '小川 直樹', titleRank: 4, phone: '03-0000-0002' },
      { name: '吉田 真由美', titleRank: 4, phone: '03-0000-0003' },
      { name: '森 千尋', titleRank: 4, phone: '03-0000-0004' },
      { name: '佐藤 花子', titleRank: 4, phone: '03-0000-0005' },
      { name: '鈴木 一', titleRank: 4, phone: '03-0000-0006', fields: { do_not_call: 1 } },
    ]);
    const list = await oneList(t);
    const rows = (await t.client.callLists.get({ uid: list.uid })).items;
    const rowOf = new Map(rows.map(row => [row.leadUid, row.uid]));
    await t.client.calls.record({ leadUid: late, outcome: 'callback', nextAt: '2026-11-20T11:00:00+09:00' });
    await t.client.calls.record({ leadUid: today, outcome: 'callback', nextAt: '2026-11-20T17:00:00+09:00' });
    await t.client.calls.record({ leadUid: again, listRowUid: rowOf.get(again), outcome: 'noAnswer' });
    await t.client.events.record({ leadUid: hot, kind: 'enquiry.received' });
    t.clock.set('2026-11-20T12:00:00+09:00');
    expect(await queue()).toEqual([
      ['小川 直樹', 'latePromise'],
      ['山本 太郎', 'firstContact'],
      ['佐藤 花子', 'listed'],
      ['吉田 真由美', 'todayPromise'],
    ]);
    // Whoever is called for another reason still fills the row of the list.
    const [first] = await cards();
    expect(first).toMatchObject({ listRowUid: rowOf.get(late), listNumber: list.number });
    t.clock.set('2026-11-24T10:00:00+09:00');
    expect(await queue()).toContainEqual(['森 千尋', 'retry']);
  });

  it('never holds whom nobody may phone', async () => {
    const [doNotCall = '', erased = '', trashed = '', numberless = '', target = ''] = await makeLeads(
      t,
      ['山本', '小川', '吉田', '森', '佐藤', '高橋'].map((name, i) => ({
        name: `${name} 一`,
        company: `株式会社架空${i}`,
        titleRank: 4,
        phone: `03-0000-000${i}`,
      })),
    );
    await oneList(t);
    expect(await cards()).toHaveLength(6);
    // Called outside the list: their rows are still without a result.
    await t.client.calls.record({ leadUid: doNotCall, outcome: 'away', doNotCall: true });
    await t.client.calls.record({ leadUid: numberless, outcome: 'badNumber' });
    await t.client.calls.record({ leadUid: target, outcome: 'notTarget' });
    await t.client.leads.erase({ uid: erased, confirm: '小川 一' });
    await t.client.leads.trash({ uids: [trashed] });
    expect(await queue()).toEqual([['高橋 一', 'listed']]);
  });

  it('is that of the acting member', async () => {
    await makeLeads(t, [{ name: '山本 太郎', titleRank: 4 }]);
    await oneList(t);
    await t.client.members.save({ name: '佐藤 花子', roles: ['inside'] });
    const other = await t.backend.contextFor('佐藤 花子');
    expect((await callQueue(other)).cards).toEqual([]);
    expect(await cards()).toHaveLength(1);
  });

  it('leaves whoever is on the list of a colleague to the colleague, but keeps promises', async () => {
    await t.client.members.save({ name: '佐藤 花子', roles: ['inside'] });
    const [hot = '', promised = ''] = await makeLeads(t, [
      { name: '山本 太郎', titleRank: 4 },
      { name: '小川 直樹', titleRank: 4 },
    ]);
    await t.client.callLists.generate({});
    const { id } = (await t.backend.contextFor('佐藤 花子')).member ?? {};
    const ctx = await t.backend.contextFor(undefined);
    await ctx.write(null, async tx => {
      await tx.db
        .updateTable('call_list_rows')
        .set({ caller_id: id ?? null })
        .execute();
    });
    await t.client.events.record({ leadUid: hot, kind: 'enquiry.received' });
    await t.client.calls.record({
      leadUid: promised,
      outcome: 'callback',
      nextAt: '2026-11-20T11:00:00+09:00',
    });
    t.clock.set('2026-11-20T12:00:00+09:00');
    expect(await queue()).toEqual([['小川 直樹', 'latePromise']]);
    for (const { uid } of await t.client.callLists.list({}))
      await t.client.callLists.finish({ uid, finished: true });
    expect(await queue()).toContainEqual(['山本 太郎', 'firstContact']);
  });

  it('shows on each card the eight facts', async () => {
    const [uid = ''] = await makeLeads(t, [
      {
        name: '山本 太郎',
        titleRank: 4,
        fields: { kana: 'ヤマモト タロウ', department: '営業部', title: '部長', memo: '来期に更新' },
      },
    ]);
    await oneList(t);
    await t.client.calls.record({ leadUid: uid, outcome: 'away', note: '午後が良い', reached: false });
    t.clock.set('2026-11-24T10:00:00+09:00');
    const [card] = await cards();
    expect(card).toMatchObject({
      companyName: '株式会社架空ソリューションズ',
      department: '営業部',
      title: '部長',
      kana: 'ヤマモト タロウ',
      phones: [{ kind: 'main', text: '03-0000-1001', tel: '+81300001001', extension: '' }],
      band: 'mid',
      channel: 'event',
      eventName: '展示会2026秋',
      promise: null,
      consentBasis: 'card',
      suppressed: false,
      memo: '来期に更新',
      colleagues: { total: 0, shown: [] },
    });
    expect(card?.reasons.map(({ rule, points }) => [rule, points])).toEqual([
      ['titleRank', 30],
      ['card.exchanged', 17],
    ]);
    expect(card?.history.map(({ kind, data }) => [kind, data['note']])).toEqual([
      ['call', '午後が良い'],
      ['card.exchanged', undefined],
    ]);
  });
});

describe('the date shown before a key is pressed', () => {
  /** Thirty people answered yesterday at four: the team knows when it connects. */
  async function knownRates(): Promise<void> {
    const seeds = Array.from({ length: 30 }, (_, i) => ({ titleRank: 1, phone: `03-2000-00${10 + i}` }));
    for (const leadUid of await makeLeads(t, seeds))
      await t.client.calls.record({ leadUid, outcome: 'away', occurredAt: '2026-11-19T16:00:00+09:00' });
  }

  it('is the date and time its key sets, when the team connects best included', async () => {
    await knownRates();
    const { calendar: cal } = await t.client.calendar.get({});
    const { rules } = await t.client.callRules.get({});
    const ranks = fc.constantFrom(1, 2, 4);
    const history = fc.array(fc.tuple(fc.constantFrom(...CALL_RESULTS), fc.integer({ min: 1, max: 40 })), {
      minLength: 1,
      maxLength: 6,
    });
    let people = 0;
    await fc.assert(
      fc.asyncProperty(ranks, history, async (titleRank, calls) => {
        t.clock.set('2026-11-20T10:00:00+09:00');
        const phone = `03-1000-${String(people++).padStart(4, '0')}`;
        const [leadUid = ''] = await makeLeads(t, [{ titleRank, phone, email: `a${people}@example.jp` }]);
        for (const [outcome, hours] of calls) {
          const card = await cardOf(leadUid);
          if (card === null) return;
          const now = t.clock.now();
          const { slotRates } = await t.client.calls.queue({});
          const preview = previewOf(
            card,
            { outcome, on: dayOf(now), minute: minuteOf(now) },
            { cal, rules, slotRates },
          );
          const asks = OUTCOMES[outcome].requires.length > 0;
          const done = await t.client.calls.record({
            leadUid,
            outcome,
            ...(outcome === 'declined' ? { reason: 'timing' } : {}),
            ...(asks && outcome !== 'declined' ? { nextAt: '2026-12-01T10:00:00+09:00' } : {}),
          });
          expect(preview === null).toBe(asks && outcome !== 'declined');
          if (preview !== null)
            expect([done.nextOn, await nextMinute(leadUid)]).toEqual(
              preview.kind === 'none' ? [null, null] : [preview.on, preview.minute],
            );
          t.clock.advance(hours * 60);
        }
      }),
      counted(400),
    );
  });

  async function nextMinute(leadUid: string): Promise<number | null> {
    const { read } = await t.backend.contextFor(undefined);
    const { next_at } = await read
      .selectFrom('leads')
      .select('next_at')
      .where('uid', '=', leadUid)
      .executeTakeFirstOrThrow();
    return next_at === null ? null : minuteOf(next_at);
  }

  /** The card of somebody, whether they are due today or not. */
  async function cardOf(leadUid: string) {
    const ctx = await t.backend.contextFor(undefined);
    const lead = await ctx.read
      .selectFrom('leads')
      .select(['id', 'stage', 'phone'])
      .where('uid', '=', leadUid)
      .executeTakeFirst();
    if (!lead || lead.stage !== 'open' || lead.phone === '') return null;
    const [row] = await listCardLeads(ctx.read, [lead.id]);
    const [card] = row
      ? await cardsOf(ctx, [{ leadId: lead.id, why: 'listed', dueAt: null, row: null, lead: row }])
      : [];
    return card ?? null;
  }
});
