import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tick } from '#electron/backend/tick.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { type LeadSeed, makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const one = async (seed: LeadSeed): Promise<string> => (await makeLeads(t, [seed]))[0] ?? '';
const stored = (uid: string) =>
  t.backend.keeper.store.raw.reader
    .prepare(
      'select stop, stop_since_on as since, entry_stop as entry, stage, next_kind as kind, next_on as "on", next_reason as reason from leads where uid = ?',
    )
    .get(uid) as Record<'stop' | 'since' | 'entry' | 'stage' | 'kind' | 'on' | 'reason', string | null>;
const moves = async (uid: string): Promise<string[]> =>
  (await t.client.leads.get({ uid })).timeline
    .filter(({ kind }) => kind.startsWith('moved.'))
    .map(({ kind, data }) => `${kind.slice('moved.'.length)} ${String(data['cause'])}`)
    .toReversed();
const later = async (at: string): Promise<void> => {
  t.clock.set(at);
  await tick(await t.backend.contextFor(undefined));
};

describe('the journey of a lead', () => {
  it('goes from step mail over first contact and 商談 to field sales, every step logged', async () => {
    const uid = await one({ email: 'a@example.jp', titleRank: null });
    expect(stored(uid)).toMatchObject({ stop: 'stepMail', entry: 'stepMail', since: '2026-11-20' });
    await t.client.events.record({ leadUid: uid, kind: 'mail.replied' });
    expect(stored(uid)).toMatchObject({ stop: 'contacted', kind: 'firstContact', on: '2026-11-25' });
    await t.client.calls.record({
      leadUid: uid,
      outcome: 'appointment',
      nextAt: '2026-12-01T10:00:00+09:00',
    });
    expect(stored(uid)).toMatchObject({ stop: 'converted', kind: 'handOver' });
    await t.client.events.record({ leadUid: uid, kind: 'handover.accepted' });
    expect(stored(uid)).toMatchObject({
      stop: 'handedOver',
      kind: 'none',
      reason: 'handedOver',
      entry: 'stepMail',
    });
    expect(await moves(uid)).toEqual([
      'stepMail.contacted reply',
      'contacted.converted appointment',
      'converted.handedOver accepted',
    ]);
  });

  it('an appointment that only comes as an event makes a 商談 too, and undo takes it back', async () => {
    const uid = await one({});
    const before = stored(uid);
    await t.client.events.record({ leadUid: uid, kind: 'appointment.made' });
    expect(stored(uid)).toMatchObject({ stop: 'converted', stage: 'converted', kind: 'handOver' });
    expect((await t.client.leads.get({ uid })).appointmentOn).toBe('2026-11-20');
    await t.client.history.undo({});
    expect(stored(uid)).toEqual(before);
    expect((await t.client.leads.get({ uid })).appointmentOn).toBeNull();
    expect(await moves(uid)).toEqual(['callList.converted appointment', 'converted.callList corrected']);
  });

  it('what field sales gives back is nurtured until its day and then ranked again', async () => {
    const uid = await one({ titleRank: 3, email: 'a@example.jp' });
    await t.client.events.record({ leadUid: uid, kind: 'appointment.made' });
    await t.client.events.record({ leadUid: uid, kind: 'handover.accepted' });
    await t.client.events.record({ leadUid: uid, kind: 'handover.returned', data: { until: '2026-12-26' } });
    // 12-26 is a Saturday.
    expect(stored(uid)).toMatchObject({
      stop: 'nurture',
      stage: 'open',
      kind: 'nurture',
      on: '2026-12-28',
      reason: 'returned',
    });
    await later('2026-12-27T01:00:00Z');
    expect(stored(uid)).toMatchObject({ stop: 'nurture' });
    await later('2026-12-28T01:00:00Z');
    expect(stored(uid)).toMatchObject({ stop: 'callList', since: '2026-12-28' });
    expect((await moves(uid)).slice(-2)).toEqual(['handedOver.nurture returned', 'nurture.callList due']);
  });

  it('attempts used up lead to nurture with the reason; a better rank ends it, a refusal only an own request', async () => {
    const [limit = '', refused = ''] = await makeLeads(t, [
      { titleRank: 3 },
      { name: '佐藤 花子', titleRank: 3 },
    ]);
    for (let day = 1; day <= 4; day++) await t.client.calls.record({ leadUid: limit, outcome: 'away' });
    await t.client.calls.record({ leadUid: refused, outcome: 'declined', reason: 'timing' });
    expect(stored(limit)).toMatchObject({ stop: 'nurture', reason: 'limit' });
    expect(stored(refused)).toMatchObject({ stop: 'nurture', reason: 'declined' });
    await later('2026-11-21T01:00:00Z');
    for (const leadUid of [limit, refused])
      for (const kind of ['seminar.attended', 'material.requested', 'page.pricing'])
        await t.client.events.record({ leadUid, kind });
    expect(stored(limit)).toMatchObject({ stop: 'hot', kind: 'firstContact' });
    expect(stored(refused)).toMatchObject({ stop: 'nurture' });
    await t.client.events.record({ leadUid: refused, kind: 'mail.replied' });
    expect(stored(refused)).toMatchObject({ stop: 'contacted' });
    await t.client.history.undo({});
    expect(stored(refused)).toMatchObject({ stop: 'nurture', kind: 'nurture', reason: 'declined' });
  });

  it('calls a low lead without an address once a month, twice, then lets it rest until something changes', async () => {
    const uid = await one({ email: '', acquiredOn: '2026-06-01' });
    expect(stored(uid)).toMatchObject({ stop: 'callList', kind: 'call', on: '2026-12-21' });
    await later('2026-12-21T01:00:00Z');
    const first = await t.client.calls.record({ leadUid: uid, outcome: 'noAnswer' });
    expect(first).toMatchObject({ nextKind: 'retryCall', nextOn: '2027-01-20' });
    await later('2027-01-20T01:00:00Z');
    const second = await t.client.calls.record({ leadUid: uid, outcome: 'noAnswer' });
    expect(second).toMatchObject({ nextKind: 'none', nextOn: null });
    expect(stored(uid)).toMatchObject({ stop: 'hold', reason: 'attempts' });
    await t.client.leads.update({ uid, patch: { email: 'found@example.jp' } });
    expect(stored(uid)).toMatchObject({ stop: 'stepMail', kind: 'stepMail' });
    expect(await moves(uid)).toEqual(['callList.hold attempts', 'hold.stepMail reach']);
  });

  it('a promise to call gives way when calls are forbidden, and comes back with the undo', async () => {
    const uid = await one({ email: 'a@example.jp', titleRank: 3 });
    await t.client.calls.record({ leadUid: uid, outcome: 'callback', nextAt: '2026-12-04T15:00:00+09:00' });
    const before = stored(uid);
    expect(before).toMatchObject({ kind: 'callback' });
    await t.client.leads.update({ uid, patch: { doNotCall: true } });
    expect(stored(uid)).toMatchObject({ stop: 'stepMail', kind: 'stepMail' });
    await t.client.history.undo({});
    expect(stored(uid)).toEqual(before);
  });

  it('a contact that leads nowhere ends after 90 days', async () => {
    const uid = await one({ email: 'a@example.jp' });
    await t.client.events.record({ leadUid: uid, kind: 'mail.replied' });
    await later('2027-02-17T01:00:00Z');
    expect(stored(uid)).toMatchObject({ stop: 'contacted' });
    await later('2027-02-18T01:00:00Z');
    expect(stored(uid)).toMatchObject({ stop: 'stepMail', kind: 'stepMail' });
    expect(await moves(uid)).toEqual(['stepMail.contacted reply', 'contacted.stepMail lapsed']);
  });

  it('nothing happens to somebody in the trash; taken out, they catch up', async () => {
    const uid = await one({ titleRank: 3, email: 'a@example.jp' });
    await later('2026-12-21T01:00:00Z');
    await t.client.leads.trash({ uids: [uid] });
    await later('2027-01-18T01:00:00Z');
    expect(stored(uid)).toMatchObject({ stop: 'callList' });
    await t.client.leads.restore({ uids: [uid] });
    expect(stored(uid)).toMatchObject({ stop: 'stepMail', since: '2027-01-18' });
  });
});

it('a store older than the journey gets its stops from the first tick, without a move', async () => {
  const uids = await makeLeads(t, [
    {},
    { name: '佐藤 花子', titleRank: 3 },
    { name: '森 千尋', phone: '', email: '' },
  ]);
  await t.client.calls.record({ leadUid: uids[0] ?? '', outcome: 'declined', reason: 'budget' });
  const now = uids.map(stored);
  expect(now.map(lead => lead.stop)).toEqual(['nurture', 'callList', 'hold']);
  const ctx = await t.backend.contextFor(undefined);
  await ctx.write(null, async tx => {
    tx.touch('leads');
    await tx.db.updateTable('leads').set({ stop: null, stop_since_on: null, entry_stop: null }).execute();
    await tx.db.deleteFrom('events').where('kind', 'like', 'moved.%').execute();
  });
  await tick(await t.backend.contextFor(undefined));
  expect(uids.map(stored)).toEqual(now.map(lead => ({ ...lead, entry: lead.stop })));
  expect(await Promise.all(uids.map(moves))).toEqual([[], [], []]);
});
