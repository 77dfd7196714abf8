import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { hasMet, isOpenStage, metOnMoving } from '#shared/domain/opportunities/stages.ts';
import { checkCriteria } from './criteria.ts';
import { dealEvent, dealOf } from './deal.ts';
import { findNewest } from './handovers.repo.ts';
import { openOpportunity } from './open.ts';
import { type Deal, findTask } from './opportunities.repo.ts';
import { noteMeeting } from './steps.ts';

/** Makes a lead a 商談. Throws NOT_FOUND, CRITERIA_NOT_MET. See the contract. */
export async function createOpportunity(
  ctx: Context,
  input: InputOf<'opportunities', 'create'>,
): Promise<OutputOf<'opportunities', 'create'>> {
  const today = dayOf(ctx.now());
  const leadId = await leadIdOf(ctx, input.leadUid);
  const { patch } = await checkCriteria(ctx.read, today, input);
  const operationUid = ctx.newId();
  const appointmentOn = input.appointmentOn ?? today;
  const meetingOn = input.meetingAt ? dayOf(input.meetingAt) : input.meetingOn;
  const { meetingAt, place } = input;
  const { uid, isNew } = await ctx.write({ kind: 'opportunities.create', uid: operationUid }, async tx => {
    const deal = await openOpportunity(ctx, tx, { leadId, appointmentOn, meetingOn, meetingAt, place });
    await tx.update('opportunities', deal.id, {
      ...patch,
      ...(input.amount === undefined ? {} : { amount: input.amount }),
    });
    if (deal.isNew) {
      const event = dealEvent(ctx, { lead_id: leadId, uid: deal.uid }, 'appointment.made', {});
      const isToday = appointmentOn === today;
      await recordEvents(tx, [
        { ...event, occurredOn: appointmentOn, occurredAt: isToday ? ctx.now() : null },
      ]);
    }
    await refreshLeads(ctx, tx, [leadId]);
    return deal;
  });
  return { operationUid, uid, isNew };
}

/** Amount, place, meeting, note. Throws NOT_FOUND. */
export async function updateOpportunity(
  ctx: Context,
  { uid, ...input }: InputOf<'opportunities', 'update'>,
): Promise<OutputOf<'opportunities', 'update'>> {
  const deal = await dealOf(ctx, uid);
  const meetingOn = input.meetingAt ? dayOf(input.meetingAt) : input.meetingOn;
  const patch: PatchOf<'opportunities'> = {
    amount: input.amount,
    place: input.place,
    note: input.note,
    ...(meetingOn === undefined ? {} : { meeting_on: meetingOn, meeting_at: input.meetingAt ?? null }),
    updated_at: ctx.now(),
  };
  const operationUid = ctx.newId();
  await ctx.write({ kind: 'opportunities.update', uid: operationUid }, async tx => {
    await tx.update('opportunities', deal.id, patch);
    if (deal.nextKind !== 'meeting' || !meetingOn) return;
    const next = { next_on: meetingOn, next_at: input.meetingAt ?? null };
    await tx.update('leads', deal.lead_id, { ...next, updated_at: tx.at });
  });
  return { operationUid };
}

/** Moves a 商談 to another stage. Throws NOT_FOUND, DEAL_CLOSED, DEAL_WAITS, DEAL_NEEDS. See the contract. */
export async function moveOpportunity(
  ctx: Context,
  input: InputOf<'opportunities', 'move'>,
): Promise<OutputOf<'opportunities', 'move'>> {
  if (input.stage === 'lost' && !input.lostReason) throw new AppError('DEAL_NEEDS', { what: 'reason' });
  if (input.stage === 'lost' && !input.until) throw new AppError('DEAL_NEEDS', { what: 'until' });
  const operationUid = ctx.newId();
  const operation = { kind: 'opportunities.move', data: { stage: input.stage }, uid: operationUid };
  await ctx.write(operation, async tx => {
    const deal = await dealOf(tx, input.uid);
    if (!isOpenStage(deal.stage)) throw new AppError('DEAL_CLOSED', {});
    if ((await findNewest(tx.read, deal.id))?.answer === null) throw new AppError('DEAL_WAITS', {});
    if (input.stage !== deal.stage) await enterStage(ctx, tx, deal, input);
  });
  return { operationUid };
}

async function enterStage(
  ctx: Context,
  tx: WriteTx,
  deal: Deal,
  { stage, lostReason, until }: InputOf<'opportunities', 'move'>,
): Promise<void> {
  const today = dayOf(tx.at);
  const isLost = stage === 'lost';
  const entered = { stage, stage_on: today, lost_reason: isLost ? (lostReason ?? null) : null };
  await tx.update('opportunities', deal.id, { ...entered, updated_at: tx.at });
  const moved = dealEvent(ctx, deal, 'opportunity.moved', { from: deal.stage, to: stage });
  const lost = dealEvent(ctx, deal, 'opportunity.lost', { reason: lostReason, until });
  await recordEvents(tx, isLost ? [lost] : [moved]);
  if (hasMet(stage) && deal.met_on === null)
    await noteMeeting(ctx, tx, deal, metOnMoving(deal.meeting_on, deal.appointment_on, today));
  await refreshLeads(ctx, tx, [deal.lead_id]);
}

/** Ticks something promised off, or takes the tick back. Throws NOT_FOUND. */
export async function setTask(
  ctx: Context,
  { taskUid, done }: InputOf<'opportunities', 'setTask'>,
): Promise<OutputOf<'opportunities', 'setTask'>> {
  const task = await findTask(ctx.read, taskUid);
  if (!task) throw new AppError('NOT_FOUND', { entity: 'task' });
  const operationUid = ctx.newId();
  await ctx.write({ kind: 'opportunities.setTask', uid: operationUid }, async tx => {
    await tx.update('opportunity_tasks', task.id, { done_on: done ? (task.doneOn ?? dayOf(tx.at)) : null });
  });
  return { operationUid };
}
