import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { followLeads } from '#electron/backend/journey/follow.ts';
import { passOnHandovers } from '#electron/backend/opportunities/waiting.ts';
import { scorerFor, today } from '#electron/backend/scoring/rescore.ts';

export interface NewOwner {
  readonly id: number;
  readonly ownerId: number | null;
  /** What runs under a clock is looked at again when it changes hands. */
  readonly isHot: boolean;
}

/** Gives leads to members, and lets what follows from that follow. */
export async function setOwners(ctx: Context, tx: WriteTx, owners: readonly NewOwner[]): Promise<void> {
  await tx.updateMany(
    'leads',
    owners.map(({ id, ownerId }) => ({ id, owner_id: ownerId, updated_at: tx.at })),
  );
  await passOnHandovers(tx, owners);
  const hot = owners.filter(({ isHot }) => isHot).map(({ id }) => id);
  if (hot.length > 0) await followLeads(ctx, tx, hot, await scorerFor(tx.read, today(ctx)));
}
