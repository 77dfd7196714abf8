import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceAlerts } from '#electron/backend/alerts/announce.ts';
import { tick } from '#electron/backend/tick.ts';
import { instant } from '#shared/domain/base/days.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

interface Told {
  title: string;
  body: string;
  target?: string;
}

let t: TestBackend;
let told: Told[];
let counts: number[];
/** Friday 2026-11-20 16:00 in Tokyo; Monday 23 is 勤労感謝の日. */
const FRIDAY = '2026-11-20T16:00:00+09:00';
beforeEach(async () => {
  told = [];
  counts = [];
  t = await testBackend({
    now: FRIDAY,
    ports: { notifier: { notify: message => told.push(message), count: ({ n }) => counts.push(n) } },
  });
});
afterEach(async () => await t.stop());

const announce = async (): Promise<void> => await announceAlerts(await t.backend.contextFor(undefined));
const enquire = async (leadUid: string, kind = 'enquiry.received', data = {}) =>
  await t.client.events.record({ leadUid, kind, ...data });
const lead = async (seed: Parameters<typeof makeLeads>[1][number] = {}): Promise<string> => {
  const [uid = ''] = await makeLeads(t, [{ titleRank: 4, acquiredOn: '2026-11-20', ...seed }]);
  return uid;
};
const alerts = async () => (await t.client.alerts.list({})).alerts;
const clocksOf = async (leadUid: string) => (await t.client.sla.clocks({ leadUid })).clocks;
const at = (text: string) => instant(`${text}:00+09:00`);
const pass = (minutes: number) => t.clock.advance(minutes);

describe('a hot entry', () => {
  it('raises one alert and starts two clocks, due as the default agreement says', async () => {
    const uid = await lead();
    expect(await alerts()).toEqual([]);
    await enquire(uid);
    expect(await alerts()).toMatchObject([
      { kind: 'hot', leadUid: uid, reason: 'enquiry.received', seen: false, dueAt: at('2026-11-25T18:00') },
    ]);
    const clocks = await clocksOf(uid);
    expect(clocks.map(({ kind, dueAt, state, slaVersion }) => [kind, dueAt, state, slaVersion])).toEqual([
      ['told', at('2026-11-24T16:00'), 'ahead', 0],
      ['contact', at('2026-11-25T18:00'), 'ahead', 0],
    ]);
    // Fri 16–18, Tue and Wed 9–18.
    expect(clocks[1]?.remainingMinutes).toBe(120 + 540 + 540);
  });

  it('names what made it, not the card that came in with it', async () => {
    const path = join(t.dir, 'ranked.csv');
    writeFileSync(path, '会社名,氏名,電話番号,温度感\n株式会社架空製作所,山本 太郎,03-0000-1001,A\n');
    expect((await finished(await t.client.imports.run({ file: { path } }))).state).toBe('done');
    expect(await alerts()).toMatchObject([{ kind: 'hot', reason: 'triage.A' }]);
  });

  it('is one entry however many events come in a burst', async () => {
    const uid = await lead();
    for (const kind of ['enquiry.received', 'quote.requested', 'demo.requested']) await enquire(uid, kind);
    await announce();
    expect(await alerts()).toHaveLength(1);
    expect(await clocksOf(uid)).toHaveLength(2);
    expect(told).toHaveLength(1);
  });

  it('is another one only after rank A was left: two alerts, two clocks of each kind', async () => {
    const uid = await lead();
    const first = await enquire(uid);
    await t.client.history.undo({ operationUid: first.operationUid });
    const [row] = (await t.client.leads.list({})).rows;
    expect(row?.band).not.toBe('hot');
    expect(await alerts()).toMatchObject([{ isOver: true }]);
    expect(await clocksOf(uid)).toHaveLength(2);
    pass(60);
    await enquire(uid, 'quote.requested');
    expect((await alerts()).map(alert => [alert.reason, alert.isOver])).toEqual([
      ['quote.requested', false],
      ['enquiry.received', true],
    ]);
    expect((await clocksOf(uid)).filter(({ kind }) => kind === 'contact')).toHaveLength(2);
  });

  it('counts from the moment of the event, however late it was recorded, and says so', async () => {
    const uid = await lead();
    t.clock.set('2026-11-24T10:15:00+09:00');
    await enquire(uid, 'enquiry.received', { occurredAt: '2026-11-20T16:40:00+09:00' });
    const contact = (await clocksOf(uid)).find(({ kind }) => kind === 'contact');
    expect(contact).toMatchObject({
      startedAt: at('2026-11-20T16:40'),
      dueAt: at('2026-11-25T18:00'),
      raisedLate: true,
    });
    expect(await alerts()).toMatchObject([{ raisedLate: true, enteredAt: at('2026-11-20T16:40') }]);
  });

  it('keeps the agreement it began under when the team agrees anew in the middle of it', async () => {
    const old = await lead();
    await enquire(old);
    const { sla } = await t.client.sla.get({});
    const contact = { reading: 'businessDays' as const, days: 0 };
    const { n } = await t.client.sla.save({ sla: { ...sla, timing: { ...sla.timing, contact } } });
    const later = await lead({ name: '佐藤 花子' });
    await enquire(later);
    const dueOf = async (uid: string) =>
      (await clocksOf(uid))
        .filter(({ kind }) => kind === 'contact')
        .map(({ dueAt, slaVersion }) => [dueAt, slaVersion]);
    expect(await dueOf(old)).toEqual([[at('2026-11-25T18:00'), 0]]);
    expect(await dueOf(later)).toEqual([[at('2026-11-20T18:00'), n]]);
    await enquire(old, 'quote.requested');
    expect(await dueOf(old)).toEqual([[at('2026-11-25T18:00'), 0]]);
  });

  it('of an unknown title rings once as ホット(属性未確認), without a clock, and again after it cooled', async () => {
    const uid = await lead({ titleRank: null });
    const behaviour = async (): Promise<void> => {
      for (const kind of ['material.requested', 'seminar.attended', 'mail.replied']) await enquire(uid, kind);
    };
    await behaviour();
    await enquire(uid, 'page.pricing');
    expect(await alerts()).toMatchObject([{ kind: 'unconfirmed', leadUid: uid, dueAt: null }]);
    expect(await clocksOf(uid)).toEqual([]);
    t.clock.set('2027-08-20T10:00:00+09:00');
    await tick(await t.backend.contextFor(undefined));
    await behaviour();
    expect((await alerts()).map(({ kind, isOver }) => [kind, isOver])).toEqual([
      ['unconfirmed', false],
      ['unconfirmed', true],
    ]);
  });
});

