import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { type FoundPair, pairsOfRow } from '#shared/domain/duplicates/pairs.ts';
import { findIdsOfUids, insertPairs, listPairsOf } from './duplicates.repo.ts';

/**
 * Notes who looks like whom after rows have become people, in the same write, so that undo takes the notes back too.
 * `ids`: lead ids of the people this write brought or touched, by the uid the rows name them with.
 */
export async function recordPairs(
  ctx: Context,
  tx: WriteTx,
  rows: readonly Parameters<typeof pairsOfRow>[0][],
  ids: ReadonlyMap<string, number>,
  importId: number | null,
): Promise<void> {
  await notePairs(ctx, tx, rows.flatMap(pairsOfRow), ids, importId);
}

/** Adds pairs nobody has noted yet; one that was settled, either way, is not asked again. Returns how many were new. */
export async function notePairs(
  ctx: Context,
  tx: WriteTx,
  pairs: readonly FoundPair[],
  ids: ReadonlyMap<string, number>,
  importId: number | null,
): Promise<number> {
  if (pairs.length === 0) return 0;
  const unknown = new Set(pairs.flatMap(pair => [pair.uid, pair.otherUid]).filter(uid => !ids.has(uid)));
  const stored = await findIdsOfUids(tx.read, [...unknown]);
  const idOf = (uid: string): number | undefined => ids.get(uid) ?? stored.get(uid);
  const found = new Map<string, FoundPair & { leadId: number; otherId: number }>();
  for (const pair of pairs) {
    const [a, b] = [idOf(pair.uid), idOf(pair.otherUid)];
    if (a === undefined || b === undefined || a === b) continue;
    const [leadId, otherId] = a > b ? [a, b] : [b, a];
    const key = `${leadId} ${otherId}`;
    const known = found.get(key);
    if (!known || pair.level < known.level) found.set(key, { ...pair, leadId, otherId });
  }
  const noted = new Set(
    (
      await listPairsOf(
        tx.read,
        [...found.values()].map(pair => pair.leadId),
      )
    ).map(row => `${row.lead_id} ${row.other_id}`),
  );
  const fresh = [...found].filter(([key]) => !noted.has(key)).map(([, pair]) => pair);
  await insertPairs(
    tx,
    fresh.map(({ leadId, otherId, level, reason, isSettled = false }) => ({
      uid: ctx.newId(),
      lead_id: leadId,
      other_id: otherId,
      level,
      reason,
      state: isSettled ? ('different' as const) : ('open' as const),
      import_id: importId,
      found_at: tx.at,
      decided_at: isSettled ? tx.at : null,
      member_id: isSettled ? tx.memberId : null,
    })),
  );
  return fresh.length;
}
