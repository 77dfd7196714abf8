import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { recordPairs } from '#electron/backend/duplicates/record.ts';
import { type CardOrigin, writePeople } from '#electron/backend/leads/write-cards.ts';
import { suppressListed } from '#electron/backend/mail/suppressions.ts';
import type { ReadRow } from '#shared/domain/imports/plan.ts';
import type { Resolution } from '#shared/domain/imports/resolve.ts';
import { isCardRow } from './plan-import.ts';

/** Writes what placed rows bring: the people, who does not want mail, and who looks like whom. Returns the lead ids by the plan's uids. */
export async function writeRows(
  ctx: Context,
  tx: WriteTx,
  { rows, plan }: { rows: readonly ReadRow[]; plan: Resolution },
  origin: CardOrigin,
  pause: (done: number) => Promise<void>,
): Promise<Map<string, number>> {
  const ids = await writePeople(ctx, tx, plan.people, origin, pause);
  const optedOut = rows.filter(isCardRow).filter(row => row.card.optOut);
  await suppressListed(
    ctx,
    tx,
    optedOut.flatMap(row => row.card.emails.map(email => email.value)),
  );
  await recordPairs(ctx, tx, plan.rows, ids, origin.importId);
  return ids;
}

/** Reason and candidates of a row as stored; people of this file get their real number when the inbox asks. */
export function reasonText(row: Resolution['rows'][number], ids: ReadonlyMap<string, number>): string | null {
  if (row.reason === null) return null;
  const candidates = row.candidates.map(c => ({ ...c, leadId: ids.get(c.uid) ?? null }));
  return JSON.stringify({ code: row.reason, ...(candidates.length > 0 && { candidates }) });
}
