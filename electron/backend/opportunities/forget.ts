import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { anonymiseDeals } from './opportunities.repo.ts';

/** Takes people who are about to be removed out of their 商談 and hand-over cards; what is left says nothing about anybody. */
export const forgetDeals = async (tx: WriteTx, leadIds: readonly number[]): Promise<void> =>
  await anonymiseDeals(tx, leadIds);
