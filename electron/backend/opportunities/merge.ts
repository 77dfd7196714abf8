import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { goesOn, type LostReason, type Stage } from '#shared/domain/opportunities/stages.ts';
import { listOwners } from './handovers.repo.ts';
import { listDoubled, listOpenDeals, listPartsOf } from './opportunities.repo.ts';

const ENDED: { stage: Stage; lost_reason: LostReason } = { stage: 'lost', lost_reason: 'duplicate' };

/** Of the 商談 of two people who turned out to be one, one goes on, with every hand-over and task of the others. */
export async function settleDeals(tx: WriteTx, leadId: number): Promise<void> {
  const deals = await listOpenDeals(tx.read, leadId);
  const kept = goesOn(deals);
  const ended = deals.filter(deal => deal !== kept).map(deal => deal.id);
  if (!kept || ended.length === 0) return;
  for (const table of ['handovers', 'opportunity_tasks'] as const) {
    const parts = await listPartsOf(tx.read, table, ended);
    await tx.updateMany(
      table,
      parts.map(({ id }) => ({ id, opportunity_id: kept.id })),
    );
  }
  for (const id of ended)
    await tx.update('opportunities', id, { ...ENDED, stage_on: dayOf(tx.at), updated_at: tx.at });
}

/**
 * After an undo: a 商談 may be back beside the one that was opened since, and a hand-over with another person than its answer,
 * which was given while the two were one.
 */
export async function settleAfterUndo(tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  for (const leadId of await listDoubled(tx.read, leadIds)) await settleDeals(tx, leadId);
  const handovers = await listOwners(tx.read, leadIds);
  if (handovers.length === 0) return;
  const leadOf = new Map(handovers.map(({ uid, leadId }) => [uid, leadId]));
  const answers = (await eventsOf(tx.read, leadIds)).flatMap(({ id, kind, leadId, data }) => {
    const isAnswer = kind === 'handover.accepted' || kind === 'handover.returned';
    const owner = isAnswer ? leadOf.get(data['handoverUid'] as string) : undefined;
    return owner === undefined || owner === leadId ? [] : [{ id, lead_id: owner }];
  });
  await tx.updateMany('events', answers);
}
