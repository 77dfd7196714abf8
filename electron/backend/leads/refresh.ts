import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { followLeads } from '#electron/backend/journey/follow.ts';
import { scorerFor, today } from '#electron/backend/scoring/rescore.ts';
import { searchPieces } from './search.ts';
import { listSearchTexts } from './search.repo.ts';

/** Leads made anew between two turns of the process. */
const BATCH = 200;

/**
 * Makes anew, in the same transaction, everything that is derived from these leads: search pieces, points, rank,
 * the place on the journey and the automatic next action. Every write that changes a lead's fields or events ends with this.
 */
export async function refreshLeads(ctx: Context, tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  const scorer = await scorerFor(tx.read, today(ctx));
  for (let i = 0; i < leadIds.length; i += BATCH) {
    if (i > 0) await tx.breathe();
    const batch = leadIds.slice(i, i + BATCH);
    for (const { leadId, texts } of await listSearchTexts(tx.read, batch))
      await tx.bulk.setSearch(leadId, searchPieces(texts));
    await followLeads(ctx, tx, batch, scorer);
  }
}
