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
  const keyed = addresses.flatMap(({ leadId, address }) => {
    const key = addressKey(address);
    return key === null ? [] : [{ leadId, key }];
  });
  const suppressed = await findSuppressed(db, [...new Set(keyed.map(({ key }) => key))]);
  return new Set(keyed.filter(({ key }) => suppressed.has(key)).map(({ leadId }) => leadId));
}
