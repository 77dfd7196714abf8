import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day } from '#shared/domain/base/days.ts';

interface VersionRow {
  n: number;
  data: string;
  active_from_on: Day;
}

/** The newest version in force on a day. */
export async function findVersion(
  db: ReadDb,
  kind: string,
  key: string,
  on: Day,
): Promise<VersionRow | undefined> {
  return await db
    .selectFrom('versions')
    .select(['n', 'data', 'active_from_on'])
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('active_from_on', '<=', on)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One version by its number, whenever it was or will be in force. */
export const findVersionByNumber = async (
  db: ReadDb,
  of: { kind: string; key: string; n: number },
): Promise<{ data: string } | undefined> =>
  await db
    .selectFrom('versions')
    .select('data')
    .where(e => e.and(of))
    .executeTakeFirst();

/** Every version of a key, oldest first. */
export const listVersions = async (db: ReadDb, kind: string, key: string) =>
  await db
    .selectFrom('versions')
    .leftJoin('members', 'members.id', 'versions.member_id')
    .select([
      'versions.n',
      'versions.data',
      'versions.active_from_on as activeFromOn',
      'versions.recorded_at as recordedAt',
      'versions.note',
      'members.name as memberName',
    ])
    .where('versions.kind', '=', kind)
    .where('versions.key', '=', key)
    .orderBy('versions.n')
    .execute();

/** Keys of a kind, in the order they were first agreed on. */
export async function listVersionKeys(db: ReadDb, kind: string): Promise<string[]> {
  const rows = await db
    .selectFrom('versions')
    .select('key')
    .where('kind', '=', kind)
    .groupBy('key')
    .orderBy(({ fn }) => fn.min('id'))
    .execute();
  return rows.map(row => row.key);
}

export async function insertVersion(
  tx: WriteTx,
  row: { kind: string; key: string; data: string; activeFromOn: Day; note: string },
): Promise<number> {
  const last = await tx.db
    .selectFrom('versions')
    .select(({ fn }) => fn.max('n').as('n'))
    .where('kind', '=', row.kind)
    .where('key', '=', row.key)
    .executeTakeFirst();
  const n = (last?.n ?? 0) + 1;
  tx.touch('versions');
  await tx.bulk.insert('versions', [
    {
      kind: row.kind,
      key: row.key,
      n,
      data: row.data,
      active_from_on: row.activeFromOn,
      member_id: tx.memberId,
      note: row.note,
      recorded_at: tx.at,
    },
  ]);
  return n;
}

/** Says in the history which version an operation agreed on. */
export async function noteAgreement(tx: WriteTx, data: { agreement: string; n: number }): Promise<void> {
  if (tx.operationId === null) return;
  await tx.db
    .updateTable('operations')
    .set({ data: JSON.stringify(data) })
    .where('id', '=', tx.operationId)
    .execute();
}
