import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { announceAlerts } from '#electron/backend/alerts/announce.ts';
import { listWindow } from '#electron/backend/leads/leads.repo.ts';
import { zLeadFilter } from '#shared/contract/lead-filter.ts';
import { day, instant } from '#shared/domain/base/days.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile, laterCard } from '#test/helpers/card-file.ts';
import { queryPlan } from '#test/helpers/db.ts';
import { runs } from '#test/helpers/runs.ts';

let t: TestBackend;
beforeAll(async () => {
  t = await testBackend();
  await t.client.store.create({ path: join(t.dir, 's.db'), practice: true, sample: runs(100_000) });
}, 300_000);
afterAll(async () => await t.stop());

/** Statements a piece of work prepares, on either connection, after everything prepared before was forgotten. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { path } = t.backend.keeper.store;
  await t.client.store.open({ path });
  const seen = new Set<string>();
  for (const raw of Object.values(t.backend.keeper.store.raw)) record(raw, seen);
  await work();
  return [...seen];
}

function record(raw: BetterSqlite3.Database, seen: Set<string>): void {
  const prepare = raw.prepare.bind(raw);
  Object.defineProperty(raw, 'prepare', {
    value: (sql: string) => {
      if (/^\s*(?:select|update|delete|with)\b/i.test(sql)) seen.add(sql);
      return prepare(sql);
    },
  });
}

/** Lines of the plans that read one of the big tables from end to end. A walk along an index in its order is none. */
function scans(statements: readonly string[]): string[] {
  const { reader } = t.backend.keeper.store.raw;
  return statements.flatMap(sql => {
    const parameters = Array.from(sql.matchAll(/\?/g), () => null);
    return queryPlan(reader, sql, parameters)
      .filter(line =>
        /^SCAN (?:leads|events|outbox|changes|contact_points|import_rows|duplicates|sla_clocks|opportunities|handovers|call_list_rows)\b/.test(
          line,
        ),
      )
      .filter(line => !/USING (?:COVERING )?INDEX/.test(line))
      .map(line => `${line}: ${sql}`);
  });
}

const first = async (): Promise<string> => (await t.client.leads.list({ limit: 1 })).rows[0]?.uid ?? '';

