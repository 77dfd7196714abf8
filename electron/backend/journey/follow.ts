import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { type NewEvent, recordEvents } from '#electron/backend/events/events.ts';
import {
  type Edge,
  rescore,
  type Rescored,
  type Scorable,
  type ScoredEvent,
  type Scorer,
  scoreOf,
} from '#electron/backend/scoring/rescore.ts';
import { followClocks } from '#electron/backend/sla/follow.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Unconfirmed } from '#shared/domain/sla/alert.ts';
import { advance } from './advance.ts';
import { type Result, updateResults } from './journey.repo.ts';

/** A lead after everything about it was made anew: what the clocks look at. */
export interface Followed {
  readonly leadId: number;
  /** What happened to the lead, oldest first, without what was retracted. */
  readonly events: readonly ScoredEvent[];
  readonly after: Result;
  /** The change of rank that was just logged, with the uid of its event. */
  readonly edge: Edge | null;
  readonly unconfirmed: Unconfirmed;
}

/** What follows from a change of rank or place, in this order and in the same transaction. Clocks and alerts join here. */
const FOLLOWERS: readonly ((
  ctx: Context,
  tx: WriteTx,
  followed: readonly Followed[],
  scorer: Scorer,
) => Promise<void>)[] = [logEdges, followClocks];

/**
 * The one way to bring leads up to date, whatever happened to them (a write, a day that passed, other rules): points and
 * rank, then place and next action, then what follows from them. Returns how many leads differed.
 */
export async function followLeads(
  ctx: Context,
  tx: WriteTx,
  leadIds: readonly number[],
  scorer: Scorer,
): Promise<number> {
  const followed = (await rescore(ctx, tx, leadIds, scorer)).map(lead => ({
    lead,
    after: resultOf(lead, scorer),
  }));
  const differing = followed.filter(({ lead, after }) => differs(lead.row, after));
  await updateResults(
    tx,
    differing.map(({ lead, after }) => ({ ...after, id: lead.row.id })),
  );
  await follow(
    ctx,
    tx,
    followed.map(({ lead, after }) => ({
      leadId: lead.row.id,
      events: lead.events,
      after,
      edge: lead.edge,
      unconfirmed: lead.unconfirmed,
    })),
    scorer,
  );
  return differing.length;
}

const resultOf = ({ row, events, isOptedOut, score }: Rescored, scorer: Scorer): Result => ({
  ...score,
  ...advance(row, events, isOptedOut, score, scorer),
});

/** What a person starts with, before the row is written. */
export interface Beginning {
  readonly result: Result;
  readonly edge: Edge | null;
  readonly unconfirmed: Unconfirmed;
}

/** Points, rank, place and next action of somebody about to be stored, by the same rules as for everybody else. */
export function beginningOf(
  ctx: Pick<Context, 'newId'>,
  row: Scorable,
  events: readonly ScoredEvent[],
  isOptedOut: boolean,
  scorer: Scorer,
): Beginning {
  const { score, ...turn } = scoreOf(ctx, row, events, isOptedOut, scorer);
  return { result: { ...score, ...advance(row, events, isOptedOut, score, scorer) }, ...turn };
}

/** What follows for people who were just stored. Only those who are worth telling somebody about cost anything. */
export const followNew = async (
  ctx: Context,
  tx: WriteTx,
  people: readonly Followed[],
  scorer: Scorer,
): Promise<void> =>
  await follow(
    ctx,
    tx,
    people.filter(({ edge, unconfirmed }) => edge !== null || unconfirmed === 'yes'),
    scorer,
  );

async function follow(
  ctx: Context,
  tx: WriteTx,
  followed: readonly Followed[],
  scorer: Scorer,
): Promise<void> {
  if (followed.length === 0) return;
  for (const then of FOLLOWERS) await then(ctx, tx, followed, scorer);
}

async function logEdges(
  _ctx: Context,
  tx: WriteTx,
  followed: readonly Followed[],
  { on }: Scorer,
): Promise<void> {
  const edges = followed.flatMap(({ leadId, edge }) => (edge ? [edgeEvent(leadId, edge, on)] : []));
  if (edges.length > 0) await recordEvents(tx, edges);
}

const edgeEvent = (leadId: number, { uid, ...data }: Edge, on: Day): NewEvent => ({
  uid,
  kind: 'band.changed',
  leadId,
  occurredOn: on,
  source: 'system',
  data,
  logged: true,
});

/** `scored_on` alone is no difference: a day on which nothing changed writes nothing. */
function differs(row: Rescored['row'], after: Result): boolean {
  if (row.scored_on === null || row.rules_n !== after.rules_n) return true;
  const { scored_on: _scored, ...rest } = after;
  return Object.entries(rest).some(([key, value]) => row[key as keyof Rescored['row']] !== value);
}
