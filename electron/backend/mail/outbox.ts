import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { recipientsById } from '#electron/backend/leads/recipients.ts';
import { isPractice } from '#electron/backend/settings/settings.ts';
import type { OutboxRow } from '#shared/contract/mail.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import type { OutboxState } from '#shared/domain/mail/outbox-states.ts';
import { missingSenderEntries } from '#shared/domain/mail/sender.ts';
import { findAccount } from './accounts.repo.ts';
import { activeSender } from './agreements.ts';
import { countStates, listOutboxRows } from './outbox.repo.ts';
import { isLoopback } from './transport.ts';

/**
 * What keeps step mails of this store from leaving at all, as codes; empty when they may. Until the app
 * reads replies it hands step mails to a server on this machine only.
 */
export async function missingToSend(db: ReadDb, today: Day): Promise<string[]> {
  const sender = missingSenderEntries(await activeSender(db, today)).map(entry => `sender.${entry}`);
  if (await isPractice(db)) return sender;
  const account = await findAccount(db);
  if (!account) return ['account', ...sender];
  return isLoopback(account.host) ? sender : ['loopbackOnly', ...sender];
}

/** The outbox, newest plan first, with counts by state. */
export async function listOutbox(
  ctx: Context,
  input: { state?: OutboxState | undefined; limit: number },
): Promise<{
  rows: OutboxRow[];
  counts: Record<string, number>;
  waitingForAccount: boolean;
  missing: string[];
}> {
  const rows = await listOutboxRows(ctx.read, { state: input.state, limit: input.limit });
  const leads = await recipientsById(ctx.read, [...new Set(rows.flatMap(row => row.lead_id ?? []))]);
  const counts = await countStates(ctx.read);
  const missing = await missingToSend(ctx.read, dayOf(ctx.now()));
  return {
    rows: rows.map(row => {
      const lead = row.lead_id === null ? undefined : leads.get(row.lead_id);
      return {
        uid: row.uid,
        leadUid: lead?.uid ?? null,
        leadName: lead?.name ?? '',
        companyName: lead?.company ?? '',
        address: row.address,
        kind: row.kind as OutboxRow['kind'],
        stepNo: row.step_no,
        subject: row.subject,
        state: row.state as OutboxState,
        reason: row.reason,
        notBeforeAt: row.not_before_at,
        acceptedAt: row.accepted_at,
        attempts: row.attempt_no,
      };
    }),
    counts,
    waitingForAccount: missing.length > 0 && (counts['planned'] ?? 0) + (counts['ready'] ?? 0) > 0,
    missing,
  };
}
