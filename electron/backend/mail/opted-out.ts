import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Instant } from '#shared/domain/base/days.ts';
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

/** Since when the leads among these who opted out with any of their present addresses have been out. */
export async function optedOutSince(
  db: ReadDb,
  leadIds: readonly number[],
): Promise<ReadonlyMap<number, Instant>> {
  const since = new Map<number, Instant>();
  if (leadIds.length === 0 || !(await hasSuppressions(db))) return since;
  const addresses = await listAddresses(db, leadIds);
  const suppressed = await findSuppressed(db, [...new Set(addresses.flatMap(keyOf))]);
  for (const found of addresses) {
    const at = suppressed.get(keyOf(found)[0] ?? '');
    const known = since.get(found.leadId);
    if (at !== undefined && (known === undefined || at < known)) since.set(found.leadId, at);
  }
  return since;
}

const keyOf = ({ address }: { address: string }): string[] => {
  const key = addressKey(address);
  return key === null ? [] : [key];
};

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
