import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { peopleOf } from '#electron/backend/leads/people.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';

/** Sets the kind of companies and everything that follows for their people. */
export async function setKinds(
  ctx: Context,
  tx: WriteTx,
  companyIds: readonly number[],
  kind: string,
): Promise<{ companies: number; people: number }> {
  const ids = await tx.updateMany(
    'companies',
    [...new Set(companyIds)].map(id => ({ id, kind })),
  );
  const leadIds = await peopleOf(tx.read, ids);
  await refreshLeads(ctx, tx, leadIds);
  return { companies: ids.length, people: leadIds.length };
}
