import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';

export async function insertPracticeMail(
  tx: WriteTx,
  mail: { uid: string; envelopeFrom: string; envelopeTo: string; raw: Uint8Array },
): Promise<void> {
  tx.touch('practice_mails');
  await tx.bulk.insert('practice_mails', [
    {
      uid: mail.uid,
      received_at: tx.at,
      envelope_from: mail.envelopeFrom,
      envelope_to: mail.envelopeTo,
      raw: mail.raw,
    },
  ]);
}

/** The newest mails of the practice mailbox. */
export async function listPracticeMails(
  db: ReadDb,
  limit: number,
): Promise<{ uid: string; receivedAt: Instant; envelopeTo: string; raw: Uint8Array }[]> {
  return await db
    .selectFrom('practice_mails')
    .select(['uid', 'received_at as receivedAt', 'envelope_to as envelopeTo', 'raw'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
