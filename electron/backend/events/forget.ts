import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { anonymiseEvents } from './events.repo.ts';

/** Takes the person out of what happened to them: kind, day and result stay and are counted, nothing else does. */
export const forgetEvents = async (tx: WriteTx, leadIds: readonly number[]): Promise<void> =>
  await anonymiseEvents(tx, leadIds);
