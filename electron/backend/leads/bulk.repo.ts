import type { ReadDb, StoredRow } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import { type FilterOn, matching } from './filter.repo.ts';

/** Numbers of the leads with these uids; of those merged into somebody or erased there is nothing to change. */
export const listIdsOfUids = async (db: ReadDb, uids: readonly string[]): Promise<number[]> =>
  await inChunks(uids, async chunk => {
    const rows = await db
      .selectFrom('leads')
      .select('id')
      .where('uid', 'in', chunk)
      .where('merged_into_id', 'is', null)
      .execute();
    return rows.map(row => row.id);
  });

/** Numbers of all leads a filter means, in the order they were made. */
export async function listMatchingIds(db: ReadDb, on: FilterOn): Promise<number[]> {
  const rows = await matching(db, on).select('leads.id').orderBy('leads.id').execute();
  return rows.map(row => row.id);
}

/** What bulk actions look at before they change anything. */
export const listBulkRows = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .leftJoin('companies', 'companies.id', 'leads.company_id')
        .select([
          'leads.id',
          'leads.owner_id',
          'leads.band',
          'leads.do_not_call',
          'leads.trashed_at',
          'leads.company_id',
          'companies.kind as company_kind',
        ])
        .where('leads.id', 'in', chunk)
        .execute(),
  );
export type BulkRow = Awaited<ReturnType<typeof listBulkRows>>[number];

/** The rows by which these leads carry a tag, whole: what removing them records. */
export const listTagRows = async (
  db: ReadDb,
  ids: readonly number[],
  tag: string,
): Promise<(StoredRow & { lead_id: number })[]> =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('lead_tags')
        .selectAll()
        .where('tag', '=', tag)
        .where('lead_id', 'in', chunk)
        .execute(),
  );
