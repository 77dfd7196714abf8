import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type Day, dayOf, type Instant } from '#shared/domain/base/days.ts';
import { isOpenStage, type Stage } from '#shared/domain/opportunities/stages.ts';
import { dealEvent } from './deal.ts';
import { type FoundHandover, findHandover } from './handovers.repo.ts';
import { findDealById } from './opportunities.repo.ts';

type AnswerInput = InputOf<'handovers', 'answer'>;

/** Field sales answers a hand-over. Throws NOT_FOUND, HANDOVER_ANSWERED, DEAL_NEEDS. See the contract. */
export async function answerHandover(
  ctx: Context,
  input: AnswerInput,
): Promise<OutputOf<'handovers', 'answer'>> {
  const isReturned = input.answer === 'returned';
  if (isReturned && !input.reason) throw new AppError('DEAL_NEEDS', { what: 'reason' });
  if (isReturned && !input.until) throw new AppError('DEAL_NEEDS', { what: 'until' });
  const operationUid = ctx.newId();
  const operation = { kind: 'handovers.answer', data: { answer: input.answer }, uid: operationUid };
  await ctx.write(operation, async tx => {
    const handover = await answerable(tx, input);
    if (isReturned) await returnIn(ctx, tx, handover, input);
    else await acceptIn(ctx, tx, handover);
  });
  return { operationUid };
}

/** The hand-over as it stands inside the write, so that of two answers at once one counts. */
async function answerable(
  tx: WriteTx,
  { uid, answer }: AnswerInput,
): Promise<FoundHandover & { readonly leadId: number }> {
  const handover = await findHandover(tx.read, uid);
  if (!handover || handover.leadId === null) throw new AppError('NOT_FOUND', { entity: 'handover' });
  const isLate = handover.answer === 'accepted' && answer === 'returned' && isOpenStage(handover.stage);
  if (handover.answer !== null && !isLate) throw new AppError('HANDOVER_ANSWERED', {});
  return { ...handover, leadId: handover.leadId };
}

/** What of a hand-over its answer needs. */
type Answered = Pick<FoundHandover, 'id' | 'uid' | 'opportunityId'> & { readonly leadId: number };

/** Inside a write: field sales takes it over. What comes next is the meeting, if a day for it is known. */
export async function acceptIn(ctx: Context, tx: WriteTx, handover: Answered): Promise<void> {
  const { id, uid, leadId, opportunityId } = handover;
  const today = dayOf(tx.at);
  const deal = await findDealById(tx.read, opportunityId);
  await tx.update('handovers', id, { answer: 'accepted', answered_at: tx.at, answered_on: today });
  await tx.update('opportunities', opportunityId, {
    accepted_on: deal.accepted_on ?? today,
    updated_at: tx.at,
  });
  const accepted = dealEvent(ctx, { lead_id: leadId, uid: deal.uid }, 'handover.accepted', {
    handoverUid: uid,
  });
  await recordEvents(tx, [accepted]);
  await tx.update('leads', leadId, { ...nextOf(deal, today), updated_at: tx.at });
  await refreshLeads(ctx, tx, [leadId]);
}

function nextOf(
  deal: { meeting_on: Day | null; meeting_at: Instant | null; met_on: Day | null },
  today: Day,
): PatchOf<'leads'> {
  if (deal.met_on === null && deal.meeting_on !== null && deal.meeting_on >= today)
    return { next_kind: 'meeting', next_on: deal.meeting_on, next_at: deal.meeting_at, next_reason: null };
  return { next_kind: 'none', next_on: null, next_at: null, next_reason: 'handedOver' };
}

/** Inside a write: back to whoever had the person, to be nurtured until the day given. */
async function returnIn(
  ctx: Context,
  tx: WriteTx,
  handover: Answered & { readonly opportunityUid: string; readonly fromId: number | null },
  { reason, until, note }: AnswerInput,
): Promise<void> {
  const { id, uid, leadId, opportunityId, opportunityUid, fromId } = handover;
  const today = dayOf(tx.at);
  const answered = { answer: 'returned', answered_at: tx.at, answered_on: today };
  await tx.update('handovers', id, { ...answered, reason: reason ?? null, until_on: until ?? null, note });
  const ended: { stage: Stage } = { stage: 'returned' };
  await tx.update('opportunities', opportunityId, { ...ended, stage_on: today, updated_at: tx.at });
  const returned = { handoverUid: uid, reason, until };
  await recordEvents(tx, [
    dealEvent(ctx, { lead_id: leadId, uid: opportunityUid }, 'handover.returned', returned),
  ]);
  await tx.update('leads', leadId, { owner_id: fromId, updated_at: tx.at });
  await refreshLeads(ctx, tx, [leadId]);
}
