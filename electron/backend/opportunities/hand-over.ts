import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { eventsOf, recordEvents } from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { reasonsOf } from '#electron/backend/scoring/reasons.ts';
import { calendar, sla } from '#electron/backend/settings/agreements.ts';
import { teamOf } from '#electron/backend/settings/members.ts';
import { activeVersion, type Version } from '#electron/backend/settings/versions.ts';
import type { Band } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type Day, dayOf, type Instant } from '#shared/domain/base/days.ts';
import type { Card } from '#shared/domain/opportunities/card.ts';
import type { Criteria } from '#shared/domain/opportunities/criteria.ts';
import { dueAt } from '#shared/domain/sla/due.ts';
import { acceptIn } from './answer.ts';
import { checkCriteria } from './criteria.ts';
import { dealEvent } from './deal.ts';
import { findNewest, findPerson } from './handovers.repo.ts';
import { openOpportunity } from './open.ts';
import { findDealById } from './opportunities.repo.ts';

type MakeInput = InputOf<'handovers', 'make'>;
type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Calls whose notes the card tells. */
const TOLD_CALLS = 3;

interface Plan {
  readonly leadId: number;
  readonly person: Person;
  readonly toId: number;
  readonly isOwn: boolean;
  readonly criteria: Awaited<ReturnType<typeof checkCriteria>>;
  readonly answerDueAt: Instant;
  readonly meetingOn: Day | undefined;
}

/** Hands somebody over to field sales, all or nothing. Throws NOT_FOUND, CRITERIA_NOT_MET, HANDOVER_NOT_POSSIBLE. */
export async function makeHandover(ctx: Context, input: MakeInput): Promise<OutputOf<'handovers', 'make'>> {
  const plan = await planOf(ctx, input);
  const [operationUid, handoverUid] = [ctx.newId(), ctx.newId()];
  const done = await ctx.write({ kind: 'handovers.make', uid: operationUid }, async tx => {
    const deal = await dealFor(ctx, tx, input, plan);
    await refuseSecond(tx, deal.id);
    await tx.update('opportunities', deal.id, { ...plan.criteria.patch, updated_at: tx.at });
    await insertTasks(ctx, tx, deal.id, plan.leadId, input.tasks);
    const handover = {
      uid: handoverUid,
      opportunity_id: deal.id,
      lead_id: plan.leadId,
      from_id: tx.memberId ?? plan.person.ownerId,
      to_id: plan.toId,
      made_at: tx.at,
      card: JSON.stringify(await cardOf(tx, deal.id, input, plan)),
      answer: null,
      answered_at: null,
      answered_on: null,
      reason: null,
      until_on: null,
      note: '',
    };
    const [id = 0] = await tx.insert('handovers', [handover]);
    const made = dealEvent(ctx, { lead_id: plan.leadId, uid: deal.uid }, 'handover.made', {
      to: input.toUid,
    });
    await recordEvents(tx, [{ ...made, uid: handoverUid }]);
    await tx.update('leads', plan.leadId, { ...waiting(plan), owner_id: plan.toId, updated_at: tx.at });
    const handed = { id, uid: handoverUid, leadId: plan.leadId, opportunityId: deal.id };
    if (plan.isOwn) await acceptIn(ctx, tx, handed);
    else await refreshLeads(ctx, tx, [plan.leadId]);
    return deal;
  });
  return { operationUid, handoverUid, opportunityUid: done.uid, accepted: plan.isOwn };
}

