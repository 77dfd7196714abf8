import { describe, expect, it } from 'vitest';
import type { Context } from '#electron/backend/context.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { bandsShownOn } from '#electron/backend/scoring/bands-shown.ts';
import { pastsOf } from '#electron/backend/scoring/past.ts';
import { rulesOverTime } from '#electron/backend/scoring/rules-over-time.ts';
import { tick } from '#electron/backend/tick.ts';
import { addDays, type Day, day, instantAt } from '#shared/domain/base/days.ts';
import { below, pick, type Random, seeded } from '#shared/domain/base/seeded.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { ledger, score } from '#shared/domain/scoring/ledger.ts';
import { BEHAVIOURS, type ScoringRules } from '#shared/domain/scoring/rules.ts';
import { templateRules } from '#shared/domain/scoring/templates.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { runs, seed } from '#test/helpers/runs.ts';

const FIRST = day('2026-09-01');
const DAYS = 16;
/** Histories in one store. */
const LEADS = 250;
const TITLES = ['代表取締役', '部長', '課長', '主任', '', '担当'];

type Shown = { uid: string; fit: number; engagement: number; total: number; band: string };
type History = {
  t: TestBackend;
  ctx: Context;
  random: Random;
  ids: Map<string, number>;
  operations: string[];
};

const weird: ScoringRules = {
  ...templateRules('manufacturing'),
  caps: { fit: 20, engagement: 30 },
  blockingGates: ['competitor', 'optedOut', 'doNotCall'],
};

async function record({ ctx, random, ids }: History, on: Day): Promise<void> {
  const leadIds = [...ids.values()].filter(() => random() < 0.2);
  await ctx.write({ kind: 'test.events' }, async tx => {
    await recordEvents(
      tx,
      leadIds.map(leadId => ({
        uid: ctx.newId(),
        kind: pick(random, [...BEHAVIOURS, 'mail.sent']),
        leadId,
        occurredOn: addDays(on, below(random, 40) - 36),
        source: 'import',
      })),
    );
    await refreshLeads(ctx, tx, leadIds);
  });
}

/** One thing a user does with one lead, through the procedures the screens call. */
async function act({ t, random, operations }: History, leadUid: string): Promise<void> {
  const { client } = t;
  const points = { kind: 'points.manual', data: { points: below(random, 60) - 25 || 5, reason: '直感' } };
  const done = async (result: Promise<{ operationUid: string }>): Promise<void> => {
    operations.push((await result).operationUid);
  };
  switch (below(random, 8)) {
    case 0:
    case 1:
      return await done(client.events.record({ leadUid, kind: pick(random, BEHAVIOURS) }));
    case 2:
      return await done(client.events.record({ leadUid, ...points }));
    case 3:
      return await done(client.triage.record({ leadUid, rank: pick(random, ['A', 'B', 'C']) }));
    case 4:
      return await done(client.leads.update({ uid: leadUid, patch: { title: pick(random, TITLES) } }));
    case 5:
      return await done(client.leads.update({ uid: leadUid, patch: companyPatch(random) }));
    case 6:
      return await done(client.leads.update({ uid: leadUid, patch: { doNotCall: random() < 0.5 } }));
    default: {
      const operationUid = operations.splice(below(random, operations.length), 1)[0];
      if (operationUid !== undefined) await client.history.undo({ operationUid });
    }
  }
}

const companyPatch = (random: Random) => ({
  companyName: `株式会社架空${below(random, 20)}`,
  companyKind: pick(random, ['prospect', 'prospect', 'competitor'] as const),
});

/** Two entries turn out to be one person. */
async function merge({ t, random }: History, uids: string[]): Promise<void> {
  const [otherUid = ''] = uids.splice(below(random, uids.length), 1);
  await t.client.leads.merge({ survivorUid: pick(random, uids), otherUid });
}

const shownNow = async (ctx: Context): Promise<Shown[]> =>
  await ctx.read
    .selectFrom('leads')
    .select(['uid', 'fit', 'engagement', 'total', 'band'])
    .where('merged_into_id', 'is', null)
    .execute();

