import { type CompiledQuery, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import type { Band } from '#shared/contract/base.ts';
import type { Direction, LeadSort } from '#shared/contract/lead-filter.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import { findSurvivors } from './cards.repo.ts';
import { type FilterOn, matching, QUIET_SINCE, type SearchPlan } from './filter.repo.ts';

export async function countOpenLeads(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('leads')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('trashed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** A before B before C; the very expression of the index `leads_rank`, or the index does not serve. */
const RANK = sql<number>`(case leads.band when 'hot' then 0 when 'mid' then 1 else 2 end)`;
/** As in their indexes: an empty text is nothing, and nothing stands last. */
const COMPANY = sql<string | null>`nullif(leads.company_name, '')`;
const KANA = sql<string | null>`nullif(leads.kana, '')`;
const PHONE = sql<string | null>`nullif(leads.phone, '')`;

type Key = string | RawBuilder<unknown>;

/** The keys of a sort from the most important to the least; each is followed in the asked direction, then the id. */
const SORT_KEYS: Readonly<Record<LeadSort, readonly Key[]>> = {
  rank: [],
  company: [COMPANY],
  name: [KANA, 'leads.name'],
  department: [sql`nullif(leads.department, '')`],
  title: ['leads.title_rank', 'leads.title'],
  phone: [PHONE],
  email: [sql`nullif(leads.email, '')`],
  nextKind: ['leads.next_kind', 'leads.next_on'],
  next: ['leads.next_on'],
  touched: [QUIET_SINCE],
  owner: ['leads.owner_id'],
  channel: ['leads.channel'],
  event: [sql`nullif(leads.event_name, '')`],
  acquired: ['leads.acquired_on'],
  prefecture: [sql`nullif(leads.prefecture, '')`],
  cools: ['leads.cools_on'],
  trashed: ['leads.trashed_at'],
};

export interface LeadOrder {
  readonly sort: LeadSort;
  readonly direction: Direction;
}

const other = (direction: Direction): Direction => (direction === 'asc' ? 'desc' : 'asc');

/** `oneRank`: all have the same rank, so that only the points decide. */
function ordered(
  query: SelectQueryBuilder<Schema, 'leads', { id: number }>,
  { sort, direction }: LeadOrder,
  oneRank = false,
) {
  if (sort === 'rank') {
    // The best first is `desc` to people; in the index the best rank is 0 and its points fall.
    const up = other(direction);
    const byRank = oneRank ? query : query.orderBy(RANK, up);
    return byRank.orderBy('leads.total', direction).orderBy('leads.id', up);
  }
  const [first, ...rest] = SORT_KEYS[sort].map(key => (typeof key === 'string' ? sql.ref(key) : key));
  let sorted = query;
  // Only the first key says where nothing stands: with more, no index would serve.
  if (first) sorted = sorted.orderBy(first, o => (direction === 'asc' ? o.asc() : o.desc()).nullsLast());
  for (const key of rest) sorted = sorted.orderBy(key, direction);
  return sorted.orderBy('leads.id', direction);
}

interface WindowPage {
  offset: number;
  limit: number;
  plan?: SearchPlan;
}

const window = (db: ReadDb, on: FilterOn, order: LeadOrder, page: WindowPage) => {
  const { band } = on.filter;
  const oneRank = band !== undefined && [band].flat().length === 1;
  const query = ordered(matching(db, on, page.plan).select('leads.id'), order, oneRank);
  return query.offset(page.offset).limit(page.limit);
};

/** The query for one window of ids in the asked order. */
export const windowOf = (...given: Parameters<typeof window>): CompiledQuery => window(...given).compile();

/** One window of ids in the asked order. */
export const listWindow = async (...given: Parameters<typeof window>): Promise<number[]> =>
  (await window(...given).execute()).map(row => row.id);

/** The query for all leads of a filter in the order of the list, to be run where it may take long. */
export const matchingInOrder = (db: ReadDb, on: FilterOn, order: LeadOrder): CompiledQuery =>
  ordered(matching(db, on).select('leads.id'), order).compile();

/** The query for these leads in the order of the list, those that are there. */
export const someInOrder = (db: ReadDb, ids: readonly number[], order: LeadOrder): CompiledQuery =>
  ordered(
    db
      .selectFrom('leads')
      .select('leads.id')
      .where('leads.id', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`),
    order,
  ).compile();

/** How many leads a filter means; with `stopAt` it stops counting there. */
export async function countMatching(db: ReadDb, on: FilterOn, stopAt?: number): Promise<number> {
  const base = matching(db, on);
  if (stopAt === undefined) {
    const row = await base.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    return row.n;
  }
  const row = await db
    .selectFrom(base.select('leads.id').limit(stopAt).as('some'))
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** A list row as its own tables tell it. */
export type StoredLeadRow = Omit<LeadRow, 'sameCompany' | 'reasons'> & {
  id: number;
  companyId: number | null;
  ownerId: number | null;
};

/** List rows of these leads, in the order of the ids. */
export async function listRows(db: ReadDb, ids: readonly number[]): Promise<StoredLeadRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('leads')
    .leftJoin('companies', 'companies.id', 'leads.company_id')
    .leftJoin('members', 'members.id', 'leads.owner_id')
    .select([
      'leads.id',
      'leads.uid',
      'leads.company_id as companyId',
      'leads.owner_id as ownerId',
      'leads.company_name as companyName',
      'companies.kind as companyKind',
      'leads.name',
      'leads.kana',
      'leads.department',
      'leads.title',
      'leads.email',
      'leads.phone',
      'leads.band',
      'leads.fit',
      'leads.engagement',
      'leads.total',
      'leads.cools_on as coolsOn',
      'leads.next_kind as nextKind',
      'leads.next_on as nextOn',
      'leads.next_reason as nextReason',
      'members.name as ownerName',
      'members.uid as ownerUid',
      'leads.channel',
      'leads.event_name as eventName',
      'leads.acquired_on as acquiredOn',
      'leads.stage',
      'leads.stop',
      'leads.stop_since_on as stopSinceOn',
      'leads.do_not_call as doNotCall',
      'leads.prefecture',
      'leads.last_touch_on as lastTouchOn',
      'leads.updated_at as updatedAt',
      'leads.trashed_at as trashedAt',
    ])
    .where('leads.id', 'in', ids)
    .execute();
  const tags = await db
    .selectFrom('lead_tags')
    .select(['lead_id', 'tag'])
    .where('lead_id', 'in', ids)
    .orderBy('tag')
    .execute();
  const tagsOf = Map.groupBy(tags, row => row.lead_id);
  const byId = new Map(rows.map(row => [row.id, row]));
  return ids.flatMap(id => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        ...row,
        band: row.band as Band,
        companyKind: (row.companyKind ?? 'prospect') as LeadRow['companyKind'],
        channel: row.channel as LeadRow['channel'],
        stop: row.stop as LeadRow['stop'],
        doNotCall: row.doNotCall === 1,
        tags: (tagsOf.get(row.id) ?? []).map(({ tag }) => tag),
      },
    ];
  });
}

/** A lead by uid, by the uid of a lead merged into it, or undefined. */
export async function findLeadId(db: ReadDb, uid: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('leads')
    .select(['id', 'merged_into_id'])
    .where('uid', '=', uid)
    .executeTakeFirst();
  if (row) return row.merged_into_id === null ? row.id : (await findSurvivors(db, [row.id])).get(row.id);
  const alias = await db
    .selectFrom('lead_aliases')
    .select('lead_id')
    .where('uid', '=', uid)
    .executeTakeFirst();
  return alias?.lead_id;
}

/** The uid of a lead known by its number. */
export async function findUid(db: ReadDb, id: number): Promise<string> {
  return (await db.selectFrom('leads').select('uid').where('id', '=', id).executeTakeFirstOrThrow()).uid;
}