describe('what ends the clocks', () => {
  const state = async (uid: string, kind = 'contact') => {
    const clock = (await clocksOf(uid)).find(found => found.kind === kind);
    return [clock?.state, clock?.attemptedAt !== null, clock?.stopCode];
  };

  it('is an attempt for 着手 and a talk for 接触, and a touch taken back lets it run again', async () => {
    const uid = await lead();
    await enquire(uid);
    pass(30);
    await t.client.calls.record({ leadUid: uid, outcome: 'noAnswer' });
    expect(await state(uid)).toEqual(['ahead', true, null]);
    pass(30);
    const touch = await t.client.touches.record({
      leadUid: uid,
      way: 'web',
      direction: 'out',
      reached: true,
    });
    expect(await state(uid)).toEqual(['met', true, 'met']);
    await t.client.history.undo({ operationUid: touch.operationUid });
    expect(await state(uid)).toEqual(['ahead', true, null]);
  });

  it('is not a step mail, and not the reply that made the lead hot', async () => {
    const uid = await lead();
    await enquire(uid, 'mail.replied');
    expect((await alerts())[0]).toMatchObject({ kind: 'hot', reason: 'mail.replied' });
    await enquire(uid, 'mail.accepted');
    expect(await state(uid)).toEqual(['ahead', false, null]);
    pass(5);
    await enquire(uid, 'mail.replied', { occurredAt: t.clock.now() });
    expect(await state(uid)).toEqual(['met', true, 'met']);
  });

  it.each([
    [
      'doNotCall',
      async (uid: string) => void (await t.client.leads.update({ uid, patch: { doNotCall: true } })),
    ],
    ['trashed', async (uid: string) => void (await t.client.leads.trash({ uids: [uid] }))],
    [
      'closed',
      async (uid: string) =>
        void (await t.client.calls.record({ leadUid: uid, outcome: 'notTarget', reached: false })),
    ],
  ])('is cancelled with its reason: %s; and goes on when that is taken back', async (code, act) => {
    const uid = await lead();
    await enquire(uid);
    pass(10);
    await act(uid);
    const [row] = await t.backend.keeper.store.read
      .selectFrom('sla_clocks')
      .select(['stop_code', 'stopped_at'])
      .where('kind', '=', 'contact')
      .execute();
    expect(row).toEqual({ stop_code: code, stopped_at: t.clock.now() });
    await t.client.history.undo({});
    expect(await state(uid)).toEqual(['ahead', false, null]);
  });

  it('of telling is somebody named and told, or the first attempt', async () => {
    await t.client.members.save({ name: '佐藤', roles: ['inside'] });
    const owner = await t.client.members.save({ name: '鈴木', roles: ['inside'] });
    const uid = await lead();
    await enquire(uid);
    const [alert] = await alerts();
    pass(10);
    const done = await t.client.alerts.told({ uid: alert?.uid ?? '', how: 'teams' });
    expect((await state(uid, 'told'))[0]).toBe('ahead');
    pass(10);
    await t.client.leads.update({ uid, patch: { ownerUid: owner.uid } });
    expect((await clocksOf(uid)).find(({ kind }) => kind === 'told')).toMatchObject({
      state: 'met',
      stopCode: 'told',
      stoppedAt: t.clock.now(),
    });
    await t.client.history.undo({ operationUid: done.operationUid });
    expect((await state(uid, 'told'))[0]).toBe('ahead');
    await t.client.calls.record({ leadUid: uid, outcome: 'noAnswer' });
    expect(await state(uid, 'told')).toEqual(['met', false, 'contacted']);
  });

  it('of a hand-over is its answer, due on the next business day at the same time', async () => {
    const uid = await lead();
    await enquire(uid, 'handover.made', { occurredAt: t.clock.now() });
    const { timeline } = await t.client.leads.get({ uid });
    const handoverUid = timeline.find(({ kind }) => kind === 'handover.made')?.uid;
    expect((await clocksOf(uid)).map(({ kind, dueAt, state }) => [kind, dueAt, state])).toEqual([
      ['accept', at('2026-11-24T16:00'), 'ahead'],
    ]);
    t.clock.set('2026-11-24T16:01:00+09:00');
    await enquire(uid, 'handover.accepted', { data: { handoverUid: 'another' } });
    expect((await state(uid, 'accept'))[0]).toBe('overdue');
    await enquire(uid, 'handover.accepted', { data: { handoverUid } });
    expect(await state(uid, 'accept')).toEqual(['metLate', false, 'accepted']);
  });

  it('goes on for whoever the person was merged into, without ringing again, and back with an undo', async () => {
    const [hot, cold] = [await lead(), await lead({ titleRank: null })];
    await enquire(hot);
    pass(60);
    const merge = await t.client.leads.merge({ survivorUid: cold, otherUid: hot });
    expect(await alerts()).toMatchObject([{ leadUid: cold, isOver: false }]);
    const moved = await clocksOf(cold);
    expect(moved.map(({ kind, startedAt }) => [kind, startedAt])).toEqual([
      ['told', instant(FRIDAY)],
      ['contact', instant(FRIDAY)],
    ]);
    await t.client.history.undo({ operationUid: merge.operationUid });
    expect(await alerts()).toMatchObject([{ leadUid: hot, isOver: false }]);
    expect(await clocksOf(cold)).toEqual([]);
    expect(await clocksOf(hot)).toHaveLength(2);
  });

  it('stays counted when the person is erased, with nothing of theirs left', async () => {
    const uid = await lead();
    await enquire(uid);
    const [clock] = await clocksOf(uid);
    await t.client.sla.snooze({
      clockUid: clock?.uid ?? '',
      until: '2026-11-24T09:00:00+09:00',
      reason: '山本様の希望',
    });
    await t.client.leads.erase({ uid, confirm: '山本 太郎' });
    const rows = await t.backend.keeper.store.read.selectFrom('sla_clocks').selectAll().execute();
    expect(rows.map(row => [row.lead_id, row.stop_code, row.snooze_reason])).toEqual([
      [null, 'removed', ''],
      [null, 'removed', ''],
    ]);
    const { kept } = await t.client.sla.attainment({});
    expect(kept).toMatchObject({ cancelled: 1, onTime: 0, overdueOpen: 0 });
    expect(await alerts()).toEqual([]);
  });
});

