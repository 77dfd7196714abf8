import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';

/** Keys by which people can be found again. */
export interface PersonKeys {
  /** E-mail keys and E.164 numbers. */
  points: string[];
  externalIds: string[];
  names: string[];
}

/** Ids of the people who share at least one key, in the trash or not. */
export async function findLeadIdsByKeys(db: ReadDb, keys: PersonKeys): Promise<number[]> {
  const byPoint = await inChunks(
    keys.points,
    async chunk =>
      await db.selectFrom('contact_points').select('lead_id as id').where('key', 'in', chunk).execute(),
  );
  const byExternal = await inChunks(
    keys.externalIds,
    async chunk => await db.selectFrom('leads').select('id').where('external_id', 'in', chunk).execute(),
  );
  const byName = await inChunks(
    keys.names,
    async chunk => await db.selectFrom('leads').select('id').where('name_key', 'in', chunk).execute(),
  );
  return [...new Set([...byPoint, ...byExternal, ...byName].map(row => row.id))];
}

/** Whole rows of these people, those in the trash as well; what was merged into somebody else is left out. */
export const listLeadRows = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .selectAll()
        .where('id', 'in', chunk)
        .where('merged_into_id', 'is', null)
        .execute(),
  );
export type LeadTableRow = Awaited<ReturnType<typeof listLeadRows>>[number];

export const listLeadIds = async (db: ReadDb, uids: readonly string[]) =>
  await inChunks(
    uids,
    async chunk => await db.selectFrom('leads').select(['id', 'uid']).where('uid', 'in', chunk).execute(),
  );

export const listPointRows = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('contact_points')
        .selectAll()
        .where('lead_id', 'in', chunk)
        .orderBy('lead_id')
        .orderBy('position')
        .orderBy('id')
        .execute(),
  );

export const listAffiliationRows = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db.selectFrom('affiliations').selectAll().where('lead_id', 'in', chunk).orderBy('id').execute(),
  );

export const listTagRows = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('lead_tags')
        .select(['lead_id', 'tag'])
        .where('lead_id', 'in', chunk)
        .orderBy('id')
        .execute(),
  );

export const listCompaniesByStrictKey = async (db: ReadDb, keys: readonly string[]) =>
  await inChunks(
    keys,
    async chunk =>
      await db.selectFrom('companies').selectAll().where('strict_key', 'in', chunk).orderBy('id').execute(),
  );
export type CompanyTableRow = Awaited<ReturnType<typeof listCompaniesByStrictKey>>[number];
