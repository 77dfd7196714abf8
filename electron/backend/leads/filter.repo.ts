import { type SelectQueryBuilder, sql } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import type { LeadFilter } from '#shared/contract/lead-filter.ts';
import { assertNever } from '#shared/domain/base/assert.ts';
import { addDays, type Day, dayOf, mondayOf } from '#shared/domain/base/days.ts';
import { BEHAVIOUR_KINDS, kindsInto, kindsOfEdge, ON_MAP, reachedStops } from '#shared/domain/journey/map.ts';
import { searchQuery } from './search.ts';

/** A filter on a day: the names "this week" and "left alone for 90 days" follow the calendar. */
export interface FilterOn {
  readonly filter: LeadFilter;
  readonly today: Day;
}
type Leads = SelectQueryBuilder<Schema, 'leads', object>;

/**
 * How a search is joined: `all` its hits, looked up one by one; known hits by number; or `order`, the hits held
 * against the list's own order, for searches so common that looking them all up and sorting them would take long.
 */
export type SearchPlan = 'all' | 'order' | readonly number[];

/** Left alone this long, an open lead is in danger of being forgotten. */
const NEGLECTED_DAYS = 90;
const CALLS = ['firstContact', 'call', 'callback', 'retryCall'];

/** The leads a filter means, as a query that window, count, bulk work and export share. */
export function matching(db: ReadDb, { filter, today }: FilterOn, plan: SearchPlan = 'all'): Leads {
  let query = db.selectFrom('leads') as unknown as Leads;
  query = filter.trash
    ? query.where('leads.trashed_at', 'is not', null).where('leads.merged_into_id', 'is', null)
    : query.where('leads.trashed_at', 'is', null);
  query = searched(query, filter.search, plan);
  query = byView(query, filter, today);
  query = byOwner(db, query, filter);
  query = byAttribute(query, filter);
  query = byReach(query, filter);
  query = byJourney(query, filter);
  query = byLate(db, query, filter);
  return byDays(query, filter, today);
}

function searched(query: Leads, search: string, plan: SearchPlan): Leads {
  if (search.trim() === '') return query;
  const match = searchQuery(search);
  if (match === '') return query.where(sql<boolean>`1 = 0`);
  const hits =
    typeof plan === 'string'
      ? sql<number>`(select rowid from lead_search where lead_search match ${match})`
      : sql<number>`(select value from json_each(${JSON.stringify(plan)}))`;
  // The plus keeps SQLite from looking the hits up one by one: it walks the order instead and asks for membership.
  return plan === 'order'
    ? query.where(sql<number>`+leads.id`, 'in', hits)
    : query.where('leads.id', 'in', hits);
}

function byView(query: Leads, filter: LeadFilter, today: Day): Leads {
  switch (filter.view) {
    case 'all':
      return query;
    case 'thisWeek':
      return query
        .where('leads.next_on', '<=', addDays(mondayOf(today), 6))
        .where('leads.next_kind', 'in', CALLS);
    case 'hotUntouched':
      return query.where('leads.band', '=', 'hot').where('leads.next_kind', '=', 'firstContact');
    case 'noNext':
      return query.where('leads.next_kind', '=', 'none').where('leads.stage', '=', 'open');
    case 'neglected':
      return quietFor(query.where('leads.stage', '=', 'open'), NEGLECTED_DAYS, today);
    case 'duplicates':
      return query.where(
        sql<boolean>`exists (select 1 from duplicates where state = 'open' and (lead_id = leads.id or other_id = leads.id))`,
      );
    case 'noPhone':
      return query.where('leads.phone', '=', '');
    case 'appointment':
      return query.where('leads.next_kind', '=', 'handOver');
    default:
      return assertNever(filter.view);
  }
}

/** The last touch, or for somebody never touched the day we got to know them; the very expression of its index. */
export const QUIET_SINCE = sql<Day>`coalesce(leads.last_touch_on, leads.acquired_on)`;

const quietFor = (query: Leads, days: number, today: Day): Leads =>
  query.where(QUIET_SINCE, '<=', addDays(today, -days));

const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

function byOwner(db: ReadDb, query: Leads, { owner }: LeadFilter): Leads {
  if (owner === undefined) return query;
  const uids = listOf(owner).filter(uid => uid !== 'none');
  const members = db.selectFrom('members').select('id').where('uid', 'in', uids);
  return query.where(e =>
    e.or([
      ...(uids.length > 0 ? [e('leads.owner_id', 'in', members)] : []),
      ...(listOf(owner).includes('none') ? [e('leads.owner_id', 'is', null)] : []),
    ]),
  );
}

