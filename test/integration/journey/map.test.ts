import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tick } from '#electron/backend/tick.ts';
import { addDays, day, type Day, instantAt } from '#shared/domain/base/days.ts';
import { below, pick, seeded } from '#shared/domain/base/seeded.ts';
import { addBusinessDays, defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { EDGE_IDS, ON_MAP, stuckLeads } from '#shared/domain/journey/map.ts';
import { STOPS } from '#shared/domain/journey/stops.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { runs, seed } from '#test/helpers/runs.ts';

const START = day('2026-08-03');
let t: TestBackend;
const uids: string[] = [];
let on: Day = START;

/** A store with everything that happens to leads, over some weeks; every figure below is counted by a second way. */
async function live(random: () => number, days: number): Promise<void> {
  for (let i = 0; i < days; i++) {
    on = addDays(on, 1);
    t.clock.set(`${on}T01:00:00Z`);
    await tick(await t.backend.contextFor(undefined));
    if (below(random, 3) === 0)
      uids.push(
        ...(await makeLeads(
          t,
          Array.from({ length: 1 + below(random, 3) }, (_, n) => ({
            name: `山本 ${on}${n}`,
            acquiredOn: addDays(on, -below(random, 20)),
            email: below(random, 3) === 0 ? '' : `a${on}${n}@example.jp`,
            phone: below(random, 4) === 0 ? '' : `03-0000-${1000 + uids.length}`,
            titleRank: pick(random, [null, 3, 5, 6]),
          })),
        )),
      );
    for (let n = below(random, 4); n > 0 && uids.length > 0; n--) await happen(random, pick(random, uids));
  }
}

async function happen(random: () => number, uid: string): Promise<void> {
  const { client } = t;
  const event = async (kind: string) => await client.events.record({ leadUid: uid, kind });
  const acts: (() => Promise<unknown>)[] = [
    ...['demo.requested', 'mail.replied', 'seminar.attended', 'material.requested', 'appointment.made'].map(
      kind => async () => await event(kind),
    ),
    async () => await event('handover.accepted'),
    async () => await event('handover.returned'),
    ...(['noAnswer', 'away', 'appointment', 'notTarget'] as const).map(
      outcome => async () => await client.calls.record({ leadUid: uid, outcome }),
    ),
    async () => await client.calls.record({ leadUid: uid, outcome: 'declined', reason: 'timing' }),
    async () =>
      await client.leads.update({
        uid,
        patch: { companyKind: pick(random, ['customer', 'competitor', 'prospect']) },
      }),
    async () => await client.leads.update({ uid, patch: { doNotCall: below(random, 2) === 0 } }),
    async () => await client.leads.trash({ uids: [uid] }),
    async () => await client.leads.restore({ uids: [uid] }),
    async () => await client.leads.merge({ survivorUid: uid, otherUid: pick(random, uids) }),
    async () => await client.history.undo({}),
  ];
  try {
    await pick(random, acts)();
  } catch {
    // A merge with oneself, a call to somebody in the trash, nothing to undo: refused, and that is all.
  }
}

beforeAll(async () => {
  t = await testBackend({ now: `${START}T01:00:00Z` });
  await live(seeded(seed()), runs(2400));
}, 1_800_000);
afterAll(async () => await t.stop());

const total = async (filter: Record<string, unknown>): Promise<number> =>
  (await t.client.leads.list({ ...filter, limit: 1 })).total;

describe.each([
  ['the last 90 days', {}],
  ['all of it', { fromOn: addDays(START, -30), toOn: day('2027-12-31') }],
  ['two weeks', { fromOn: START, toOn: addDays(START, 14) }],
])('the journey map of %s', (_name, period) => {
  it('counts as many people as the list behind each figure shows', async () => {
    const map = await t.client.journey.map(period);
    const within = { acquiredFrom: map.fromOn, acquiredTo: map.toOn };
    expect(await total({ ...within, reached: 'start' })).toBe(map.start);
    expect(await total({ ...within, reached: 'behaviour' })).toBe(map.behaviour);
    for (const stop of STOPS) {
      if (!ON_MAP.includes(stop)) continue;
      expect(await total({ ...within, stop }), stop).toBe(map.now[stop]);
      expect(await total({ ...within, reached: stop }), stop).toBe(map.reached[stop]);
    }
    for (const edge of EDGE_IDS) expect(await total({ ...within, edge }), edge).toBe(map.edges[edge]);
    for (const beside of ['thanks', 'outside'] as const)
      expect(await total({ ...within, stop: beside })).toBe(map.beside[beside]);
    for (const { kind, people, filter } of map.stuck)
      expect(await total({ ...within, ...filter }), kind).toBe(people);
  });

  it('loses nobody: everybody acquired stands at exactly one stop or beside the map', async () => {
    const map = await t.client.journey.map(period);
    const everybody = await total({ acquiredFrom: map.fromOn, acquiredTo: map.toOn });
    const standing = ON_MAP.reduce((sum, stop) => sum + map.now[stop], 0);
    expect(standing).toBe(map.start);
    expect(standing + map.beside.thanks + map.beside.outside).toBe(everybody);
    for (const stop of ON_MAP) expect(map.reached[stop]).toBeGreaterThanOrEqual(map.now[stop]);
  });
});

it('has people on most of its edges, so that the figures above say something', async () => {
  const map = await t.client.journey.map({ fromOn: addDays(START, -30), toOn: day('2027-12-31') });
  expect(map.start).toBeGreaterThan(20);
  const used = EDGE_IDS.filter(edge => map.edges[edge] > 0);
  expect(used.length).toBeGreaterThanOrEqual(6);
  expect(map.biggestLoss).not.toBeNull();
});

it('stuck means more than five business days overdue, found by walking the calendar', () => {
  const today = day('2026-11-25');
  const { dueTo } = stuckLeads(defaultCalendar, instantAt(today, 600)).overdue;
  // Business days back from Wed 25: 24, 20, 19, 18, 17, 16 (23 is a holiday): due on Mon 16 is six days ago.
  expect(dueTo).toBe('2026-11-16');
  expect(addBusinessDays(defaultCalendar, dueTo, 6)).toBe(today);
});

it('a promise is late by its clock, to the minute, wherever the next action was moved meanwhile', async () => {
  // Friday 16:00 in Tokyo; Monday is a holiday. First contact by Wednesday 18:00, the answer by Tuesday 16:00.
  const own = await testBackend({ now: '2026-11-20T07:00:00Z' });
  const { client } = own;
  const stuckAt = async (now: string) => {
    own.clock.set(now);
    const { stuck } = await client.journey.map({ fromOn: day('2026-01-01') });
    for (const { filter, people } of stuck)
      expect((await client.leads.list({ ...filter, acquiredFrom: day('2026-01-01') })).total).toBe(people);
    return Object.fromEntries(stuck.map(({ kind, people }) => [kind, people]));
  };
  try {
    const [hot = '', deal = '', waiting = ''] = await makeLeads(own, [
      { name: '一' },
      { name: '二' },
      { name: '三' },
    ]);
    await client.events.record({ leadUid: hot, kind: 'quote.requested' });
    const { uid: field } = await client.members.save({ name: '鈴木', roles: ['field'], active: true });
    for (const leadUid of [deal, waiting])
      await client.calls.record({ leadUid, outcome: 'appointment', nextOn: '2026-11-27' });
    await client.handovers.make({
      leadUid: deal,
      toUid: field,
      said: '',
      met: ['need', 'timeframe', 'nextMeeting'],
    });
    // The card was to be made on Friday; that of the other one is made, and its answer is a minute late.
    expect(await stuckAt('2026-11-20T14:59:00Z')).toMatchObject({ firstContact: 0, handOver: 0 });
    expect(await stuckAt('2026-11-24T07:00:00Z')).toMatchObject({ firstContact: 0, handOver: 1 });
    expect(await stuckAt('2026-11-24T07:01:00Z')).toMatchObject({ firstContact: 0, handOver: 2 });
    await client.calls.record({ leadUid: hot, outcome: 'noAnswer' });
    expect(await stuckAt('2026-11-25T09:00:00Z')).toMatchObject({ firstContact: 0 });
    expect(await stuckAt('2026-11-25T09:01:00Z')).toMatchObject({ firstContact: 1 });
  } finally {
    await own.stop();
  }
});