it.each([
  ['the list by rank', async () => await t.client.leads.list({})],
  ['the list of a rank', async () => await t.client.leads.list({ band: 'mid' })],
  ['the list by acquisition', async () => await t.client.leads.list({ sort: 'acquired' })],
  [
    'what a change of the calendar moves',
    async () =>
      await t.client.calendar.preview({
        changes: { companyDays: [{ fromOn: day('2026-11-20'), toOn: day('2026-12-20'), name: '' }] },
      }),
  ],
  [
    'sharing out and what a member holds',
    async () => {
      const uid = (await t.client.members.list({}))[0]?.uid ?? '';
      await t.client.leads.assignPreview({ selection: { uids: [await first()] }, memberUids: [uid] });
      await t.client.members.holdings({ uid });
    },
  ],
  ['everybody without an owner', async () => await t.client.leads.list({ owner: 'none' })],
  ['who was left alone', async () => await t.client.leads.list({ view: 'neglected', sort: 'touched' })],
  ['the trash', async () => await t.client.leads.list({ trash: true })],
  ['a search', async () => await t.client.leads.list({ search: '株式会社' })],
  ['what is due this week', async () => await t.client.leads.list({ view: 'thisWeek' })],
  ['hot leads nobody has called', async () => await t.client.leads.list({ view: 'hotUntouched' })],
  ['the queue of today', async () => await t.client.today.queue({ scope: 'team' })],
  ['whom a caller calls now', async () => await t.client.calls.queue({})],
  ['the day of a caller', async () => await t.client.calls.day({})],
  ['touches to appointment', async () => await t.client.calls.touches({})],
  ['papers still out', async () => await t.client.callLists.entry({})],
  ['open 商談', async () => await t.client.opportunities.list({})],
  ['what came back from field sales', async () => await t.client.handovers.returns({})],
  ['my own queue', async () => await t.client.today.queue({})],
  ['what comes later', async () => await t.client.today.coming({})],
  ['the team in figures', async () => await t.client.today.team({})],
  ['the journey map', async () => await t.client.journey.map({})],
  [
    'who went an edge of it',
    async () => await t.client.leads.list({ edge: 'direct', acquiredFrom: day('2026-08-01') }),
  ],
  [
    'who is stuck',
    async () => await t.client.leads.list({ stop: 'hot', dueTo: day('2026-11-19'), sort: 'next' }),
  ],
  [
    'whose promise is late',
    async () => {
      const at = instant('2026-11-20T01:00:00Z');
      await t.client.leads.list({ stop: 'hot', late: { what: 'firstContact', at } });
      await t.client.leads.list({ stop: 'converted', late: { what: 'handOver', at } });
    },
  ],
  ['a lead', async () => await t.client.leads.get({ uid: await first() })],
  ['an explanation', async () => await t.client.leads.explain({ uid: await first() })],
  [
    'an edit and its undo',
    async () => {
      await t.client.leads.update({ uid: await first(), patch: { memo: 'x' } });
      await t.client.history.undo({});
    },
  ],
  [
    'an import of people it partly knows, and its undo',
    async () => {
      const path = join(t.dir, 'cards.csv');
      writeFileSync(path, cardFile(60, { change: laterCard }).text);
      await finished(await t.client.imports.run({ file: { path } }));
      await t.client.history.undo({});
    },
  ],
  [
    'an event recorded',
    async () => await t.client.events.record({ leadUid: await first(), kind: 'call.reached' }),
  ],
  ['the board of 商談', async () => await t.client.opportunities.list({ owner: 'none' })],
  ['what was won', async () => await t.client.opportunities.list({ which: 'won' })],
  [
    'one 商談, and its way',
    async () => {
      const [deal] = (await t.client.opportunities.list({})).rows;
      const uid = deal?.uid ?? '';
      await t.client.opportunities.get({ uid });
      await t.client.opportunities.setStep({ uid, step: 'met', on: day('2026-11-19'), reason: 'x' });
      await t.client.history.undo({});
    },
  ],
  ['what hand-overs teach', async () => await t.client.handovers.returns({})],
  ['promises that run', async () => await t.client.sla.clocks({})],
  ['promises of one owner', async () => await t.client.sla.clocks({ owner: 'none' })],
  ['broken promises nobody explained', async () => await t.client.sla.clocks({ which: 'unexplained' })],
  ['promises to one lead', async () => await t.client.sla.clocks({ leadUid: await first() })],
  ['how promises were kept', async () => await t.client.sla.attainment({})],
  ['hot alerts', async () => await t.client.alerts.list({})],
  ['unseen hot alerts', async () => await t.client.alerts.list({ unseen: true, limit: 1 })],
  ['alerts nobody was told of', async () => await announceAlerts(await t.backend.contextFor(undefined))],
  [
    'a lead that turns hot, and a touch',
    async () => {
      const leadUid = await first();
      await t.client.events.record({ leadUid, kind: 'enquiry.received' });
      await t.client.touches.record({ leadUid, way: 'phone', direction: 'out', reached: true });
      await t.client.alerts.seen({ all: true });
    },
  ],
  [
    "the week's lists, and one of them",
    async () => {
      const { lists } = await t.client.callLists.generate({});
      await t.client.callLists.list({});
      await t.client.callLists.week({ scope: 'team' });
      await t.client.callLists.get({ uid: lists[0]?.uid ?? '' });
    },
  ],
  ['the history', async () => await t.client.history.list({})],
  ['pairs of look-alikes', async () => await t.client.duplicates.list({})],
  ['pairs of one person', async () => await t.client.duplicates.list({ leadUid: await first() })],
  ['how many pairs wait', async () => await t.client.duplicates.count({})],
  [
    'a merge and its undo',
    async () => {
      const [a, b] = (await t.client.leads.list({ limit: 2 })).rows;
      await t.client.leads.merge({ survivorUid: a?.uid ?? '', otherUid: b?.uid ?? '' });
      await t.client.history.undo({});
    },
  ],
  [
    'a typed card that looks like somebody',
    async () => {
      const [row] = (await t.client.leads.list({ limit: 1 })).rows;
      await t.client.leads.create({ companyName: row?.companyName ?? '', name: row?.name ?? '' });
      await t.client.history.undo({});
    },
  ],
  ['a search for look-alikes', async () => await finished(await t.client.duplicates.scan({}))],
])('reads no big table from end to end for %s', async (_name, work) => {
  const statements = await statementsOf(work);
  expect(statements.length).toBeGreaterThan(0);
  expect(scans(statements)).toEqual([]);
});

