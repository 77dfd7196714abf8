import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { findMemberNames, teamOf } from '#electron/backend/settings/members.ts';
import type { Band } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { DealEntry, Opportunity } from '#shared/contract/opportunities.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import { daysInStage, OPEN_STAGES, STAGES, type Stage } from '#shared/domain/opportunities/stages.ts';
import {
  countStages,
  findShownDeal,
  listDeals,
  listHandoversOf,
  listTasks,
  listWaitingDeals,
  type ShownDeal,
} from './list.repo.ts';
import { zMet } from './deal.ts';
import { findOpenDeal } from './opportunities.repo.ts';

/** Whose 商談: undefined everybody's, null nobody's. Throws NOT_FOUND. */
async function ownerOf(ctx: Context, owner: string | undefined): Promise<number | null | undefined> {
  if (owner === undefined) return undefined;
  if (owner === 'none') return null;
  if (owner === 'mine') return ctx.member?.id;
  const found = (await teamOf(ctx)).find(({ member }) => member.uid === owner);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'member' });
  return found.id;
}

/** One window of the board, with what stands in every stage. See the contract. */
export async function listOpportunities(
  ctx: Context,
  { which, stage, owner, ...window }: InputOf<'opportunities', 'list'>,
): Promise<OutputOf<'opportunities', 'list'>> {
  const ownerId = await ownerOf(ctx, owner);
  const stages: readonly Stage[] = which === 'open' ? (stage ? [stage] : OPEN_STAGES) : [which];
  const sums = await sumsOf(ctx, ownerId);
  const today = dayOf(ctx.now());
  return {
    rows: (await listDeals(ctx.read, { stages, ownerId }, window)).map(row => shownDeal(row, today)),
    total: stages.reduce((all, code) => all + sums[code].count, 0),
    stages: sums,
  };
}

/** The foremost of every stage under way, and every hand-over that waits. See the contract. */
export async function dealBoard(
  ctx: Context,
  { owner, perStage }: InputOf<'opportunities', 'board'>,
): Promise<OutputOf<'opportunities', 'board'>> {
  const ownerId = await ownerOf(ctx, owner);
  const today = dayOf(ctx.now());
  const rows: ShownDeal[] = [];
  for (const stage of OPEN_STAGES)
    rows.push(...(await listDeals(ctx.read, { stages: [stage], ownerId }, { offset: 0, limit: perStage })));
  return {
    rows: rows.map(row => shownDeal(row, today)),
    waiting: (await listWaitingDeals(ctx.read, ownerId)).map(row => shownDeal(row, today)),
    stages: await sumsOf(ctx, ownerId),
  };
}

type Sums = OutputOf<'opportunities', 'list'>['stages'];

/** What stands in every stage. */
async function sumsOf(ctx: Context, ownerId: number | null | undefined): Promise<Sums> {
  const sums = await countStages(ctx.read, ownerId);
  const sumOf = (code: Stage) => sums.find(row => row.stage === code) ?? { count: 0, amount: 0 };
  return Object.fromEntries(
    STAGES.map(code => [code, { count: sumOf(code).count, amount: Number(sumOf(code).amount) }]),
  ) as Sums;
}

function shownDeal(row: ShownDeal, today: Day): Opportunity {
  const { id: _id, leadId: _lead, criteria: _criteria, handoverUid, answer, toName, ...deal } = row;
  return {
    ...deal,
    band: deal.band as Band,
    stage: deal.stage as Stage,
    daysInStage: daysInStage(deal.stageOn, today),
    handover: { uid: handoverUid, state: handoverUid === null ? 'none' : stateOf(answer), toName },
  };
}

type State = 'waiting' | 'accepted' | 'returned';
const stateOf = (answer: string | null): State => (answer ?? 'waiting') as State;

/** What is under way with a person, or null. Throws NOT_FOUND. */
export async function dealOfLead(
  ctx: Context,
  { leadUid }: InputOf<'opportunities', 'ofLead'>,
): Promise<OutputOf<'opportunities', 'ofLead'>> {
  const deal = await findOpenDeal(ctx.read, await leadIdOf(ctx, leadUid));
  const row = deal && (await findShownDeal(ctx.read, deal.uid));
  return row ? shownDeal(row, dayOf(ctx.now())) : null;
}

/** What the log of a 商談 tells. */
const LOGGED = new Set([
  'appointment.made',
  'meeting.held',
  'handover.made',
  'handover.accepted',
  'handover.returned',
  'opportunity.moved',
  'opportunity.corrected',
  'opportunity.lost',
]);

/** Everything about one 商談, with what was done to it, the newest first. Throws NOT_FOUND. */
export async function getOpportunity(
  ctx: Context,
  { uid }: InputOf<'opportunities', 'get'>,
): Promise<OutputOf<'opportunities', 'get'>> {
  const row = await findShownDeal(ctx.read, uid);
  if (!row) throw new AppError('NOT_FOUND', { entity: 'opportunity' });
  const { n, met } = zMet.parse(JSON.parse(row.criteria));
  const handovers = await listHandoversOf(ctx.read, row.id);
  return {
    ...shownDeal(row, dayOf(ctx.now())),
    met,
    criteriaN: n,
    tasks: (await listTasks(ctx.read, row.id)).map(task => ({
      ...task,
      kind: task.kind as 'document' | 'task',
    })),
    handovers: handovers.map(({ answer, ...handover }) => ({ ...handover, state: stateOf(answer) })),
    log: await logOf(ctx, row),
  };
}

async function logOf(ctx: Context, { leadId, uid }: ShownDeal): Promise<DealEntry[]> {
  if (leadId === null) return [];
  const names = await findMemberNames(ctx);
  const events = (await eventsOf(ctx.read, [leadId])).filter(({ kind, data }) => {
    const deal = data['opportunityUid'];
    return LOGGED.has(kind) && (deal === undefined || deal === uid);
  });
  return events
    .toSorted((a, b) => b.id - a.id)
    .map(event => ({
      uid: event.uid,
      kind: event.kind,
      occurredOn: event.occurredOn,
      recordedAt: event.recordedAt,
      memberName: event.memberId === null ? null : (names.get(event.memberId) ?? null),
      data: event.data,
    }));
}
