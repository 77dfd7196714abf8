import { expect, it } from 'vitest';
import { announceAlerts } from '#electron/backend/alerts/announce.ts';
import { tick } from '#electron/backend/tick.ts';
import { type Day, dayOf, type Instant, minuteOf } from '#shared/domain/base/days.ts';
import { below, pick, type Random, seeded } from '#shared/domain/base/seeded.ts';
import { defaultCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { runs, seed } from '#test/helpers/runs.ts';

const STEPS = 30;
const PEOPLE = 3;

/** What a history remembers besides the store. */
interface World {
  readonly t: TestBackend;
  readonly random: Random;
  readonly uids: readonly string[];
  /** What every clock was when it was first seen. */
  readonly promised: Map<unknown, string>;
  readonly notes: string[];
}
type Step = (world: World, uid: string) => Promise<unknown>;

const context = async ({ t }: World) => await t.backend.contextFor(undefined);

const record =
  (kind: string, late = 0): Step =>
  async ({ t }, leadUid) => {
    const at = new Date(Date.parse(t.clock.now()) - late * 3_600_000).toISOString();
    return await t.client.events.record({ leadUid, kind, ...(late > 0 ? { occurredAt: at } : {}) });
  };

/** The laptop was closed so long; then the app does what it missed. */
const closed =
  (days: number): Step =>
  async world => {
    world.t.clock.advance(days * 1440);
    await tick(await context(world));
  };

const steps: readonly (readonly [string, Step])[] = [
  ['enquiry', record('enquiry.received')],
  ['late enquiry', record('quote.requested', 60)],
  ['reply', record('mail.replied')],
  ['material', record('material.requested')],
  ['step mail', record('mail.accepted')],
  [
    'burst',
    async (world, uid) => {
      for (const kind of ['enquiry.received', 'demo.requested', 'visit.requested'])
        await record(kind)(world, uid);
    },
  ],
  ['attempt', async ({ t }, leadUid) => await t.client.calls.record({ leadUid, outcome: 'noAnswer' })],
  [
    'talk',
    async ({ t }, leadUid) =>
      await t.client.touches.record({ leadUid, way: 'web', direction: 'out', reached: true }),
  ],
  ['undo', async ({ t }) => await t.client.history.undo({})],
  ['trash', async ({ t }, uid) => await t.client.leads.trash({ uids: [uid] })],
  ['restore', async ({ t }, uid) => await t.client.leads.restore({ uids: [uid] })],
  ['no calls', async ({ t }, uid) => await t.client.leads.update({ uid, patch: { doNotCall: true } })],
  ['calls again', async ({ t }, uid) => await t.client.leads.update({ uid, patch: { doNotCall: false } })],
  ['seen', async ({ t }) => await t.client.alerts.seen({ all: true })],
  ['hours', async ({ t, random }) => t.clock.advance(below(random, 600))],
  ['clock set back', async ({ t }) => t.clock.advance(-90)],
  ['closed for days', closed(3)],
  ['closed for weeks', closed(24)],
  ['announce', async world => await announceAlerts(await context(world))],
  [
    'other agreement',
    async ({ t, random }) => {
      const { sla } = await t.client.sla.get({});
      const contact = { reading: 'businessDays' as const, days: below(random, 4) };
      await t.client.sla.save({ sla: { ...sla, timing: { ...sla.timing, contact } } });
    },
  ],
];

interface Fact {
  uid: string;
  kind: string;
  lead_id: number | null;
  occurred_on: Day;
  occurred_at: Instant | null;
  recorded_at: Instant;
  data: string;
}

/** Facts as they stand, read past every use case. */
function facts({ t }: World) {
  const db = t.backend.keeper.store.raw.reader;
  const all = <T>(sql: string): T[] => db.prepare(sql).all() as T[];
  return {
    events: all<Fact>('select * from events where retracted_by_id is null order by id'),
    clocks: all<Record<string, string | number | null>>('select * from sla_clocks order by id'),
    alerts: all<Record<string, string | number | null>>('select * from alerts order by id'),
    versions: all<{ n: number; active_from_on: string }>("select * from versions where kind = 'sla'"),
    leads: all<{ id: number; trashed_at: string | null; do_not_call: number }>(
      'select id, trashed_at, do_not_call from leads',
    ),
  };
}

const entries = (events: readonly Fact[]): Fact[] =>
  events.filter(event => {
    if (event.kind !== 'band.changed') return false;
    const { from, to } = JSON.parse(event.data) as { from: string | null; to: string };
    return to === 'hot' && from !== 'hot';
  });

/** A second reading of the rules, from the facts alone. */
function checkLaws(world: World): void {
  const { events, clocks, alerts, leads, versions } = facts(world);
  const hot = entries(events);
  expect(alerts.filter(alert => alert['kind'] === 'hot').map(alert => alert['entry_uid'])).toEqual(
    hot.map(event => event.uid),
  );
  for (const kind of ['told', 'contact'])
    expect(clocks.filter(clock => clock['kind'] === kind).map(clock => clock['cause_uid'])).toEqual(
      hot.map(event => event.uid),
    );
  for (const clock of clocks) {
    const [start, due] = [clock['started_at'] as Instant, clock['due_at'] as Instant];
    expect(due > start, 'due after the start').toBe(true);
    expect(isBusinessDay(defaultCalendar, dayOf(due)), `${due} is a business day`).toBe(true);
    expect(minuteOf(due)).toBeGreaterThanOrEqual(defaultCalendar.opensAt);
    expect(minuteOf(due)).toBeLessThanOrEqual(defaultCalendar.closesAt);
    const promise = [start, due, clock['sla_n']].join();
    if (!world.promised.has(clock['uid'])) {
      const inForce = versions.filter(version => version.active_from_on <= dayOf(start));
      expect(clock['sla_n'], 'the agreement of its day').toBe(Math.max(0, ...inForce.map(({ n }) => n)));
      world.promised.set(clock['uid'], promise);
    }
    expect(promise, 'a promise never changes').toBe(world.promised.get(clock['uid']));
  }
  const lead = new Map(leads.map(row => [row.id, row]));
  for (const clock of clocks.filter(({ kind, lead_id }) => kind === 'contact' && lead_id !== null)) {
    const owner = lead.get(Number(clock['lead_id']));
    const isOut = owner?.trashed_at !== null || owner.do_not_call === 1;
    const start = String(clock['started_at']);
    const talks = events
      .filter(event => event.lead_id === clock['lead_id'])
      .filter(({ kind }) => kind === 'call.reached' || kind === 'mail.replied')
      .filter(({ kind, occurred_at: at, recorded_at }) => {
        const when = at ?? recorded_at;
        return (kind === 'mail.replied' ? when > start : when >= start) && when <= recorded_at;
      })
      .map(event => event.occurred_at ?? event.recorded_at)
      .sort();
    const [met] = talks;
    if (met !== undefined && clock['stop_code'] === 'met') expect(clock['stopped_at']).toBe(met);
    else if (isOut) expect(['trashed', 'doNotCall', 'met']).toContain(clock['stop_code']);
    else if (met === undefined) expect(clock['stopped_at'], 'runs until somebody talked').toBeNull();
  }
}

/** Whoever lay in the trash for thirty days is gone, and nothing can be done with them. */
function unlessGone(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'NOT_FOUND') throw error;
}