it('finds a window of the list in its index alone, without sorting', async () => {
  const statements = await statementsOf(async () => await t.client.leads.list({ band: 'mid' }));
  const window = statements.find(sql => /order by/.test(sql) && /limit/.test(sql) && !/join/.test(sql));
  const plan = queryPlan(t.backend.keeper.store.raw.reader, window ?? '', [null, null, null]);
  expect(plan).toEqual([expect.stringMatching(/^SEARCH leads USING COVERING INDEX leads_band/)]);
});

it.each([
  'rank',
  'company',
  'name',
  'phone',
  'nextKind',
  'next',
  'touched',
  'owner',
  'acquired',
  'cools',
] as const)('walks an index for the list by %s, in either direction', async sort => {
  for (const direction of ['asc', 'desc'] as const) {
    const statements = await statementsOf(async () => await t.client.leads.list({ sort, direction }));
    const window = statements.find(sql => /order by/.test(sql) && /limit/.test(sql) && !/join/.test(sql));
    const plan = queryPlan(t.backend.keeper.store.raw.reader, window ?? '', [null, null]);
    expect(plan).toEqual([expect.stringMatching(/^SCAN leads USING COVERING INDEX leads_/)]);
  }
});

it('holds the hits of a common search against the order of the list instead of sorting them', async () => {
  const on = { filter: zLeadFilter.parse({ search: '株式会社' }), today: day('2026-11-20') };
  const order = { sort: 'company', direction: 'asc' } as const;
  const statements = await statementsOf(
    async () =>
      await listWindow(t.backend.keeper.store.read, on, order, { offset: 0, limit: 50, plan: 'order' }),
  );
  const window = statements.find(sql => /order by/.test(sql)) ?? '';
  const plan = queryPlan(t.backend.keeper.store.raw.reader, window, ['"株式"', null, null]);
  expect(plan[0]).toMatch(/^SCAN leads USING COVERING INDEX leads_by_company/);
  expect(plan.join()).not.toMatch(/TEMP B-TREE/);
});

it('counts the journey from two indexes alone', async () => {
  const statements = await statementsOf(async () => await t.client.journey.map({}));
  const of = (text: RegExp) => statements.find(sql => text.test(sql)) ?? '';
  const plan = (sql: string) =>
    queryPlan(
      t.backend.keeper.store.raw.reader,
      sql,
      Array.from(sql.matchAll(/\?/g), () => null),
    );
  expect(plan(of(/"entry_stop"/))).toEqual([
    expect.stringMatching(/^SEARCH leads USING COVERING INDEX leads_by_acquired/),
  ]);
  expect(plan(of(/moved\./))).toEqual([
    expect.stringMatching(/^SEARCH events USING COVERING INDEX events_logged/),
  ]);
});

it('sees a scan when there is one', () => {
  expect(scans(["select id from leads where memo = 'x'"])).toHaveLength(1);
});
