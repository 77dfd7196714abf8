import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';

/** Keys by which people can be found again. */
export interface PersonKeys {
  /** E-mail keys and E.164 numbers. */
  points: string[];
  externalIds: string[];
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
  return [...new Set([...byPoint, ...byExternal].map(row => row.id))];
}

/** Leads of these names, one row for each company they belong to. */
export const listNamesakes = async (db: ReadDb, nameKeys: readonly string[]) =>
  await inChunks(
    nameKeys,
    async chunk =>
      await db
        .selectFrom('leads as l')
        .leftJoin('affiliations as a', 'a.lead_id', 'l.id')
        .select([
          'l.id',
          'l.name_key as nameKey',
          'l.company_name as companyName',
          'a.company_name as affiliation',
          'l.merged_into_id as mergedIntoId',
        ])
        .where('l.name_key', 'in', chunk)
        .execute(),
  );

/** Whole rows of these people, those in the trash as well; what was merged into somebody else only when asked for. */
export const listLeadRows = async (db: ReadDb, ids: readonly number[], options: { merged?: boolean } = {}) =>
  await inChunks(ids, async chunk => {
    const query = db.selectFrom('leads').selectAll().where('id', 'in', chunk);
    return await (options.merged ? query : query.where('merged_into_id', 'is', null)).execute();
  });
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

/** Where each of these leads is now: itself, or the person it was merged into, over any number of merges. */
export async function findSurvivors(db: ReadDb, ids: readonly number[]): Promise<Map<number, number>> {
  const at = new Map(ids.map(id => [id, id]));
  for (let open = [...new Set(ids)]; open.length > 0; ) {
    const rows = await inChunks(
      open,
      async chunk =>
        await db
          .selectFrom('leads')
          .select(['id', 'merged_into_id as into'])
          .where('id', 'in', chunk)
          .where('merged_into_id', 'is not', null)
          .execute(),
    );
    const next = new Map(rows.flatMap(({ id, into }) => (into === null ? [] : [[id, into] as const])));
    for (const [id, now] of at) at.set(id, next.get(now) ?? now);
    open = [...new Set(next.values())];
  }
  return at;
}

/** Everybody who was merged into these people, over any number of merges. */
export async function listMergedInto(db: ReadDb, survivorIds: readonly number[]) {
  const into = new Map(survivorIds.map(id => [id, id]));
  const found: (Awaited<ReturnType<typeof mergedRows>>[number] & { survivorId: number })[] = [];
  for (let open = [...survivorIds]; open.length > 0; ) {
    const rows = await inChunks(open, async chunk => await mergedRows(db, chunk));
    for (const row of rows) {
      const survivorId = into.get(row.merged_into_id ?? 0) ?? 0;
      into.set(row.id, survivorId);
      found.push({ ...row, survivorId });
    }
    open = rows.map(row => row.id);
  }
  return found;
}

const mergedRows = async (db: ReadDb, ids: readonly number[]) =>
  await db
    .selectFrom('leads')
    .select([
      'id',
      'merged_into_id',
      'name',
      'name_key',
      'last_key',
      'last_name',
      'first_name',
      'kana',
      'external_id',
    ])
    .where('merged_into_id', 'in', ids)
    .execute();

const NAMED = [
  'id',
  'uid',
  'name',
  'name_key',
  'last_key',
  'last_name',
  'first_name',
  'kana',
  'external_id',
  'company_name',
  'department',
  'trashed_at',
] as const;

/** What these people are called, those in the trash as well; nobody who was merged into somebody else. */
export const listNamedRows = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .select(NAMED)
        .where('id', 'in', chunk)
        .where('merged_into_id', 'is', null)
        .execute(),
  );
export type NamedRow = Awaited<ReturnType<typeof listNamedRows>>[number];

/** What a company says about the fit of its people. */
export const listCompanyFacts = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('companies')
        .select(['id', 'industry', 'employees_min', 'employees_max', 'kind as company_kind'])
        .where('id', 'in', chunk)
        .execute(),
  );
