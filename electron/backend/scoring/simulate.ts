import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '#electron/backend/context.ts';
import { callListSettings, scoringRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import { teamOf } from '#electron/backend/settings/members.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Simulation } from '#shared/contract/scoring.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { standingOn } from '#shared/domain/scoring/assess.ts';
import { type Band, bandOf, BANDS } from '#shared/domain/scoring/band.ts';
import { matchedRules } from '#shared/domain/scoring/rehearse.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { listMoved } from './scoring.repo.ts';
import { factBatches, type KnownLead } from './fact-batches.ts';
import { lookBack } from './look-back.ts';
import { today } from './rescore.ts';

/** Names shown per move; the count says how many there are. */
const NAMES = 50;

type Counts = Record<Band, number>;
interface Moved {
  id: number;
  total: number;
}
interface Tally {
  leads: number;
  before: Counts;
  after: Counts;
  callsBefore: number;
  callsAfter: number;
  moved: Map<string, { from: Band; to: Band; count: number; first: Moved[] }>;
  attributes: number[];
  behaviours: Record<string, number>;
}

/**
 * Rehearses rules on everybody in the list without writing anything: who changes rank, how many calls a week that means,
 * whom each rule reaches, and what the rules would have said about past 商談. Stops early when the caller left.
 */
export async function simulate(
  ctx: Context,
  input: InputOf<'scoring', 'simulate'>,
): Promise<OutputOf<'scoring', 'simulate'>> {
  const { rules } = input;
  const on = today(ctx);
  const tally = emptyTally(rules);
  const inForce = (await activeVersion(ctx.read, scoringRules, on)).data;
  for await (const batch of factBatches(ctx.read)) {
    for (const lead of batch) count(tally, lead, { rules, inForce, on });
    await turn();
    if (ctx.signal?.aborted) break;
  }
  const backTest = input.backTest ? await lookBack(ctx, rules) : null;
  const callers = await countCallers(ctx);
  const { data: lists } = await activeVersion(ctx.read, callListSettings, today(ctx));
  const calls = {
    before: tally.callsBefore,
    after: tally.callsAfter,
    capacity: callers * lists.rule.maxRows,
    callers,
  };
  return {
    leads: tally.leads,
    before: tally.before,
    after: tally.after,
    moves: await movesOf(ctx, tally),
    calls,
    matches: { attributes: tally.attributes, behaviours: tally.behaviours },
    backTest,
    warnings: [
      ...(backTest ? (['hindsight'] as const) : []),
      ...(backTest && backTest.byBand === null ? (['tooFew'] as const) : []),
      ...(calls.after > calls.capacity ? (['overCapacity'] as const) : []),
      ...(tally.after.hot === 0 && tally.leads > 0 ? (['nobodyHot'] as const) : []),
    ],
  };
}

const emptyTally = (rules: ScoringRules): Tally => ({
  leads: 0,
  before: { hot: 0, mid: 0, low: 0 },
  after: { hot: 0, mid: 0, low: 0 },
  callsBefore: 0,
  callsAfter: 0,
  moved: new Map(),
  attributes: rules.attributes.map(() => 0),
  behaviours: {},
});

interface Rehearsal {
  rules: ScoringRules;
  inForce: ScoringRules;
  on: Day;
}

function count(tally: Tally, { row, facts }: KnownLead, { rules, inForce, on }: Rehearsal): void {
  const stored = row.scored_on === null ? null : (row.band as Band);
  const from = stored ?? bandOf(null, standingOn(facts, inForce, on), inForce);
  const standing = standingOn(facts, rules, on);
  const to = bandOf(stored, standing, rules);
  tally.leads++;
  tally.before[from]++;
  tally.after[to]++;
  if (isCallable(row)) {
    if (from !== 'low') tally.callsBefore++;
    if (to !== 'low') tally.callsAfter++;
  }
  if (from !== to) noteMove(tally, from, to, { id: row.id, total: standing.total });
  const matched = matchedRules(facts, rules, on);
  for (const i of matched.attributes) tally.attributes[i] = (tally.attributes[i] ?? 0) + 1;
  for (const kind of matched.behaviours) tally.behaviours[kind] = (tally.behaviours[kind] ?? 0) + 1;
}

const isCallable = (row: KnownLead['row']): boolean =>
  row.stage === 'open' &&
  row.phone !== '' &&
  row.do_not_call === 0 &&
  (row.company_kind ?? 'prospect') === 'prospect';

function noteMove(tally: Tally, from: Band, to: Band, moved: Moved): void {
  const key = `${from} ${to}`;
  const known = tally.moved.get(key) ?? { from, to, count: 0, first: [] };
  tally.moved.set(key, known);
  known.count++;
  known.first.push(moved);
  if (known.first.length < 2 * NAMES) return;
  known.first.sort(byTotal).splice(NAMES);
}

const byTotal = (a: Moved, b: Moved): number => b.total - a.total || a.id - b.id;

/** Moves in the order people ask: who comes into A, who leaves it, then the rest. */
async function movesOf(ctx: Context, { moved }: Tally): Promise<Simulation['moves']> {
  const order = BANDS.toReversed().flatMap(band => [...moved.values()].filter(({ to }) => to === band));
  const first = order.flatMap(move => move.first.sort(byTotal).slice(0, NAMES));
  const names = new Map(
    (
      await listMoved(
        ctx.read,
        first.map(({ id }) => id),
      )
    ).map(row => [row.id, row]),
  );
  return order.map(({ from, to, count, first: all }) => ({
    from,
    to,
    count,
    leads: all.slice(0, NAMES).flatMap(({ id, total }) => {
      const row = names.get(id);
      return row
        ? [{ uid: row.uid, name: row.name, companyName: row.company_name, totalBefore: row.total, total }]
        : [];
    }),
  }));
}

/** Active members who call; one when nobody has the role, because somebody will. */
async function countCallers(ctx: Context): Promise<number> {
  const team = await teamOf(ctx);
  return Math.max(1, team.filter(({ member }) => member.active && member.roles.includes('inside')).length);
}