function byAttribute(query: Leads, filter: LeadFilter): Leads {
  const plain = [
    ['leads.band', filter.band],
    ['leads.channel', filter.channel],
    ['leads.event_name', filter.event],
    ['leads.prefecture', filter.prefecture],
    ['leads.department_function', filter.departmentFunction],
    ['leads.next_kind', filter.nextKind],
    ['leads.stop', filter.stop],
  ] as const;
  for (const [column, wanted] of plain)
    if (wanted !== undefined) query = query.where(column, 'in', listOf<string>(wanted));
  if (filter.titleRank !== undefined) query = query.where('leads.title_rank', '<=', filter.titleRank);
  if (filter.tag !== undefined) {
    const tags = listOf(filter.tag);
    query = query.where(e =>
      e.exists(
        e
          .selectFrom('lead_tags')
          .select('lead_tags.id')
          .whereRef('lead_tags.lead_id', '=', 'leads.id')
          .where('lead_tags.tag', 'in', tags),
      ),
    );
  }
  return byCompany(query, filter);
}

function byCompany(query: Leads, { companyKind, companyUid, importUid }: LeadFilter): Leads {
  if (companyKind !== undefined) {
    const kinds = listOf<string>(companyKind);
    query = query.where(e =>
      e.or([
        e(
          'leads.company_id',
          'in',
          e.selectFrom('companies').select('companies.id').where('kind', 'in', kinds),
        ),
        // Who has no company yet counts as somebody to win.
        ...(kinds.includes('prospect') ? [e('leads.company_id', 'is', null)] : []),
      ]),
    );
  }
  if (companyUid !== undefined)
    query = query.where('leads.company_id', '=', e =>
      e.selectFrom('companies').select('companies.id').where('companies.uid', '=', companyUid),
    );
  if (importUid === undefined) return query;
  return query.where('leads.import_id', '=', e =>
    e.selectFrom('imports').select('imports.id').where('imports.uid', '=', importUid),
  );
}

function byReach(query: Leads, { hasEmail, hasPhone, doNotCall }: LeadFilter): Leads {
  if (hasEmail !== undefined) query = query.where('leads.email', hasEmail ? '!=' : '=', '');
  if (hasPhone !== undefined) query = query.where('leads.phone', hasPhone ? '!=' : '=', '');
  if (doNotCall !== undefined) query = query.where('leads.do_not_call', '=', doNotCall ? 1 : 0);
  return query;
}

/** What a figure of the journey map counts. */
function byJourney(query: Leads, { reached, edge }: LeadFilter): Leads {
  if (reached === undefined && edge === undefined) return query;
  query = query.where('leads.stop', 'in', ON_MAP);
  if (edge !== undefined) query = query.where(moved(kindsOfEdge(edge)));
  if (reached === undefined || reached === 'start') return query;
  if (reached === 'behaviour') return query.where(moved(BEHAVIOUR_KINDS));
  const began = reachedStops(reached);
  return query.where(e => e.or([e('leads.entry_stop', 'in', began), moved(kindsInto(reached))]));
}

/** Whether one of these moves was logged about the lead; answered by the index of logged facts alone. */
const moved = (kinds: readonly string[]) =>
  sql<boolean>`exists (select 1 from events where lead_id = leads.id and source = 'system' and kind in (${sql.join(kinds)}))`;

/** Whose promise is late, by the clocks that run; see `LATE`. */
function byLate(db: ReadDb, query: Leads, { late }: LeadFilter): Leads {
  if (late === undefined) return query;
  const kind = late.what === 'firstContact' ? 'contact' : 'accept';
  const byClock = db
    .selectFrom('sla_clocks')
    .select('sla_clocks.lead_id')
    .where('sla_clocks.stopped_at', 'is', null)
    .where('sla_clocks.due_at', '<', late.at)
    .where('sla_clocks.kind', '=', kind)
    .where('sla_clocks.lead_id', 'is not', null);
  if (late.what === 'firstContact') return query.where('leads.id', 'in', byClock);
  return query.where(e =>
    e.or([
      e('leads.id', 'in', byClock),
      e.and([e('leads.next_kind', '=', 'handOver'), e('leads.next_on', '<', dayOf(late.at))]),
    ]),
  );
}

function byDays(query: Leads, filter: LeadFilter, today: Day): Leads {
  const { acquiredFrom, acquiredTo, dueTo, quietDays } = filter;
  if (acquiredFrom !== undefined) query = query.where('leads.acquired_on', '>=', acquiredFrom);
  if (acquiredTo !== undefined) query = query.where('leads.acquired_on', '<=', acquiredTo);
  if (dueTo !== undefined) query = query.where('leads.next_on', '<=', dueTo);
  return quietDays === undefined ? query : quietFor(query, quietDays, today);
}

/** True when the search alone decides who is listed. */
export function isSearchAlone(filter: LeadFilter): boolean {
  const { search: _search, view, trash, ...rest } = filter;
  return view === 'all' && !trash && Object.values(rest).every(value => value === undefined);
}
