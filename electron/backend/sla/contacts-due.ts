import type { Context } from '#electron/backend/context.ts';
import { addDays, type Day, instantAt } from '#shared/domain/base/days.ts';
import { isCancel } from '#shared/domain/sla/clock.ts';
import { listContactsDue } from './sla.repo.ts';

/** Promises of first contact that fall due on a day, whose they are, and whether they were kept in time. */
export async function contactsDue(
  ctx: Context,
  on: Day,
): Promise<{ ownerId: number | null; isKept: boolean }[]> {
  const rows = await listContactsDue(ctx.read, instantAt(on, 0), instantAt(addDays(on, 1), 0));
  return rows
    .filter(row => !isCancel(row.stop_code))
    .map(row => ({
      ownerId: row.owner_id,
      isKept: row.stopped_at !== null && row.stopped_at <= row.due_at,
    }));
}
