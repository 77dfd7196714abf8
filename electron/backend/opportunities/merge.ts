import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { goesOn, type LostReason, type Stage } from '#shared/domain/opportunities/stages.ts';
import { listOpenDeals, listPartsOf } from './opportunities.repo.ts';

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
