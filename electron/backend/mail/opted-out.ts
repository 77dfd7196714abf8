import type { ReadDb } from '#electron/backend/db/access.ts';
import { addressKey } from '#shared/domain/mail/address.ts';
import { findSuppressed, hasSuppressions, listAddresses } from './suppressions.repo.ts';

/**
 * The leads among these who opted out with any of their addresses. Compared by address key, so an opt-out of
 * taro@ also holds for taro+news@.
 */
export async function optedOutLeads(db: ReadDb, leadIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (leadIds.length === 0 || !(await hasSuppressions(db))) return new Set();
  const addresses = await listAddresses(db, leadIds);
  const isOut = await optedOutAddresses(
    db,
    addresses.map(({ address }) => address),
  );
  return new Set(addresses.filter(({ address }) => isOut(address)).map(({ leadId }) => leadId));
}

/** Looks all addresses up at once and tells of each whether mail to it was refused. */
export async function optedOutAddresses(
  db: ReadDb,
  addresses: readonly string[],
): Promise<(address: string) => boolean> {
  if (addresses.length === 0 || !(await hasSuppressions(db))) return () => false;
  const keys = new Set(addresses.flatMap(address => addressKey(address) ?? []));
  const suppressed = await findSuppressed(db, [...keys]);
  return address => suppressed.has(addressKey(address) ?? '');
}