async function planOf(ctx: Context, input: MakeInput): Promise<Plan> {
  const today = dayOf(ctx.now());
  const leadId = await leadIdOf(ctx, input.leadUid);
  const person = await findPerson(ctx.read, leadId);
  if (!person) throw new AppError('NOT_FOUND', { entity: 'lead' });
  const to = (await teamOf(ctx)).find(({ member }) => member.uid === input.toUid && member.active);
  if (!to) throw new AppError('NOT_FOUND', { entity: 'member' });
  const { data: cal } = await activeVersion(ctx.read, calendar, today);
  const { data: agreed } = await activeVersion(ctx.read, sla, today);
  return {
    leadId,
    person,
    toId: to.id,
    isOwn: to.id === ctx.member?.id,
    criteria: await checkCriteria(ctx.read, today, input),
    answerDueAt: dueAt('accept', agreed.timing, ctx.now(), cal),
    meetingOn: input.meetingAt ? dayOf(input.meetingAt) : input.meetingOn,
  };
}

/** Until field sales answers, that is what is next. */
const waiting = ({ answerDueAt }: Plan): PatchOf<'leads'> => ({
  next_kind: 'answer',
  next_on: dayOf(answerDueAt),
  next_at: null,
  next_reason: null,
});

/** The 商談 of the person, opened now if nobody did: then today is the day of the appointment. */
async function dealFor(
  ctx: Context,
  tx: WriteTx,
  { meetingAt, place }: MakeInput,
  { leadId, person, meetingOn }: Plan,
): Promise<{ id: number; uid: string }> {
  const appointmentOn = person.appointmentOn ?? dayOf(tx.at);
  const deal = await openOpportunity(ctx, tx, { leadId, appointmentOn, meetingOn, meetingAt, place });
  if (deal.isNew && person.appointmentOn === null)
    await recordEvents(tx, [dealEvent(ctx, { lead_id: leadId, uid: deal.uid }, 'appointment.made', {})]);
  return deal;
}

/** One hand-over at a time: what waits is answered first, and what was accepted is with field sales. */
async function refuseSecond(tx: WriteTx, dealId: number): Promise<void> {
  const newest = await findNewest(tx.read, dealId);
  if (!newest || newest.answer === 'returned') return;
  throw new AppError('HANDOVER_NOT_POSSIBLE', { state: newest.answer ?? 'waiting' });
}

async function insertTasks(
  ctx: Context,
  tx: WriteTx,
  dealId: number,
  leadId: number,
  tasks: MakeInput['tasks'],
): Promise<void> {
  const rows = tasks.map(({ kind, text, dueOn }) => ({
    uid: ctx.newId(),
    opportunity_id: dealId,
    lead_id: leadId,
    kind,
    text,
    due_on: dueOn,
    done_on: null,
  }));
  if (rows.length > 0) await tx.insert('opportunity_tasks', rows);
}

async function cardOf(tx: WriteTx, dealId: number, input: MakeInput, plan: Plan): Promise<Card> {
  const { id: _id, appointmentOn: _on, ownerId: _owner, band, ...person } = plan.person;
  const why = await reasonsOf(tx.read, [plan.leadId], dayOf(tx.at));
  const calls = (await eventsOf(tx.read, [plan.leadId])).filter(event => event.kind === 'call').toReversed();
  const { meeting_on: meetingOn, meeting_at: meetingAt, place } = await findDealById(tx.read, dealId);
  return {
    ...person,
    band: band as Band,
    why: [...(why.get(plan.leadId) ?? [])],
    calls: calls.slice(0, TOLD_CALLS).map(({ occurredOn, data }) => ({
      on: occurredOn,
      outcome: typeof data['outcome'] === 'string' ? data['outcome'] : 'other',
      note: typeof data['note'] === 'string' ? data['note'] : '',
    })),
    said: input.said,
    meetingOn,
    meetingAt,
    place,
    tasks: [...input.tasks],
    criteria: tickedOf(plan.criteria.version, input.met),
    overrideReason: input.overrideReason,
    answerDueAt: plan.isOwn ? null : plan.answerDueAt,
  };
}

const tickedOf = ({ data: { items } }: Version<Criteria>, met: readonly string[]): Card['criteria'] =>
  items.map(item => ({ ...item, met: met.includes(item.id) }));
