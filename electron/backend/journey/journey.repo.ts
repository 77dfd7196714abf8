import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** Everything the store keeps of a lead that nobody typed: points, rank, next action, last touch. */
export interface Result {
  fit: number;
  engagement: number;
  total: number;
  band: string;
  cools_on: Day | null;
  next_change_on: Day | null;
  scored_on: Day;
  rules_n: number;
  next_kind: string;
  next_on: Day | null;
  next_reason: string | null;
  last_touch_on: Day | null;
}

/** Stores cached results; SQL never computes them. */
export async function updateResults(tx: WriteTx, rows: readonly (Result & { id: number })[]): Promise<void> {
  if (rows.length === 0) return;
  tx.touch('leads');
  await tx.bulk.update('leads', rows);
}
