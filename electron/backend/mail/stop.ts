import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { listRunning } from './enrollments.repo.ts';

/**
 * Stops the sequences of these leads, so that no further mail goes: planned ones are cancelled when they come due.
 * Undone with the operation it belongs to.
 */
export async function stopSequences(tx: WriteTx, leadIds: readonly number[], reason: string): Promise<void> {
  for (const id of await listRunning(tx.read, leadIds))
    await tx.update('enrollments', id, { status: 'stopped', stop_reason: reason });
}

/** How many sequences run for these people. */
export const countSequences = async (db: ReadDb, leadIds: readonly number[]): Promise<number> =>
  (await listRunning(db, leadIds)).length;
