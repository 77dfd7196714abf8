import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { HIDDEN, hiddenKey } from '#electron/backend/leads/hidden-key.ts';
import type { Instant } from '#shared/domain/base/days.ts';

export interface SuppressionRow {
  addressKey: string;
  reason: string;
  source: string;
  sinceAt: Instant;
}

/** Which of these addresses must not get mail, and since when; those of erased people too. */
export async function findSuppressed(db: ReadDb, keys: readonly string[]): Promise<Map<string, Instant>> {
  const hidden = (await hasHidden(db)) ? new Map(keys.map(key => [hiddenAddress(key), key])) : new Map();
  const rows = await inChunks(
    [...keys, ...hidden.keys()],
    async chunk =>
      await db
        .selectFrom('suppressions')
        .select(['address_key', 'since_at'])
        .where('address_key', 'in', chunk)
        .execute(),
  );
  return new Map(rows.map(row => [hidden.get(row.address_key) ?? row.address_key, row.since_at]));
}

/** The key of an opt-out whose person was erased: it can be compared with an address, but not read. */
export const hiddenAddress = (addressKey: string): string => hiddenKey(`mail ${addressKey}`);

const hasHidden = async (db: ReadDb): Promise<boolean> =>
  (await db
    .selectFrom('suppressions')
    .select('address_key')
    .where('address_key', '>=', HIDDEN)
    .where('address_key', '<', `${HIDDEN}g`)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Takes the addresses out of opt-outs; the opt-outs stay. */
export async function hideAddresses(tx: WriteTx, keys: readonly string[]): Promise<void> {
  tx.touch('suppressions');
  for (const key of keys)
    await tx.db
      .updateTable('suppressions')
      .set({ address_key: hiddenAddress(key) })
      .where('address_key', '=', key)
      .execute();
}

export async function listSuppressions(db: ReadDb): Promise<SuppressionRow[]> {
  const rows = await db
    .selectFrom('suppressions')
    .selectAll()
    .orderBy('since_at', 'desc')
    .orderBy('address_key')
    .execute();
  return rows.map(row => ({
    addressKey: row.address_key,
    reason: row.reason,
    source: row.source,
    sinceAt: row.since_at,
  }));
}

/** Adds an opt-out, or leaves the first one as it stands: it is permanent and its date is evidence. */
export async function insertSuppression(
  tx: WriteTx,
  row: Omit<SuppressionRow, 'sinceAt'>,
): Promise<SuppressionRow> {
  tx.touch('suppressions');
  await tx.db
    .insertInto('suppressions')
    .values({
      address_key: row.addressKey,
      reason: row.reason,
      source: row.source,
      since_at: tx.at,
      member_id: tx.memberId,
    })
    .onConflict(conflict => conflict.column('address_key').doNothing())
    .execute();
  const stored = await tx.read
    .selectFrom('suppressions')
    .selectAll()
    .where('address_key', '=', row.addressKey)
    .executeTakeFirstOrThrow();
  return {
    addressKey: stored.address_key,
    reason: stored.reason,
    source: stored.source,
    sinceAt: stored.since_at,
  };
}

/** False in most stores: then nobody needs to be looked up. */
export async function hasSuppressions(db: ReadDb): Promise<boolean> {
  return (
    (await db.selectFrom('suppressions').select('address_key').limit(1).executeTakeFirst()) !== undefined
  );
}

/** Every e-mail address of these leads. */
export async function listAddresses(
  db: ReadDb,
  leadIds: readonly number[],
): Promise<{ leadId: number; address: string }[]> {
  return await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('contact_points')
        .select(['lead_id as leadId', 'value as address'])
        .where('lead_id', 'in', chunk)
        .where('kind', '=', 'email')
        .execute(),
  );
}