describe('telling the person at the machine', () => {
  it('names the company and the reason once, never a person, and counts at the tray', async () => {
    const uid = await lead();
    await enquire(uid);
    await announce();
    await announce();
    expect(told).toEqual([
      {
        title: 'ホットになりました',
        body: expect.stringMatching(
          /^株式会社架空ソリューションズ\n「問い合わせ」をきっかけに\d+点になりました$/,
        ),
        target: `/leads/${uid}`,
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/山本|0000|@/);
    expect(counts).toEqual([1, 1]);
    await t.client.alerts.seen({ all: true });
    await announce();
    expect(counts.at(-1)).toBe(0);
  });

  it('names nobody at all where the team wants that', async () => {
    await t.client.settings.savePreferences({ notifyCompany: false });
    await enquire(await lead());
    await announce();
    expect(JSON.stringify(told)).not.toContain('架空');
    expect(told[0]?.body).toContain('問い合わせ');
  });

  it('tells many at once, and those of a closed laptop, in one notification each', async () => {
    const uids = await makeLeads(
      t,
      Array.from({ length: 8 }, (_, i) => ({ name: `山本 ${i}`, titleRank: 4, acquiredOn: '2026-11-20' })),
    );
    for (const uid of uids.slice(0, 4)) await enquire(uid);
    await announce();
    expect(told.map(({ title }) => title)).toEqual(['4人がホットになりました']);
    const occurredAt = t.clock.now();
    t.clock.set('2026-11-24T09:00:00+09:00');
    for (const uid of uids.slice(4, 6)) await enquire(uid, 'enquiry.received', { occurredAt });
    await enquire(uids[6] ?? '');
    await announce();
    expect(told.slice(1).map(({ title }) => title)).toEqual([
      'お留守のあいだなどに、2人がホットになりました',
      'ホットになりました',
    ]);
  });

  it('says nothing of who was looked at, cooled or thrown away meanwhile', async () => {
    const [a, b] = [await lead(), await lead({ name: '佐藤 花子' })];
    await enquire(a);
    await enquire(b);
    await t.client.alerts.seen({ uids: [(await alerts()).find(({ leadUid }) => leadUid === a)?.uid ?? ''] });
    await t.client.leads.trash({ uids: [b] });
    await announce();
    expect(told).toEqual([]);
  });
});
