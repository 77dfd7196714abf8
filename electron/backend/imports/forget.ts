import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { blankRows, listRowIdsOfLeads, listRowUids, listUnownedHolding } from './imports.repo.ts';

/**
 * Empties the rows of files that brought these leads, and rows of nobody that hold one of these
 * addresses or numbers. Returns the uids of rows somebody may have corrected.
 */
export async function forgetImportRows(
  tx: WriteTx,
  leadIds: readonly number[],
  reachable: readonly string[],
): Promise<string[]> {
  const own = await listRowIdsOfLeads(tx.read, leadIds);
  const ids = [...own, ...(await listUnownedHolding(tx, reachable))];
  await blankRows(tx, ids);
  return await listRowUids(tx.read, ids);
}
