import { sql } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { KnownCompany } from '#shared/domain/leads/company-list.ts';

/** Companies with one of these keys. */
export interface CompanyKeys {
  strict: readonly string[];
  loose: readonly string[];
  numbers: readonly string[];
}

export interface StoredCompany extends KnownCompany {
  uid: string;
  domain: string | null;
}

const known = (db: ReadDb) =>
  db
    .selectFrom('companies')
    .select([
      'id',
      'uid',
      'name',
      'strict_key as strictKey',
      'loose_key as looseKey',
      'corporate_number as corporateNumber',
      'kind',
      'domain',
    ]);

/** Companies that share a key with these, each once, in the order they came. */
export async function listByKeys(db: ReadDb, keys: CompanyKeys): Promise<StoredCompany[]> {
  const find = async (column: 'strict_key' | 'loose_key' | 'corporate_number', values: readonly string[]) =>
    await inChunks(values, async chunk => await known(db).where(column, 'in', chunk).execute());
  const rows = [
    ...(await find('strict_key', keys.strict)),
    ...(await find('loose_key', keys.loose)),
    ...(await find('corporate_number', keys.numbers)),
  ];
  return [...new Map(rows.map(row => [row.id, row])).values()].sort((a, b) => a.id - b.id);
}

export const findCompany = async (db: ReadDb, uid: string) =>
  await db.selectFrom('companies').selectAll().where('uid', '=', uid).executeTakeFirst();
export type CompanyRow = NonNullable<Awaited<ReturnType<typeof findCompany>>>;

/** How many people each of these companies has. */
export async function countPeople(db: ReadDb, companyIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await inChunks(
    companyIds,
    async chunk =>
      await db
        .selectFrom('leads')
        .select(({ fn }) => ['company_id', fn.countAll<number>().as('n')])
        .where('company_id', 'in', chunk)
        .where('trashed_at', 'is', null)
        .groupBy('company_id')
        .execute(),
  );
  return new Map(rows.flatMap(row => (row.company_id === null ? [] : [[row.company_id, row.n]])));
}

/** Names and kinds of companies by part of their folded name; '' for all. */
export async function listCompanies(
  db: ReadDb,
  filter: { key: string; kind: string | undefined; offset: number; limit: number },
) {
  let query = db.selectFrom('companies');
  if (filter.key !== '')
    query = query.where('strict_key', 'like', sql<string>`'%' || ${escaped(filter.key)} || '%' escape '\\'`);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  const total = await query.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await query
    .select(['id', 'uid', 'name', 'kind', 'domain', 'industry'])
    .orderBy('strict_key')
    .orderBy('id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return { rows, total: total.n };
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, sign => `\\${sign}`);

/** The people of a company as its own page needs them beside the list rows. */
export async function listPeopleAt(db: ReadDb, companyId: number) {
  return await db
    .selectFrom('leads')
    .leftJoin('members', 'members.id', 'leads.owner_id')
    .select([
      'leads.id',
      'leads.uid as leadUid',
      'leads.name',
      'leads.branch',
      'members.name as ownerName',
      'leads.stage',
      'leads.appointment_on as appointmentOn',
      'leads.meeting_on as meetingOn',
      'leads.accepted_on as acceptedOn',
    ])
    .where('leads.company_id', '=', companyId)
    .where('leads.trashed_at', 'is', null)
    .orderBy('leads.id')
    .execute();
}

/** People who belonged to the company once and are somewhere else now. */
export async function listFormer(db: ReadDb, companyId: number) {
  return await db
    .selectFrom('affiliations')
    .innerJoin('leads', 'leads.id', 'affiliations.lead_id')
    .select(['leads.uid', 'leads.name', 'affiliations.title'])
    .where('affiliations.company_id', '=', companyId)
    .where('leads.trashed_at', 'is', null)
    .where(eb => eb.or([eb('leads.company_id', 'is', null), eb('leads.company_id', '!=', companyId)]))
    .orderBy('leads.id')
    .execute();
}
