import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';

/** What a lead says about being in the trash; merged leads lie there for good and are nobody's concern. */
export const listTrashState = async (
  db: ReadDb,
  ids: readonly number[],
): Promise<{ id: number; uid: string; trashedAt: Instant | null }[]> =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .select(['id', 'uid', 'trashed_at as trashedAt'])
        .where('id', 'in', chunk)
        .where('merged_into_id', 'is', null)
        .execute(),
  );

/** Moves these leads into the trash or out of it, in a few kept statements however many they are. */
export async function setTrashed(
  tx: WriteTx,
  rows: readonly { id: number; uid: string; trashedAt: Instant | null }[],
  trashedAt: Instant | null,
): Promise<void> {
  if (rows.length === 0) return;
  tx.touch('leads');
  const { operationId } = tx;
  if (operationId !== null)
    await tx.bulk.insert(
      'changes',
      rows.map(row => ({
        operation_id: operationId,
        table_name: 'leads',
        row_uid: row.uid,
        before: JSON.stringify({ trashed_at: row.trashedAt }),
        after: JSON.stringify({ trashed_at: trashedAt }),
      })),
    );
  await tx.bulk.update(
    'leads',
    rows.map(row => ({ id: row.id, trashed_at: trashedAt, updated_at: tx.at })),
  );
}

const trashed = (db: ReadDb) =>
  db.selectFrom('leads').where('trashed_at', 'is not', null).where('merged_into_id', 'is', null);

/** A window of the trash, the latest first. */
export const listTrash = async (db: ReadDb, offset: number, limit: number) =>
  await trashed(db)
    .select([
      'uid',
      'company_name as companyName',
      'name',
      'department',
      'title',
      'phone',
      'email',
      'band',
      'trashed_at as trashedAt',
    ])
    .orderBy('trashed_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();

export async function countTrash(db: ReadDb): Promise<number> {
  const row = await trashed(db)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Leads that went into the trash before this instant. */
export async function listTrashedBefore(db: ReadDb, before: Instant): Promise<number[]> {
  const rows = await trashed(db).select('id').where('trashed_at', '<', before).orderBy('id').execute();
  return rows.map(row => row.id);
}
