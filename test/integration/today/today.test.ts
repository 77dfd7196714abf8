import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { todayQueue } from '#electron/backend/today/today.ts';
import { addDays, dayOf, day, type Instant, instantAt } from '#shared/domain/base/days.ts';
import { below, pick, seeded } from '#shared/domain/base/seeded.ts';
import { type Bucket, bucketOf, BUCKETS } from '#shared/domain/today/buckets.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { runs } from '#test/helpers/runs.ts';

let t: TestBackend;
/** Friday 2026-11-20 16:00 in Tokyo. */
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T16:00:00+09:00' });
});
afterEach(async () => await t.stop());

const queue = async (scope: 'mine' | 'team' = 'team') => await t.client.today.queue({ scope, limit: 500 });
const placed = async () =>
  (await queue()).buckets.map(({ code, rows }) => [code, rows.map(row => row.name)] as const);
const call = async (leadUid: string, record: object) =>
  await t.client.calls.record({ leadUid, outcome: 'noAnswer', ...record } as never);

describe('the queue of 今日', () => {
  it('puts a passed promise first, then who is owed a first contact, then the promises of today', async () => {
    const [hot = '', late = '', soon = ''] = await makeLeads(t, [
      { name: '山本 太郎', titleRank: 4 },
      { name: '小川 直樹' },
      { name: '吉田 真由美' },
    ]);
    await call(late, { outcome: 'callback', nextAt: '2026-11-20T15:00:00+09:00', note: '前回は会議中' });
    await call(soon, { outcome: 'callback', nextAt: '2026-11-20T17:30:00+09:00' });
    await t.client.events.record({ leadUid: hot, kind: 'enquiry.received' });
    expect(await placed()).toEqual([
      ['latePromise', ['小川 直樹']],
      ['firstContact', ['山本 太郎']],
      ['todayPromise', ['吉田 真由美']],
    ]);
    const [promise, contact] = (await queue()).buckets.map(({ rows }) => rows[0]);
    expect(promise).toMatchObject({ note: '前回は会議中', dueAt: '2026-11-20T06:00:00.000Z' });
    expect(contact?.why).toEqual({ code: 'hot', params: { reason: 'enquiry.received' } });
    // Friday 16–18, Tuesday and Wednesday 9–18; Monday is a holiday.
    expect(contact?.clock).toMatchObject({ state: 'ahead', remainingMinutes: 120 + 540 + 540 });
  });

  it('leaves out who was put off, until then, and shows a hot person once though two clocks run', async () => {
    const [uid = ''] = await makeLeads(t, [{ name: '森 千尋', titleRank: 4 }]);
    const first = await t.client.events.record({ leadUid: uid, kind: 'enquiry.received' });
    await t.client.history.undo({ operationUid: first.operationUid });
    t.clock.advance(60);
    await t.client.events.record({ leadUid: uid, kind: 'quote.requested' });
    expect((await t.client.sla.clocks({ leadUid: uid, kind: 'contact' })).total).toBe(2);
    expect(await placed()).toEqual([['firstContact', ['森 千尋']]]);
    for (const { uid: clockUid } of (await t.client.sla.clocks({ leadUid: uid, kind: 'contact' })).clocks)
      await t.client.sla.snooze({ clockUid, until: '2026-11-24T10:00:00+09:00', reason: '出張中' });
    expect(await placed()).toEqual([]);
    t.clock.set('2026-11-24T10:00:00+09:00');
    expect(await placed()).toEqual([['firstContact', ['森 千尋']]]);
  });

  it("shows a member their own and nobody's, and the team everybody's with the sums per person", async () => {
    const [mine, other] = [
      await t.client.members.save({ name: '佐藤 花子', roles: ['inside'] }),
      await t.client.members.save({ name: '鈴木 一郎', roles: ['inside'] }),
    ];
    const uids = await makeLeads(t, [{ name: 'A' }, { name: 'B' }, { name: 'C' }]);
    for (const leadUid of uids)
      await call(leadUid, { outcome: 'callback', nextAt: '2026-11-20T15:00:00+09:00' });
    await t.client.leads.update({ uid: uids[0] ?? '', patch: { ownerUid: mine.uid } });
    await t.client.leads.update({ uid: uids[1] ?? '', patch: { ownerUid: other.uid } });
    const own = await todayQueue(await t.backend.contextFor('佐藤 花子'), { scope: 'mine', limit: 8 });
    expect(own.total).toBe(2);
    const team = await t.client.today.team({});
    const late = Object.fromEntries(team.members.map(({ name, counts }) => [name, counts.latePromise]));
    expect(late).toMatchObject({ '佐藤 花子': 1, '鈴木 一郎': 1 });
    expect(team.unowned.counts.latePromise).toBe(1);
  });
});

it('names who falls to a lower rank within three business days, by that day', async () => {
  // A card of 20 points halves in 30 days; with 30 for the title the lead is B from 40 and stays it until below 35.
  await makeLeads(t, [
    { name: '井上 恵', titleRank: 4, phone: '03-0000-1001', acquiredOn: '2026-11-01' },
    { name: '大野 剛', titleRank: 4, phone: '03-0000-1002', acquiredOn: '2026-11-20' },
  ]);
  const [soon, later] = await Promise.all(
    ['井上', '大野'].map(async search => (await t.client.leads.list({ search })).rows[0]),
  );
  expect([soon?.band, later?.band, soon?.nextKind]).toEqual(['mid', 'mid', 'call']);
  t.clock.set(`${addDays(soon?.coolsOn ?? day('2026-11-20'), -1)}T10:00:00+09:00`);
  expect(await placed()).toEqual([['cooling', ['井上 恵']]]);
  expect((await queue()).buckets[0]?.rows[0]?.dueOn).toBe(soon?.coolsOn);
});

