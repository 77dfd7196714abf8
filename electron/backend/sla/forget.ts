import { forgetAlerts } from '#electron/backend/alerts/raise.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Cancel } from '#shared/domain/sla/clock.ts';
import { anonymiseClocks } from './sla.repo.ts';

const REMOVED: Cancel = 'removed';

/** Takes people who are about to be removed out of clocks and alerts; what still ran is cancelled, and all stay counted. */
export async function forgetClocks(tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  await anonymiseClocks(tx, leadIds, REMOVED);
  await forgetAlerts(tx, leadIds);
}
