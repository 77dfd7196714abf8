import type { Selectable } from 'kysely';
import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';

export type PairRow = Selectable<Schema['duplicates']>;

/** Which pairs a list shows. */
export interface PairFilter {
  state: PairRow['state'];
  importUid: string | undefined;
  leadId: number | undefined;
  level: string | undefined;
}

/** Ids of the leads with these uids; those in the trash are left out. */
export async function findIdsOfUids(db: ReadDb, uids: readonly string[]): Promise<Map<string, number>> {
  const rows = await inChunks(
    uids,
    async chunk =>
      await db
        .selectFrom('leads')
        .select(['id', 'uid'])
        .where('uid', 'in', chunk)
        .where('trashed_at', 'is', null)
        .execute(),
  );
  return new Map(rows.map(row => [row.uid, row.id]));
}

/** Pairs that have one of these leads on either side. */
export async function listPairsOf(db: ReadDb, leadIds: readonly number[]): Promise<PairRow[]> {
  const sides = await Promise.all(
    (['lead_id', 'other_id'] as const).map(
      async side =>
        await inChunks(
          leadIds,
          async chunk => await db.selectFrom('duplicates').selectAll().where(side, 'in', chunk).execute(),
        ),
    ),
  );
  return [...new Map(sides.flat().map(row => [row.id, row])).values()].sort((a, b) => a.id - b.id);
}

export const insertPairs = async (tx: WriteTx, rows: readonly RowOf<'duplicates'>[]): Promise<number[]> =>
  await tx.insert('duplicates', rows);

export async function listPairsByUid(db: ReadDb, uids: readonly string[]): Promise<PairRow[]> {
  return await inChunks(
    uids,
    async chunk =>
      await db.selectFrom('duplicates').selectAll().where('uid', 'in', chunk).orderBy('id').execute(),
  );
}

/** A pair waits only while both people are there; what was decided about them stays visible. */
function matching(db: ReadDb, { state, importUid, leadId, level }: PairFilter) {
  let query = db.selectFrom('duplicates').where('duplicates.state', '=', state);
  if (state !== 'merged')
    query = query.where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('leads')
            .select('leads.id')
            .where(e =>
              e.or([
                e('leads.id', '=', e.ref('duplicates.lead_id')),
                e('leads.id', '=', e.ref('duplicates.other_id')),
              ]),
            )
            .where('leads.trashed_at', 'is not', null),
        ),
      ),
    );
  if (level !== undefined) query = query.where('duplicates.level', '=', level);
  if (importUid !== undefined)
    query = query.where(
      'duplicates.import_id',
      '=',
      db.selectFrom('imports').select('id').where('uid', '=', importUid),
    );
  if (leadId !== undefined)
    query = query.where(eb =>
      eb.or([eb('duplicates.lead_id', '=', leadId), eb('duplicates.other_id', '=', leadId)]),
    );
  return query;
}

/** One window, the surest level first, in the order they were found. */
export const listPairWindow = async (
  db: ReadDb,
  filter: PairFilter,
  offset: number,
  limit: number,
): Promise<PairRow[]> =>
  await matching(db, filter)
    .selectAll('duplicates')
    .orderBy('duplicates.level')
    .orderBy('duplicates.id')
    .offset(offset)
    .limit(limit)
    .execute();

export async function countByLevel(db: ReadDb, filter: PairFilter): Promise<Map<string, number>> {
  const rows = await matching(db, filter)
    .select(({ fn }) => ['duplicates.level', fn.countAll<number>().as('n')])
    .groupBy('duplicates.level')
    .execute();
  return new Map(rows.map(row => [row.level, row.n]));
}

/** The newest standing operation that decided each of these pairs, and how many pairs it decided. */
export async function findDeciding(
  db: ReadDb,
  pairUids: readonly string[],
): Promise<Map<string, { uid: string; pairs: number }>> {
  const rows = await inChunks(
    pairUids,
    async chunk =>
      await db
        .selectFrom('changes')
        .innerJoin('operations', 'operations.id', 'changes.operation_id')
        .select(['changes.row_uid', 'operations.uid', 'operations.data'])
        .where('changes.row_uid', 'in', chunk)
        .where('changes.table_name', '=', 'duplicates')
        .where('changes.before', 'is not', null)
        .where('operations.kind', 'in', ['leads.merge', 'duplicates.mergeMany', 'duplicates.answer'])
        .where('operations.undone_by_id', 'is', null)
        .orderBy('changes.id')
        .execute(),
  );
  return new Map(
    rows.map(row => {
      const { pairs = 1 } = JSON.parse(row.data) as { pairs?: number };
      return [row.row_uid, { uid: row.uid, pairs }];
    }),
  );
}

/** Live leads that share an address, a mobile number or a source number with somebody, and names that occur twice. */
export async function listSharedKeys(db: ReadDb): Promise<{ leadIds: number[]; nameKeys: string[] }> {
  const points = await db
    .selectFrom('contact_points')
    .select('key')
    .where('key', '<>', '')
    .groupBy('key')
    .having(({ fn }) => fn.count('lead_id').distinct(), '>', 1)
    .execute();
  const people = await inChunks(
    points.map(point => point.key),
    async chunk =>
      await db
        .selectFrom('contact_points')
        .select('lead_id as id')
        .where('key', 'in', chunk)
        .where('kind', 'in', ['email', 'mobile'])
        .where('is_role', '=', 0)
        .execute(),
  );
  const names = await db
    .selectFrom('leads')
    .select('name_key')
    .where('name_key', '<>', '')
    .groupBy('name_key')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute();
  return { leadIds: [...new Set(people.map(row => row.id))], nameKeys: names.map(row => row.name_key) };
}

export async function listIdsOfNames(db: ReadDb, nameKeys: readonly string[]): Promise<number[]> {
  const rows = await inChunks(
    nameKeys,
    async chunk => await db.selectFrom('leads').select('id').where('name_key', 'in', chunk).execute(),
  );
  return rows.map(row => row.id);
}
