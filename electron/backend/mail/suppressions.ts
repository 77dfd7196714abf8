import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import { isErasedAddress } from '#electron/backend/leads/erased.ts';
import { leadsWithEmail } from '#electron/backend/leads/recipients.ts';
import { isHidden } from '#electron/backend/leads/hidden-key.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { addressKey, checkAddress, type CheckedAddress } from '#shared/domain/mail/address.ts';
import { setEnrollmentStatus } from './enrollments.repo.ts';
import { cancelQueued, listEnrollmentsOfAddress } from './outbox.repo.ts';
import {
  hiddenAddress,
  hideAddresses,
  insertSuppression,
  listSuppressions as find,
  type SuppressionRow,
} from './suppressions.repo.ts';

/** Every address that must not get mail, newest first. */
export const listSuppressions = async (ctx: Context): Promise<OutputOf<'suppressions', 'list'>> =>
  (await find(ctx.read)).map(row => ({ ...row, isErased: isHidden(row.addressKey) }));

/**
 * 配信停止: from this commit on the address gets nothing, for ever and from every list. What waits for it is
 * cancelled in the same transaction. Throws ADDRESS_INVALID.
 */
export async function addSuppression(
  ctx: Context,
  input: { address: string; reason: string },
): Promise<SuppressionRow & { stopped: number }> {
  const checked = checkAddress(input.address);
  if (!checked.ok) throw new AppError('ADDRESS_INVALID', {});
  const operation = { kind: 'suppressions.add', undoable: false, data: { reason: input.reason } };
  return await ctx.write(operation, async tx => await suppress(ctx, tx, checked, input.reason, 'user'));
}

/** Opt-outs that came in with a list. What is no address is left out; an opt-out already there stays as it is. */
export async function suppressListed(ctx: Context, tx: WriteTx, addresses: Iterable<string>): Promise<void> {
  for (const address of new Set(addresses)) {
    const checked = checkAddress(address);
    if (checked.ok) await suppress(ctx, tx, checked, 'optOut', 'import');
  }
}

/** The opt-outs of these addresses go on being kept, but can no longer be read: their person was erased. */
export async function hideSuppressions(tx: WriteTx, addresses: readonly string[]): Promise<void> {
  await hideAddresses(tx, [...new Set(addresses.flatMap(address => addressKey(address) ?? []))]);
}

/** An opt-out of somebody erased stays unreadable, also when another list brings it. */
async function suppress(
  ctx: Context,
  tx: WriteTx,
  checked: Extract<CheckedAddress, { ok: true }>,
  reason: string,
  source: 'user' | 'import',
): Promise<SuppressionRow & { stopped: number }> {
  const isErased = await isErasedAddress(tx.read, checked.key);
  const kept = isErased ? hiddenAddress(checked.key) : checked.key;
  const row = await insertSuppression(tx, { addressKey: kept, reason, source });
  const { cancelled } = await cancelQueued(tx, { addressKey: checked.key }, 'suppressed');
  const enrollments = await listEnrollmentsOfAddress(tx.read, checked.key);
  await setEnrollmentStatus(tx, enrollments, 'stopped', 'suppressed');
  const leadIds = await leadsWithEmail(tx.read, [checked.key, checked.address.toLowerCase()]);
  await recordEvents(
    tx,
    leadIds.map(leadId => ({
      uid: ctx.newId(),
      kind: 'mail.optedOut',
      leadId,
      occurredOn: dayOf(tx.at),
      occurredAt: tx.at,
      source,
      dedupeKey: `mail.optedOut:${checked.key}:${leadId}`,
      data: { reason },
    })),
  );
  await refreshLeads(ctx, tx, leadIds);
  return { ...row, stopped: cancelled };
}
