import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { router } from '#electron/backend/rpc/router.ts';
import { tick } from '#electron/backend/tick.ts';
import { addDays, dayOf } from '#shared/domain/base/days.ts';
import { below, pick, seeded } from '#shared/domain/base/seeded.ts';
import { LOST_REASONS, OPEN_STAGES, RETURN_REASONS } from '#shared/domain/opportunities/stages.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { runs, seed } from '#test/helpers/runs.ts';

let t: TestBackend;
let members: string[];
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  members = [];
  for (const [name, role] of [
    ['佐藤', 'inside'],
    ['鈴木', 'field'],
  ] as const)
    members.push((await t.client.members.save({ name, roles: [role], active: true })).uid);
});
afterEach(async () => await t.stop());

type Row = Record<string, unknown>;
const all = (sql: string): Row[] => t.backend.keeper.store.raw.reader.prepare(sql).all() as Row[];

/** What somebody may do next; refused by the app where it makes no sense. */
async function act(
  random: () => number,
  people: readonly string[],
  operations: string[],
): Promise<string | undefined> {
  const client = createRouterClient(router, {
    context: { backend: t.backend, member: pick(random, members) },
  });
  const leadUid = pick(random, people);
  const theirs = (table: string): string[] =>
    all(`select x.uid from ${table} x join leads on leads.id = x.lead_id
      where leads.uid in (${people.map(uid => `'${uid}'`).join()}) or leads.merged_into_id is not null`).map(
      row => String(row['uid']),
    );
  const [deals, handovers] = [theirs('opportunities'), theirs('handovers')];
  const until = addDays(dayOf(t.clock.now()), 1 + below(random, 60));
  const deal = { uid: deals.length === 0 ? 'none' : pick(random, deals) };
  const handover = { uid: handovers.length === 0 ? 'none' : pick(random, handovers) };
  const met = ['need', 'timeframe', 'nextMeeting'];
  switch (below(random, 12)) {
    case 0:
    case 1:
      return (await client.calls.record({ leadUid, outcome: 'appointment', nextOn: until })).operationUid;
    case 2:
      return (await client.opportunities.create({ leadUid, met })).operationUid;
    case 3:
    case 4:
      return (await client.handovers.make({ leadUid, toUid: pick(random, members), met })).operationUid;
    case 5:
      return (await client.handovers.answer({ ...handover, answer: 'accepted' })).operationUid;
    case 6:
      return (
        await client.handovers.answer({
          ...handover,
          answer: 'returned',
          reason: pick(random, RETURN_REASONS),
          until,
        })
      ).operationUid;
    case 7:
      return (await client.opportunities.move({ ...deal, stage: pick(random, [...OPEN_STAGES, 'won']) }))
        .operationUid;
    case 8:
      return (
        await client.opportunities.move({
          ...deal,
          stage: 'lost',
          lostReason: pick(random, LOST_REASONS),
          until,
        })
      ).operationUid;
    case 9:
      return (await client.leads.merge({ survivorUid: leadUid, otherUid: pick(random, people), fields: {} }))
        .operationUid;
    case 10: {
      const [operationUid] = operations.splice(below(random, Math.max(1, operations.length)), 1);
      await client.history.undo({ operationUid: operationUid ?? 'none' });
      return undefined;
    }
    default:
      t.clock.advance(1440 * (1 + below(random, 5)));
      await tick(await t.backend.contextFor(undefined));
      return undefined;
  }
}

const REFUSALS = new Set([
  'NOT_FOUND',
  'MERGE_SAME_LEAD',
  'HANDOVER_NOT_POSSIBLE',
  'HANDOVER_ANSWERED',
  'DEAL_CLOSED',
  'DEAL_WAITS',
  'UNDO_ALREADY_DONE',
]);

/** What holds whatever was done. */
function check(where: string): void {
  const open = OPEN_STAGES.map(stage => `'${stage}'`).join();
  const leads = all('select * from leads where trashed_at is null');
  for (const lead of leads) {
    const hasNext = lead['next_kind'] === 'none' ? lead['next_reason'] !== null : lead['next_on'] !== null;
    expect(hasNext, `${where}: a next step or a reason`).toBe(true);
    if (lead['next_kind'] === 'answer')
      expect(
        all(`select 1 from handovers where lead_id = ${String(lead['id'])} and answer is null`).length,
        `${where}: an answer is awaited`,
      ).toBeGreaterThan(0);
    if (lead['stage'] === 'open') expect(lead['next_kind'], where).not.toMatch(/answer|handOver|meeting/);
  }
  // Every hand-over belongs to the person its 商談 belongs to, and each fact to its row.
  expect(
    all(
      `select h.uid from handovers h join opportunities o on o.id = h.opportunity_id where h.lead_id is not o.lead_id`,
    ),
    where,
  ).toEqual([]);
  expect(
    all(`select h.uid from handovers h left join events e on e.uid = h.uid and e.retracted_by_id is null
      where h.lead_id is not null and e.id is null`),
    where,
  ).toEqual([]);
  expect(
    all(`select uid from opportunities where stage in (${open}) and lost_reason is not null`),
    where,
  ).toEqual([]);
  expect(
    all(`select lead_id from opportunities where stage in (${open}) and lead_id is not null
      group by lead_id having count(*) > 1`),
    `${where}: one open 商談`,
  ).toEqual([]);
}

it(`keep one 商談 per person and a next step for everybody (${runs(400)} histories)`, {
  timeout: 1_800_000,
}, async () => {
  let refused = 0;
  for (let run = 0; run < runs(400); run++) {
    const random = seeded(seed() + run);
    await makeLeads(
      t,
      Array.from({ length: 3 }, (_, i) => ({ name: `人 ${run}-${i}`, titleRank: 4 })),
    );
    const people = all('select uid from leads where merged_into_id is null order by id desc limit 3');
    const operations: string[] = [];
    for (let step = 0; step < 12; step++) {
      const where = `seed ${seed() + run} step ${step}`;
      try {
        const made = await act(
          random,
          people.map(row => String(row['uid'])),
          operations,
        );
        if (made !== undefined) operations.push(made);
      } catch (error) {
        expect([...REFUSALS], `${where}: ${String(error)} ${t.logged.at(-1) ?? ''}`).toContain(
          (error as { code?: string }).code,
        );
        refused++;
      }
      check(where);
    }
  }
  // A history of refusals would prove nothing.
  expect(refused).toBeLessThan(runs(400) * 8);
});
