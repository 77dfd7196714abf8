import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { eventsOf, recordEvents, retractEventsByUid } from '#electron/backend/events/events.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import type { DealStep } from '#shared/domain/opportunities/stages.ts';
import { dealEvent, dealOf } from './deal.ts';
import type { Deal } from './opportunities.repo.ts';

/** The fact each step is, and where its day is kept. */
const FACTS = {
  appointment: { kind: 'appointment.made', column: 'appointment_on', ofLead: 'leadAppointmentOn' },
  met: { kind: 'meeting.held', column: 'met_on', ofLead: 'leadMeetingOn' },
  accepted: { kind: 'handover.accepted', column: 'accepted_on', ofLead: 'leadAcceptedOn' },
} as const satisfies Record<DealStep, object>;
const LEAD_COLUMNS = { appointment: 'appointment_on', met: 'meeting_on', accepted: 'accepted_on' } as const;

/** Inside a write: the day a step was taken, on the 商談, and on the person where it is the same step. */
async function setDay(tx: WriteTx, deal: Deal, step: DealStep, on: Day): Promise<void> {
  const { column, ofLead } = FACTS[step];
  const patch: PatchOf<'opportunities'> = { [column]: on, updated_at: tx.at };
  await tx.update('opportunities', deal.id, patch);
  if (deal[ofLead] !== null && deal[ofLead] !== deal[column]) return;
  const ofPerson: PatchOf<'leads'> = { [LEAD_COLUMNS[step]]: on, updated_at: tx.at };
  await tx.update('leads', deal.lead_id, ofPerson);
}

/** Inside a write: the meeting was held. What was next was the meeting. */
export async function noteMeeting(ctx: Context, tx: WriteTx, deal: Deal, on: Day): Promise<void> {
  await setDay(tx, deal, 'met', on);
  if (deal.nextKind === 'meeting')
    await tx.update('leads', deal.lead_id, {
      next_kind: 'none',
      next_on: null,
      next_at: null,
      next_reason: 'handedOver',
    });
  const event = dealEvent(ctx, deal, 'meeting.held', {});
  await recordEvents(tx, [{ ...event, occurredOn: on, occurredAt: on === dayOf(tx.at) ? tx.at : null }]);
}

/** Notes the meeting, or corrects the day of a step. Throws NOT_FOUND, DEAL_NEEDS, STEP_NOT_POSSIBLE. See the contract. */
export async function setStep(
  ctx: Context,
  { uid, step, on, reason }: InputOf<'opportunities', 'setStep'>,
): Promise<OutputOf<'opportunities', 'setStep'>> {
  if (on > dayOf(ctx.now())) throw new AppError('STEP_NOT_POSSIBLE', { step });
  const operationUid = ctx.newId();
  await ctx.write({ kind: 'opportunities.setStep', data: { step }, uid: operationUid }, async tx => {
    const deal = await dealOf(tx, uid);
    const before = deal[FACTS[step].column];
    if (before === null && step !== 'met') throw new AppError('STEP_NOT_POSSIBLE', { step });
    if (before !== null && reason === '') throw new AppError('DEAL_NEEDS', { what: 'reason' });
    if (before === null) await noteMeeting(ctx, tx, deal, on);
    else if (before !== on) await correct(ctx, tx, deal, { step, from: before, to: on, reason });
    await refreshLeads(ctx, tx, [deal.lead_id]);
  });
  return { operationUid };
}

interface Correction {
  readonly step: DealStep;
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
}

/** The fact moves to its right day, and the correction is a fact of its own: who, when, old, new and why. */
async function correct(ctx: Context, tx: WriteTx, deal: Deal, correction: Correction): Promise<void> {
  const { step, from, to } = correction;
  const { kind } = FACTS[step];
  await setDay(tx, deal, step, to);
  const wrong = (await eventsOf(tx.read, [deal.lead_id])).findLast(
    event => event.kind === kind && event.occurredOn === from,
  );
  if (wrong) await retractEventsByUid(tx, [wrong.uid]);
  const right = dealEvent(ctx, deal, kind, { ...wrong?.data, correctedFrom: from });
  await recordEvents(tx, [
    { ...right, occurredOn: to, occurredAt: null },
    dealEvent(ctx, deal, 'opportunity.corrected', { ...correction }),
  ]);
}
