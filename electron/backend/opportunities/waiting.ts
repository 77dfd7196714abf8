import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { listWaiting } from './handovers.repo.ts';

/** Hand-overs of these people that wait for their answer, with the clock that runs for it. */
export const waitingHandovers = async (db: ReadDb, leadIds: readonly number[]) =>
  await listWaiting(db, leadIds);

/** Inside a write: whoever gets these people is to answer for them too. */
export async function passOnHandovers(
  tx: WriteTx,
  owners: readonly { readonly id: number; readonly ownerId: number | null }[],
): Promise<void> {
  const ownerOf = new Map(owners.map(({ id, ownerId }) => [id, ownerId]));
  const waiting = await listWaiting(tx.read, [...ownerOf.keys()]);
  await tx.updateMany(
    'handovers',
    waiting.map(({ id, leadId }) => ({ id, to_id: ownerOf.get(leadId ?? 0) ?? null })),
  );
}
