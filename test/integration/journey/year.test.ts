import { afterEach, describe, expect, it } from 'vitest';
import { tick } from '#electron/backend/tick.ts';
import { addDays, day, type Day, dayOf, type Instant, instantAt } from '#shared/domain/base/days.ts';
import { below, pick, type Random, seeded } from '#shared/domain/base/seeded.ts';
import { defaultCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { moveOf } from '#shared/domain/journey/course.ts';
import { CALLS, isAutomatic } from '#shared/domain/journey/next-action.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { runs, seed } from '#test/helpers/runs.ts';

const ZONES = [
  'America/New_York',
  'Asia/Tokyo',
  'Pacific/Kiritimati',
  'America/Los_Angeles',
  'Europe/London',
];
const START = day('2026-04-01');

interface Lead {
  id: number;
  uid: string;
  stop: string | null;
  entry: string | null;
  stage: string;
  kind: string;
  on: Day | null;
  reason: string | null;
  phone: string;
  noCalls: number;
}

class Year {
  on: Day = START;
  readonly uids: string[] = [];
  readonly t: TestBackend;
  readonly random: Random;

  constructor(t: TestBackend, random: Random) {
    this.t = t;
    this.random = random;
  }

  /** The laptop is open for a while at some hour of the day, wherever its owner is. */
  async open(): Promise<void> {
    process.env['TZ'] = pick(this.random, ZONES);
    this.t.clock.set(instantAt(this.on, below(this.random, 24 * 60)));
    await tick(await this.t.backend.contextFor(undefined));
    if (this.uids.length < 30) await this.meet();
    for (let n = below(this.random, 3); n > 0; n--) await this.happen(pick(this.random, this.uids));
    if (below(this.random, 4) === 0) await tick(await this.t.backend.contextFor(undefined));
  }

  async meet(): Promise<void> {
    const n = this.uids.length;
    const uids = await makeLeads(this.t, [
      {
        name: `山本 ${n}`,
        acquiredOn: addDays(this.on, -below(this.random, 10)),
        email: below(this.random, 3) === 0 ? '' : `y${n}@example.jp`,
        phone: below(this.random, 4) === 0 ? '' : `03-0000-${2000 + n}`,
        titleRank: pick(this.random, [null, 2, 3, 5]),
      },
    ]);
    this.uids.push(...uids);
  }

  async happen(uid: string): Promise<void> {
    const { client } = this.t;
    const { random } = this;
    const kinds = [
      'demo.requested',
      'mail.replied',
      'seminar.attended',
      'material.requested',
      'page.pricing',
    ];
    const acts: (() => Promise<unknown>)[] = [
      ...[...kinds, 'appointment.made', 'handover.accepted', 'handover.returned'].map(
        kind => async () => await client.events.record({ leadUid: uid, kind }),
      ),
      // Written down late.
      async () =>
        await client.events.record({
          leadUid: uid,
          kind: pick(random, kinds),
          occurredOn: addDays(this.on, -below(random, 40)),
        }),
      ...(['noAnswer', 'away', 'gatekeeper', 'badNumber', 'appointment'] as const).map(
        outcome => async () => await client.calls.record({ leadUid: uid, outcome }),
      ),
      async () => await client.calls.record({ leadUid: uid, outcome: 'declined', reason: 'timing' }),
      async () => await client.leads.update({ uid, patch: { doNotCall: below(random, 2) === 0 } }),
      async () =>
        await client.leads.update({ uid, patch: { phone: `03-0001-${1000 + below(random, 9000)}` } }),
      async () => await client.suppressions.add({ address: `y${below(random, 30)}@example.jp` }),
      async () => await client.leads.trash({ uids: [uid] }),
      async () => await client.leads.restore({ uids: [uid] }),
      async () => await client.history.undo({}),
    ];
    try {
      await pick(random, acts)();
    } catch {
      // Refused because of where the person stands just now, and that is all.
    }
  }

  async live(): Promise<void> {
    await this.meet();
    const end = addDays(START, 365);
    while (this.on < end) {
      await this.open();
      const gap = below(this.random, 12);
      // Most days somebody works; now and then the laptop stays shut for weeks, or its clock is wrong for a day.
      this.on = addDays(
        this.on,
        gap === 0 ? 10 + below(this.random, 25) : gap === 1 ? -below(this.random, 4) : 1,
      );
      if (this.on < START) this.on = START;
    }
    this.on = end;
    await this.open();
  }

  leads(): Lead[] {
    return this.t.backend.keeper.store.raw.reader
      .prepare(
        'select id, uid, stop, entry_stop as entry, stage, next_kind as kind, next_on as "on", next_reason as reason, phone, do_not_call as noCalls from leads where trashed_at is null',
      )
      .all() as Lead[];
  }

  rows<R>(sql: string): R[] {
    return this.t.backend.keeper.store.raw.reader.prepare(sql).all() as R[];
  }
}

const zone = process.env['TZ'];
let t: TestBackend | undefined;
afterEach(async () => {
  process.env['TZ'] = zone;
  await t?.stop();
});

const seeds = Array.from({ length: runs(20) }, (_, i) => seed() + i);

describe.each(seeds)('a year with seed %i', from => {
  it('loses no lead, promises nothing on a holiday and tells nothing twice', {
    timeout: 600_000,
  }, async () => {
    t = await testBackend({ now: instantAt(START, 600) });
    const year = new Year(t, seeded(from));
    await year.live();
    const leads = year.leads();
    expect(leads.length).toBeGreaterThan(15);
    for (const lead of leads) {
      const who = JSON.stringify(lead);
      expect(lead.stop, who).not.toBeNull();
      // Exactly one next action, or a reason for none; open leads without one rest or are out of reach.
      expect((lead.kind === 'none') === (lead.on === null), who).toBe(true);
      if (lead.kind === 'none') expect(lead.reason, who).not.toBeNull();
      if (lead.kind === 'none' && lead.stage === 'open')
        expect(['hold', 'outside'], who).toContain(lead.stop);
      if (lead.noCalls === 1 || lead.phone === '') expect(CALLS.has(lead.kind), who).toBe(false);
      // Nothing that time alone should have moved is left behind.
      if (lead.kind === 'nurture') expect((lead.on ?? '') > year.on, who).toBe(true);
      const isOurs = isAutomatic(lead.kind) || lead.kind === 'nurture' || lead.kind === 'retryCall';
      if (isOurs && lead.on !== null) expect(isBusinessDay(defaultCalendar, lead.on), who).toBe(true);
    }
    // Each way is unbroken: it begins where the first scoring put the lead and ends where the lead stands.
    const moves = Map.groupBy(
      year.rows<{ lead_id: number; kind: string }>(
        "select lead_id, kind from events where source = 'system' and kind like 'moved.%' order by id",
      ),
      move => move.lead_id,
    );
    for (const lead of leads) {
      let at = lead.entry;
      for (const { kind } of moves.get(lead.id) ?? []) {
        expect(moveOf(kind)?.from, `${lead.uid} ${kind}`).toBe(at);
        at = moveOf(kind)?.to ?? null;
      }
      expect(at, lead.uid).toBe(lead.stop);
    }
    expect([...moves.values()].flat().length).toBeGreaterThan(20);
    // One alert per entry into rank A, and every promise ends on a day somebody works.
    const perLead = (sql: string) =>
      new Map(year.rows<{ lead_id: number; n: number }>(sql).map(({ lead_id, n }) => [lead_id, n]));
    const alerts = perLead("select lead_id, count(*) as n from alerts where kind = 'hot' group by lead_id");
    const entries = perLead(
      'select lead_id, count(*) as n from events where kind = \'band.changed\' and data like \'%"to":"hot"%\' group by lead_id',
    );
    expect([...alerts.values()].length).toBeGreaterThan(0);
    for (const [id, n] of alerts) expect(n, `alerts of lead ${id}`).toBeLessThanOrEqual(entries.get(id) ?? 0);
    const due = year.rows<{ due_at: Instant }>('select due_at from sla_clocks');
    expect(due.length).toBeGreaterThan(0);
    for (const { due_at } of due) expect(isBusinessDay(defaultCalendar, dayOf(due_at)), due_at).toBe(true);
  });
});
