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
import { noteFollowed } from '#electron/backend/scoring/swap-watch.ts';
import { followClocks } from '#electron/backend/sla/follow.ts';
import type { Unconfirmed } from '#shared/domain/sla/alert.ts';
import { assignHot } from '#electron/backend/team/assign-hot.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { movedKind } from '#shared/domain/journey/course.ts';
import type { Step } from '#shared/domain/journey/advance.ts';
import { isAutomatic } from '#shared/domain/journey/next-action.ts';
import { stepOf } from './advance.ts';
import { decisionOf, type Differing, placeOf, type Result, updateResults } from './journey.repo.ts';

/** A lead after everything about it was made anew: what the clocks look at. */
export interface Followed {
  readonly leadId: number;
  /** What happened to the lead, oldest first, without what was retracted. */
  readonly events: readonly ScoredEvent[];
  readonly after: Result;
  /** The change of rank that was just logged, with the uid of its event. */
  readonly edge: Edge | null;
  readonly unconfirmed: Unconfirmed;
  readonly move: Step['move'];
}

/** What follows from a change of rank or place, in this order and in the same transaction. Clocks and alerts join here. */
const FOLLOWERS: readonly ((
  ctx: Context,
  tx: WriteTx,
  followed: readonly Followed[],
  scorer: Scorer,
) => Promise<void>)[] = [logFacts, assignHot, followClocks];

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
  return await followRescored(ctx, tx, await rescore(ctx, tx.read, leadIds, scorer), scorer);
}

/** `followLeads` for leads whose points and rank are computed already, from what the store still holds of them. */
export async function followRescored(
  ctx: Context,
  tx: WriteTx,
  rescored: readonly Rescored[],
  scorer: Scorer,
): Promise<number> {
  noteFollowed(
    ctx.store,
    rescored.map(lead => lead.row.id),
  );
  const leads = rescored.map(lead => ({ lead, ...stepOf(lead, scorer) }));
  const differing = leads.flatMap(({ lead, result }) => differingOf(lead.row, result) ?? []);
  await updateResults(tx, differing);
  const followed = leads.map(({ lead, result, move }) => ({
    leadId: lead.row.id,
    events: lead.events,
    after: result,
    edge: lead.edge,
    unconfirmed: lead.unconfirmed,
    move,
  }));
  for (const follow of FOLLOWERS) await follow(ctx, tx, followed, scorer);
  return differing.length;
}

/** What a person starts with, before the row is written. */
export type Beginning = Omit<Followed, 'leadId'>;

/** Points, rank, place and next action of somebody about to be stored, by the same rules as for everybody else. */
export function beginningOf(
  ctx: Pick<Context, 'newId'>,
  row: Scorable,
  events: readonly ScoredEvent[],
  isOptedOut: boolean,
  scorer: Scorer,
): Beginning {
  const scored = scoreOf(ctx, row, events, isOptedOut, scorer);
  const { result, move } = stepOf({ row, events, isOptedOut, ...scored }, scorer);
  return { after: result, edge: scored.edge, unconfirmed: scored.unconfirmed, move, events };
}

/** What follows for people who were just stored. Only those who are worth telling somebody about cost anything. */
export async function followNew(
  ctx: Context,
  tx: WriteTx,
  people: readonly Followed[],
  scorer: Scorer,
): Promise<void> {
  const told = people.filter(({ edge, unconfirmed }) => edge !== null || unconfirmed === 'yes');
  if (told.length > 0) for (const follow of FOLLOWERS) await follow(ctx, tx, told, scorer);
}

/** Changes of rank and moves are written down as they are seen, once: no undo, late event or recompute rewrites them. */
async function logFacts(
  ctx: Context,
  tx: WriteTx,
  followed: readonly Followed[],
  { on }: Scorer,
): Promise<void> {
  const facts = followed.flatMap(lead => factsToLog(ctx, lead, on));
  if (facts.length > 0) await recordEvents(tx, facts);
}

/** What is to be written down about a lead that changed its rank or its place that day. */
export function factsToLog(
  ctx: Pick<Context, 'newId'>,
  { leadId, edge, move }: Pick<Followed, 'leadId' | 'edge' | 'move'>,
  on: Day,
): NewEvent[] {
  const common = { leadId, occurredOn: on, source: 'system' as const, logged: true };
  const facts: NewEvent[] = [];
  if (edge) {
    const { uid, interestUid: _, ...data } = edge;
    facts.push({ ...common, uid, kind: 'band.changed', data });
  }
  if (move)
    facts.push({
      ...common,
      uid: ctx.newId(),
      kind: movedKind(move.from, move.to),
      data: { cause: move.cause },
    });
  return facts;
}

/** Whether bringing a lead up to date would change anything but the number of the rules. */
export function isBehind(lead: Rescored, scorer: Scorer): boolean {
  const { result } = stepOf(lead, scorer);
  return differingOf(lead.row, { ...result, rules_n: lead.row.rules_n ?? result.rules_n }) !== null;
}

type Stored = Rescored['row'];
const differ = (row: Stored, part: object): boolean =>
  Object.entries(part).some(([key, value]) => row[key as keyof Stored] !== value);

/** What of the lead is to be written; null when nothing differs. `scored_on` alone is no difference. */
function differingOf(row: Stored, result: Result): Differing | null {
  const { scored_on: _scored, ...rest } = result;
  if (row.scored_on !== null && !differ(row, rest)) return null;
  const gaveWay = row.stage !== result.stage || !isAutomatic(row.next_kind);
  const decision = !differ(row, decisionOf(result)) ? 'same' : gaveWay ? 'decided' : 'cached';
  return { id: row.id, result, place: differ(row, placeOf(result)), decision };
}
