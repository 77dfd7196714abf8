import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { type NewEvent, recordEvents } from '#electron/backend/events/events.ts';
import {
  type Edge,
  rescore,
  type Rescored,
  type Scorer,
  scoreOf,
} from '#electron/backend/scoring/rescore.ts';
import { followClocks } from '#electron/backend/sla/follow.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { stepOf } from './advance.ts';
import { factsToLog } from './follow.ts';
import { updateResults } from './journey.repo.ts';

/**
 * Walks leads through their history day by day, as if the app had been there, and writes down each change of rank and place at
 * its own date. For invented people whose past is made at once: of real ones only what was seen is ever logged.
 */
export async function retraceLeads(
  ctx: Context,
  tx: WriteTx,
  leadIds: readonly number[],
  scorer: Scorer,
): Promise<void> {
  const walked = (await rescore(ctx, tx.read, leadIds, scorer)).map(lead => walk(ctx, lead, scorer));
  await updateResults(
    tx,
    walked.map(({ id, result }) => ({ id, result, place: true, decision: 'cached' })),
  );
  await recordEvents(
    tx,
    walked.flatMap(({ facts }) => facts),
  );
  const hot = walked.flatMap(({ entry }) => entry ?? []);
  if (hot.length > 0) await followClocks(ctx, tx, hot);
}

/** Nobody has looked at the lead yet. */
const FRESH = {
  scored_on: null,
  stop: null,
  stop_since_on: null,
  entry_stop: null,
  stage: 'open',
  next_kind: 'none',
  next_on: null,
  next_at: null,
  next_reason: 'noContact',
} as const;

function walk(ctx: Context, { row, events, isOptedOut }: Rescored, scorer: Scorer) {
  let edge: Edge | null = null;
  let turn: Pick<Rescored, 'unconfirmed'> = { unconfirmed: 'no' };
  let lead: Rescored['row'] = { ...row, ...FRESH };
  const facts: NewEvent[] = [];
  const logged: Rescored['events'][number][] = [];
  const look = (on: Day) => {
    const then = { ...scorer, on };
    const known = [...events.filter(event => event.occurredOn <= on), ...logged];
    const past = known.sort((a, b) =>
      a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0,
    );
    const scored = scoreOf(ctx, lead, past, isOptedOut, then);
    const { result, move } = stepOf({ row: lead, events: past, isOptedOut, ...scored }, then);
    const seen = factsToLog(ctx, { leadId: row.id, edge: scored.edge, move }, on);
    facts.push(...seen);
    edge = scored.edge ?? edge;
    turn = { unconfirmed: scored.unconfirmed };
    for (const { uid, kind, data = {} } of seen)
      logged.push({ ...blank, uid, kind, data, leadId: row.id, occurredOn: on, recordedAt: ctx.now() });
    lead = { ...lead, ...result };
    return result;
  };
  let result = look(events[0]?.occurredOn ?? scorer.on);
  for (const on of [...new Set(events.map(event => event.occurredOn)), scorer.on]) {
    // In between only what time alone changes: a rank that cools, a rest that ends.
    for (let due = dueOf(result); due !== null && due < on; due = dueOf(result)) result = look(due);
    if (on <= scorer.on) result = look(on);
  }
  const isHot = result.band === 'hot' || turn.unconfirmed === 'yes';
  const entry = isHot ? { leadId: row.id, events, after: result, edge, ...turn } : null;
  return { id: row.id, result, facts, entry };
}

const blank = { id: 0, occurredAt: null, source: 'system', retracted: false, memberId: null } as const;

/** The day on which the rank or the stop changes by itself; points alone are of no interest. */
function dueOf({
  stop,
  cools_on,
  next_change_on,
  next_kind,
}: ReturnType<typeof stepOf>['result']): Day | null {
  const isWaiting = stop === 'nurture' || (stop === 'contacted' && next_kind !== 'none');
  if (!isWaiting) return cools_on;
  return cools_on !== null && (next_change_on === null || cools_on < next_change_on)
    ? cools_on
    : next_change_on;
}
