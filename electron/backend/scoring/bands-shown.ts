import type { ReadDb } from '#electron/backend/db/access.ts';
import { type RankChange, rankChanges, rankChangesOf } from '#electron/backend/events/events.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import { listBands } from './scoring.repo.ts';

/**
 * The rank these leads (default: everybody) were shown with at the end of a day, read from the logged changes of rank: the last one
 * until then, else where the first one after it came from, else the rank that never changed.
 */
export async function bandsShownOn(
  db: ReadDb,
  on: Day,
  leadIds?: readonly number[],
): Promise<ReadonlyMap<number, Band>> {
  const shown = new Map((await listBands(db, leadIds)).map(({ id, band }) => [id, band as Band]));
  const settled = new Set<number>();
  const first = new Map<number, RankChange>();
  const pages = leadIds ? [await rankChangesOf(db, leadIds)] : rankChanges(db);
  for await (const page of pages)
    for (const change of page) {
      if (!shown.has(change.leadId)) continue;
      if (change.on <= on) {
        shown.set(change.leadId, change.to);
        settled.add(change.leadId);
      } else if (!settled.has(change.leadId) && !first.has(change.leadId)) first.set(change.leadId, change);
    }
  for (const [leadId, change] of first) if (!settled.has(leadId)) shown.set(leadId, change.from ?? 'low');
  return shown;
}
