import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { type OutboxState, stoppableStates } from '#shared/domain/mail/outbox-states.ts';

export const listOutboxOfLeads = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('outbox')
        .leftJoin('enrollments', 'enrollments.id', 'outbox.enrollment_id')
        .select([
          'outbox.id',
          'outbox.uid',
          'outbox.state',
          'outbox.address',
          'outbox.accepted_at as acceptedAt',
        ])
        .where(eb => eb.or([eb('outbox.lead_id', 'in', chunk), eb('enrollments.lead_id', 'in', chunk)]))
        .execute(),
  );

/** Leaves of a mail that it was planned or went; one that has not left is cancelled, one on its way is left to its end. */
export async function anonymiseOutbox(
  tx: WriteTx,
  rows: readonly { id: number; uid: string; state: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  tx.touch('outbox', 'mail_attempts');
  const stoppable: readonly string[] = stoppableStates;
  await tx.bulk.update(
    'outbox',
    rows.map(row => {
      const isStopped = stoppable.includes(row.state);
      return {
        id: row.id,
        lead_id: null,
        address: '',
        address_key: `erased:${row.uid}`,
        subject: '',
        raw: null,
        raw_sha256: null,
        message_id: null,
        state: isStopped ? ('cancelled' satisfies OutboxState) : row.state,
      };
    }),
  );
  await inChunks(
    rows.map(row => row.id),
    async chunk =>
      await tx.db
        .updateTable('mail_attempts')
        .set({ reply_text: null })
        .where('outbox_id', 'in', chunk)
        .execute(),
  );
}

export async function removePracticeMails(tx: WriteTx, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  tx.touch('practice_mails');
  await tx.db.deleteFrom('practice_mails').where('envelope_to', 'in', addresses).execute();
}