/** Lives through the days and keeps what the store showed at the end of each. */
async function live(history: History): Promise<Map<Day, Shown[]>> {
  const { t, ctx, random, ids } = history;
  const snapshots = new Map<Day, Shown[]>();
  const uids = [...ids.keys()];
  for (let n = 0; n < DAYS; n++) {
    const on = addDays(FIRST, n);
    t.clock.set(instantAt(on, 8 * 60));
    await tick(ctx);
    t.clock.advance(60);
    if (n > 0) await record(history, on);
    for (let i = 0; i < LEADS / 12; i++) await act(history, pick(random, uids));
    if (n === 6 || n === 11) {
      const rules = n === 6 ? weird : defaultRules;
      expect(await finished(await t.client.scoring.saveRules({ rules }))).toMatchObject({ state: 'done' });
    }
    if (n % 4 === 3) await merge(history, uids);
    if (n === 8) await t.client.suppressions.add({ address: 'lead1@example.jp', reason: 'optOut' });
    t.clock.set(instantAt(on, 23 * 60 + 59));
    snapshots.set(on, await shownNow(ctx));
  }
  return snapshots;
}

async function begin(random: Random): Promise<History> {
  const t = await testBackend({ now: instantAt(FIRST, 7 * 60) });
  await makeLeads(
    t,
    Array.from({ length: LEADS }, (_, i) => ({
      name: `架空 ${i}`,
      email: `lead${i}@example.jp`,
      company: `株式会社架空${i}`,
      titleRank: 1 + below(random, 8),
      acquiredOn: addDays(FIRST, -below(random, 60)),
    })),
  );
  const ctx = await t.backend.contextFor(undefined);
  const rows = await ctx.read.selectFrom('leads').select(['id', 'uid']).execute();
  return { t, ctx, random, ids: new Map(rows.map(row => [row.uid, row.id])), operations: [] };
}

describe('what was shown on a day', () => {
  it(`is what asOf says, for ${runs(10_000)} random histories`, { timeout: 3_600_000 }, async () => {
    for (let done = 0; done < runs(10_000); done += LEADS) {
      const random = seeded(seed() + done);
      const history = await begin(random);
      const { t, ctx, ids } = history;
      try {
        const snapshots = await live(history);
        const pasts = await pastsOf(ctx.read, [...ids.values()]);
        const rules = await rulesOverTime(ctx.read);
        for (const [on, shown] of snapshots) {
          const bands = await bandsShownOn(ctx.read, on);
          const found = shown.map(({ uid }) => {
            const id = ids.get(uid) ?? 0;
            const facts = pasts.get(id)?.known(on);
            // Whoever was merged since has no page of their own any more.
            if (!facts) return null;
            return { uid, ...score(ledger(facts, rules.on(on), on)), band: bands.get(id) };
          });
          const present = shown.filter(({ uid }) => pasts.has(ids.get(uid) ?? 0));
          expect(
            found.filter(row => row !== null),
            `seed ${seed() + done}, ${on}`,
          ).toEqual(present);
          await checkProcedure(t, on, pick(random, present), shown);
        }
      } finally {
        await t.stop();
      }
    }
  });
});

/** The procedure itself, for one of the leads and for the counts of the list. */
async function checkProcedure({ client }: TestBackend, on: Day, lead: Shown, shown: Shown[]): Promise<void> {
  const { lead: found } = await client.scoring.asOf({ on, leadUid: lead.uid });
  expect({ ...found, known: 'then' }, on).toMatchObject(lead);
  expect(found?.rows.reduce((sum, row) => sum + row.points, 0)).toBe(lead.total);
  const { counts } = await client.scoring.asOf({ on });
  const count = (band: string): number => shown.filter(row => row.band === band).length;
  expect(counts, on).toEqual({ hot: count('hot'), mid: count('mid'), low: count('low') });
}
