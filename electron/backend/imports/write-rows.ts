import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { recordPairs } from '#electron/backend/duplicates/record.ts';
import { writePeople } from '#electron/backend/leads/write-cards.ts';
import type { CardOrigin } from '#electron/backend/leads/card-origin.ts';
import { suppressListed } from '#electron/backend/mail/suppressions.ts';
import type { ReadRow } from '#shared/domain/imports/plan.ts';
import type { Resolution, RowResult } from '#shared/domain/imports/resolve.ts';
import { optedOut } from './file-rows.ts';

/** Writes what placed rows bring: the people, who does not want mail, and who looks like whom. Returns the lead ids by the plan's uids. */
export async function writeRows(
  ctx: Context,
  tx: WriteTx,
  { rows, plan }: { rows: readonly ReadRow[]; plan: Resolution },
  origin: CardOrigin,
  pause: (done: number) => Promise<void>,
): Promise<Map<string, number>> {
  const ids = await writePeople(ctx, tx, plan.people, origin, pause);
  await noteRows(ctx, tx, { rows: plan.rows, optedOut: rows.flatMap(optedOut) }, ids, origin.importId);
  return ids;
}

/** Notes what rows say besides their people: who does not want mail, and who looks like whom. */
export async function noteRows(
  ctx: Context,
  tx: WriteTx,
  said: { rows: readonly RowResult[]; optedOut: readonly string[] },
  ids: ReadonlyMap<string, number>,
  importId: number | null,
): Promise<void> {
  await suppressListed(ctx, tx, said.optedOut);
  await recordPairs(ctx, tx, said.rows, ids, importId);
}

/** Reason and candidates of a row as stored; people of this file get their real number when the inbox asks. */
export function reasonText(row: RowResult, ids: ReadonlyMap<string, number>): string | null {
  if (row.reason === null) return null;
  const candidates = row.candidates.map(c => ({ ...c, leadId: ids.get(c.uid) ?? null }));
  return JSON.stringify({ code: row.reason, ...(candidates.length > 0 && { candidates }) });
}
