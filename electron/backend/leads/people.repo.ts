import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';

/** Leads of these companies, in the trash or not. */
export const listPeopleOf = async (db: ReadDb, companyIds: readonly number[]): Promise<number[]> =>
  await inChunks(companyIds, async chunk => {
    const rows = await db.selectFrom('leads').select('id').where('company_id', 'in', chunk).execute();
    return rows.map(row => row.id);
  });