describe('a next action set by hand', () => {
  it('stands until its day, can be taken back, and is refused where it makes no sense', async () => {
    const [uid = '', banned = ''] = await makeLeads(t, [
      { name: '森 千尋', phone: '03-0000-1001' },
      { name: '岡田 修', phone: '03-0000-1002', fields: { do_not_call: 1 } },
    ]);
    const before = await t.client.leads.get({ uid });
    const done = await t.client.journey.setNext({
      leadUid: uid,
      kind: 'callback',
      on: day('2026-11-24'),
      at: '2026-11-24T10:30:00+09:00',
    });
    expect(await t.client.leads.get({ uid })).toMatchObject({ nextKind: 'callback', nextOn: '2026-11-24' });
    expect((await t.client.today.coming({ scope: 'team' })).rows[0]).toMatchObject({
      leadUid: uid,
      dueAt: '2026-11-24T01:30:00.000Z',
    });
    await t.client.history.undo({ operationUid: done.operationUid });
    expect((await t.client.leads.get({ uid })).nextKind).toBe(before.nextKind);
    const stood = await t.client.leads.get({ uid: banned });
    await expect(
      t.client.journey.setNext({ leadUid: banned, kind: 'callback', on: day('2026-11-24') }),
    ).rejects.toMatchObject({ code: 'NEXT_NOT_POSSIBLE' });
    expect(await t.client.leads.get({ uid: banned })).toEqual(stood);
  });
});

const KINDS = [
  'callback',
  'firstContact',
  'retryCall',
  'sendMaterial',
  'findNumber',
  'thanks',
  'handOver',
  'answer',
  'meeting',
  'call',
  'stepMail',
  'nurture',
  'none',
];

it.each(Array.from({ length: runs(40) }, (_, i) => 1000 + i))(
  'asks the store the same as the pure rule says of each lead (seed %i)',
  async seed => {
    const random = seeded(seed);
    const [now, today] = [t.clock.now(), dayOf(t.clock.now())];
    await makeLeads(
      t,
      Array.from({ length: 60 }, (_, i) => ({ name: `人 ${i}` })),
    );
    const { writer } = t.backend.keeper.store.raw;
    const ids = writer.prepare('select id from leads').pluck().all() as number[];
    const expected: Record<string, Bucket | null> = {};
    for (const id of ids) {
      const nextKind = pick(random, KINDS);
      const nextOn = nextKind === 'none' ? null : addDays(day('2026-11-20'), below(random, 7) - 3);
      const nextAt: Instant | null =
        nextOn !== null && nextKind === 'callback' && random() < 0.7
          ? instantAt(nextOn, 540 + below(random, 540))
          : null;
      const stage = pick(random, ['open', 'open', 'converted', 'closed']);
      const snoozedUntilAt = pick(random, [null, instantAt(today, 600), instantAt(today, 1200)]);
      const contact = random() < 0.3 ? { snoozedUntilAt } : null;
      const trashed = random() < 0.1;
      writer
        .prepare(
          `update leads set next_kind = ?, next_on = ?, next_at = ?, next_reason = ?, stage = ?, trashed_at = ? where id = ?`,
        )
        .run(
          nextKind,
          nextOn,
          nextAt,
          nextKind === 'none' ? 'noContact' : null,
          stage,
          trashed ? now : null,
          id,
        );
      if (contact)
        writer
          .prepare(
            `insert into sla_clocks (uid, lead_id, kind, cause_uid, started_at, raised_at, due_at, sla_n, snoozed_until_at, snooze_reason)
             values (?, ?, 'contact', ?, ?, ?, ?, 0, ?, '')`,
          )
          .run(
            `clock-${id}`,
            id,
            `cause-${id}`,
            now,
            now,
            instantAt(addDays(today, below(random, 3)), 600),
            contact.snoozedUntilAt,
          );
      const coolsOn = random() < 0.5 ? null : addDays(today, below(random, 12));
      writer.prepare('update leads set cools_on = ? where id = ?').run(coolsOn, id);
      const due = { nextKind, nextOn, nextAt, coolsOn, isOpen: stage === 'open', contact };
      expected[`人 ${ids.indexOf(id)}`] = trashed
        ? null
        : bucketOf(due, { now, today, nearUntil: day('2026-11-26') });
    }
    const found: Record<string, Bucket | null> = Object.fromEntries(
      Object.keys(expected).map(name => [name, null]),
    );
    const { buckets, total } = await queue();
    for (const { code, rows } of buckets) for (const row of rows) found[row.name] = code;
    expect(found).toEqual(expected);
    expect(total).toBe(Object.values(expected).filter(bucket => bucket !== null).length);
    const team = await t.client.today.team({});
    for (const code of BUCKETS)
      expect([code, [...team.members, team.unowned].reduce((n, { counts }) => n + counts[code], 0)]).toEqual([
        code,
        Object.values(expected).filter(bucket => bucket === code).length,
      ]);
  },
);
