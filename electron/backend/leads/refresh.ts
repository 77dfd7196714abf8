import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { rescore, scorerFor, today } from '#electron/backend/scoring/rescore.ts';
import { searchPieces } from './search.ts';
import { listSearchTexts } from './search.repo.ts';

/**
 * Makes anew, in the same transaction, everything that is derived from these leads: search pieces, points, rank
 * and the automatic next action. Every write that changes a lead's fields or events ends with this.
 */
export async function refreshLeads(ctx: Context, tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  for (const { leadId, texts } of await listSearchTexts(tx.read, leadIds))
    await tx.bulk.setSearch(leadId, searchPieces(texts));
  await rescore(ctx, tx, leadIds, await scorerFor(tx.read, today(ctx)));
}
