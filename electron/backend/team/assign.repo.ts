import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** What assigning looks at: the person, the company, who has them. */
export const listAssignable = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .leftJoin('members', 'members.id', 'leads.owner_id')
        .select([
          'leads.id',
          'leads.company_id as companyId',
          'leads.owner_id as ownerId',
          'leads.stage',
          'leads.band',
          'members.active as ownerActive',
        ])
        .where('leads.id', 'in', chunk)
        .where('leads.trashed_at', 'is', null)
        .orderBy('leads.id')
        .execute(),
  );

/** Per member, how many open people have their next action due by a day. */
export async function countBusy(db: ReadDb, until: Day): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('leads')
    .select(({ fn }) => ['owner_id', fn.countAll<number>().as('n')])
    .where('next_on', '<=', until)
    .where('stage', '<>', 'closed')
    .where('trashed_at', 'is', null)
    .where('owner_id', 'is not', null)
    .groupBy('owner_id')
    .execute();
  return new Map(rows.flatMap(row => (row.owner_id === null ? [] : [[row.owner_id, row.n] as const])));
}

/** Per company, the one of these members who has most of its open people. */
export async function listHolders(
  db: ReadDb,
  companyIds: readonly number[],
  memberIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await inChunks(
    companyIds,
    async chunk =>
      await db
        .selectFrom('leads')
        .select(({ fn }) => ['company_id', 'owner_id', fn.countAll<number>().as('n')])
        .where('company_id', 'in', chunk)
        .where('owner_id', 'in', [...memberIds])
        .where('stage', '<>', 'closed')
        .where('trashed_at', 'is', null)
        .groupBy(['company_id', 'owner_id'])
        .orderBy('n')
        .orderBy('owner_id', 'desc')
        .execute(),
  );
  return new Map(
    rows.flatMap(row =>
      row.company_id === null || row.owner_id === null ? [] : [[row.company_id, row.owner_id] as const],
    ),
  );
}
