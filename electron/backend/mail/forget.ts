import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { anonymiseOutbox, listOutboxOfLeads, removePracticeMails } from './forget.repo.ts';

/**
 * Takes these leads out of the mails: address, subject, bytes and replies go, planned ones are cancelled; that a mail
 * went, and when, stays. Opt-outs stay as they are: they must hold for ever. Returns how many mails had been sent.
 */
export async function forgetMails(
  tx: WriteTx,
  leadIds: readonly number[],
  addresses: readonly string[],
): Promise<{ sent: number }> {
  const rows = await listOutboxOfLeads(tx.read, leadIds);
  await anonymiseOutbox(tx, rows);
  await removePracticeMails(tx, [...new Set([...addresses, ...rows.map(row => row.address)])]);
  return { sent: rows.filter(row => row.acceptedAt !== null).length };
}
