import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { assignment } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { listAssignable } from './assign.repo.ts';
import { rememberTurn, shareAmong, takersOf } from './takers.ts';

/** Gives leads that have just become hot and belong to nobody to the next member, where the team agreed on that. */
export async function assignHot(
  ctx: Context,
  tx: WriteTx,
  followed: readonly { leadId: number; after: { band: string }; edge: unknown }[],
): Promise<void> {
  const hot = followed.filter(({ edge, after }) => edge !== null && after.band === 'hot');
  if (hot.length === 0) return;
  const on = dayOf(ctx.now());
  const { data: agreed } = await activeVersion(tx.read, assignment, on);
  if (!agreed.auto) return;
  const rows = await listAssignable(
    tx.read,
    hot.map(({ leadId }) => leadId),
  );
  const free = rows.filter(row => row.stage === 'open' && (row.ownerId === null || row.ownerActive === 0));
  if (free.length === 0) return;
  const takers = await takersOf(tx.read, agreed.memberUids, on);
  const share = await shareAmong(tx.read, free, takers.able, agreed.rule);
  await tx.updateMany(
    'leads',
    [...share].map(([id, ownerId]) => ({ id, owner_id: ownerId, updated_at: tx.at })),
  );
  await rememberTurn(tx, takers, share);
}
