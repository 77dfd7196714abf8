import type { ReadDb } from '#electron/backend/db/access.ts';

export async function countOpenLeads(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('leads')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('trashed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}
