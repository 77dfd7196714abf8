import { sql } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Band } from '#shared/contract/base.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import { assertNever } from '#shared/domain/base/assert.ts';
import type { Day } from '#shared/domain/base/days.ts';

export async function countOpenLeads(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('leads')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('trashed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

export interface LeadFilter {
  /** FTS5 query, or empty for everybody. */
  match: string;
  band: Band | undefined;
  importUid: string | undefined;
  ownerUid: string | undefined;
  view: 'all' | 'thisWeek' | 'hotUntouched' | 'noNext' | 'noPhone' | 'appointment';
  sort: 'rank' | 'company' | 'acquired' | 'next' | 'cools';
  /** Last day of this week, for the view of what is due. */
  weekEndsOn: Day;
}

/** Ids of the leads a filter means: an index-only subquery that the window and the count share. */
function matching(db: ReadDb, filter: LeadFilter) {
  let query = db.selectFrom('leads').where('leads.trashed_at', 'is', null);
  if (filter.match !== '')
    query = query.where(
      'leads.id',
      'in',
      sql<number>`(select rowid from lead_search where lead_search match ${filter.match})`,
    );
  if (filter.band) query = query.where('leads.band', '=', filter.band);
  if (filter.importUid)
    query = query.where(
      'leads.import_id',
      '=',
      db.selectFrom('imports').select('id').where('uid', '=', filter.importUid),
    );
  if (filter.ownerUid)
    query = query.where(
      'leads.owner_id',
      '=',
      db.selectFrom('members').select('id').where('uid', '=', filter.ownerUid),
    );
  switch (filter.view) {
    case 'thisWeek':
      return query
        .where('leads.next_on', '<=', filter.weekEndsOn)
        .where('leads.next_kind', 'in', ['firstContact', 'call', 'callback', 'retryCall']);
    case 'hotUntouched':
      return query.where('leads.band', '=', 'hot').where('leads.next_kind', '=', 'firstContact');
    case 'noNext':
      return query.where('leads.next_kind', '=', 'none').where('leads.stage', '=', 'open');
    case 'noPhone':
      return query.where('leads.phone', '=', '');
    case 'appointment':
      return query.where('leads.next_kind', '=', 'handOver');
    case 'all':
      return query;
    default:
      return assertNever(filter.view);
  }
}

/** A before B before C; the very expression of the index `leads_rank`, or the index does not serve. */
const RANK_ORDER = sql`(case band when 'hot' then 0 when 'mid' then 1 else 2 end)`;

/** One window of ids in the asked order. */
export async function listWindow(
  db: ReadDb,
  filter: LeadFilter,
  offset: number,
  limit: number,
): Promise<number[]> {
  let query = matching(db, filter).select('leads.id');
  switch (filter.sort) {
    case 'rank':
      query = (filter.band ? query : query.orderBy(RANK_ORDER)).orderBy('leads.total', 'desc');
      break;
    case 'company':
      query = query.orderBy('leads.company_name');
      break;
    case 'acquired':
      query = query.orderBy('leads.acquired_on', 'desc');
      break;
    case 'next':
      query = query.orderBy('leads.next_on', o => o.asc().nullsLast());
      break;
    case 'cools':
      query = query.orderBy('leads.cools_on', o => o.asc().nullsLast());
      break;
  }
  const rows = await query.orderBy('leads.id').offset(offset).limit(limit).execute();
  return rows.map(row => row.id);
}

/** How many leads a filter means; with `stopAt` it stops counting there. */
export async function countMatching(db: ReadDb, filter: LeadFilter, stopAt?: number): Promise<number> {
  const base = matching(db, filter);
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

/** List rows of these leads, in the order of the ids. */
export async function listRows(db: ReadDb, ids: readonly number[]): Promise<(LeadRow & { id: number })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('leads')
    .leftJoin('companies', 'companies.id', 'leads.company_id')
    .leftJoin('members', 'members.id', 'leads.owner_id')
    .select([
      'leads.id',
      'leads.uid',
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
      'leads.channel',
      'leads.event_name as eventName',
      'leads.acquired_on as acquiredOn',
      'leads.stage',
      'leads.do_not_call as doNotCall',
    ])
    .where('leads.id', 'in', ids)
    .execute();
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
        doNotCall: row.doNotCall === 1,
      },
    ];
  });
}

/** A lead by uid, by the uid of a lead merged into it, or undefined. */
export async function findLeadId(db: ReadDb, uid: string): Promise<number | undefined> {
  const row = await db.selectFrom('leads').select('id').where('uid', '=', uid).executeTakeFirst();
  if (row) return row.id;
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