async function history(number: number): Promise<void> {
  const t = await testBackend({
    now: '2026-11-20T07:00:00Z',
    ports: { notifier: { notify: ({ target }) => told.push(target ?? ''), count: () => undefined } },
  });
  const told: string[] = [];
  const random = seeded(seed() + number);
  const names = Array.from({ length: PEOPLE }, (_, i) => ({
    name: `山本 ${i}`,
    titleRank: i === 0 ? null : 4,
    acquiredOn: '2026-11-20',
  }));
  const world: World = { t, random, uids: await makeLeads(t, names), promised: new Map(), notes: [] };
  try {
    for (let i = 0; i < STEPS; i++) {
      const [name, step] = pick(random, steps);
      const who = below(random, PEOPLE);
      world.notes.push(`${name} ${who}`);
      if (random() < 0.7) t.clock.advance(1 + below(random, 90));
      await step(world, world.uids[who] ?? '').catch(unlessGone);
      checkLaws(world);
    }
    await announceAlerts(await context(world));
    await announceAlerts(await context(world));
    const { alerts } = facts(world);
    expect(alerts.every(alert => alert['announced_at'] !== null)).toBe(true);
    expect(told.filter(target => target !== '').length).toBeLessThanOrEqual(alerts.length);
  } catch (error) {
    throw new Error(`seed ${seed() + number}: ${world.notes.join(', ')}`, { cause: error });
  } finally {
    await t.stop();
  }
}

const RUNS = runs(200);

it(`keeps one alert and its clocks per hot entry through any history (${RUNS} runs)`, async () => {
  for (let i = 0; i < RUNS; i++) await history(i);
});
