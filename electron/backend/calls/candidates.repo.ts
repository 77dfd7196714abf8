import { setImmediate as turn } from 'node:timers/promises';
import type { ExpressionBuilder } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import type { Day, Instant } from '#shared/domain/base/days.ts';
import { DEADLINES } from '#shared/domain/calls/candidate.ts';
import type { PhoneableRow } from './callable.ts';
import { resultOfRow } from './row-result.ts';

/** A lead as the selection of a list needs it. */
export interface CandidateRow extends PhoneableRow {
  id: number;
  uid: string;
  company_id: number | null;
  company_kana: string | null;
  owner_id: number | null;
  band: string;
  total: number;
  stop: string | null;
  next_kind: string;
  next_on: Day | null;
  next_at: Instant | null;
}

/** Leads that no rule of a list tells apart, and how many they are. */
export interface LeadClass {
  trashed: number;
  stage: string;
  company_kind: string | null;
  do_not_call: 0 | 1;
  phoned: number;
  band: string;
  stop: string | null;
  next_kind: string;
  /** The next action is for a day after the week. */
  later: number;
  people: number;
}

type Expressions = ExpressionBuilder<Schema & { companies: Schema['companies'] }, 'leads' | 'companies'>;

/** Of all leads, or of those an import brought in or touched; whoever was merged since counts as who they are now. */
export interface Among {
  readonly importId: number | null;
}

const leadsOf = (db: ReadDb, { importId }: Among) =>
  db
    .selectFrom('leads')
    .leftJoin('companies', 'companies.id', 'leads.company_id')
    .$if(importId !== null, query =>
      query.where('leads.id', 'in', e =>
        e
          .selectFrom('import_rows')
          .innerJoin('leads as brought', 'brought.id', 'import_rows.lead_id')
          .select(({ fn }) => fn.coalesce('brought.merged_into_id', 'brought.id').as('id'))
          .where('import_rows.import_id', '=', importId),
      ),
    );

const candidatesOf = (db: ReadDb, among: Among) =>
  leadsOf(db, among).select([
    'leads.id',
    'leads.uid',
    'leads.company_id',
    'companies.name_kana as company_kana',
    'companies.kind as company_kind',
    'leads.owner_id',
    'leads.phone',
    'leads.do_not_call',
    'leads.stage',
    'leads.trashed_at',
    'leads.band',
    'leads.total',
    'leads.stop',
    'leads.next_kind',
    'leads.next_on',
    'leads.next_at',
  ]);

/** Leads counted between two turns of the process. */
const WINDOW = 5000;

/** Everybody, counted by what the rule of a list asks. */
export async function* leadClasses(db: ReadDb, among: Among, lastOn: Day): AsyncGenerator<LeadClass> {
  const { last } = await db
    .selectFrom('leads')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  for (let after = 0; after < (last ?? 0); after += WINDOW) {
    if (after > 0) await turn();
    yield* await leadsOf(db, among)
      .select(e => [
        e.case().when('leads.trashed_at', 'is', null).then(0).else(1).end().as('trashed'),
        e.case().when('leads.phone', '=', '').then(0).else(1).end().as('phoned'),
        e.case().when('leads.next_on', '>', lastOn).then(1).else(0).end().as('later'),
        e.fn.countAll<number>().as('people'),
      ])
      .select(['leads.stage', 'companies.kind as company_kind', 'leads.do_not_call'])
      .select(['leads.band', 'leads.stop', 'leads.next_kind'])
      .where('leads.id', '>', after)
      .where('leads.id', '<=', after + WINDOW)
      .groupBy(['trashed', 'phoned', 'later', 'leads.stage', 'companies.kind', 'leads.do_not_call'])
      .groupBy(['leads.band', 'leads.stop', 'leads.next_kind'])
      .execute();
  }
}

/** The stored facts of whoever may stand on a list that serves until `lastOn`; the rule still decides. */
const mayStand = (e: Expressions, kinds: readonly string[], lastOn: Day) =>
  e.and([
    e('leads.trashed_at', 'is', null),
    e('leads.stage', '=', 'open'),
    e('leads.do_not_call', '=', 0),
    e('leads.phone', '<>', ''),
    e.or([e('leads.next_kind', 'in', DEADLINES), e('leads.next_on', '<=', lastOn)]),
    e(e.fn.coalesce('companies.kind', e.val('prospect')), 'in', kinds),
  ]);

export interface Standing {
  readonly kinds: readonly string[];
  readonly lastOn: Day;
}

/** Everybody who was promised a call until the last day. */
export const listPromised = async (db: ReadDb, among: Among, { kinds, lastOn }: Standing) =>
  await candidatesOf(db, among)
    .where(e => mayStand(e, kinds, lastOn))
    .where('leads.next_kind', '=', 'callback')
    .where('leads.next_on', '<=', lastOn)
    .execute();

/** The best of one rank who were promised nothing: so many, and whoever has as many points as the last of them. */
export async function listBest(
  db: ReadDb,
  among: Among,
  { kinds, lastOn }: Standing,
  of: { band: string; count: number },
): Promise<CandidateRow[]> {
  const best = candidatesOf(db, among)
    .where(e => mayStand(e, kinds, lastOn))
    .where('leads.band', '=', of.band)
    .where('leads.next_kind', '<>', 'callback')
    .orderBy('leads.total', 'desc');
  const last = await best
    .offset(Math.max(0, of.count - 1))
    .limit(1)
    .executeTakeFirst();
  return await best.$if(last !== undefined, q => q.where('leads.total', '>=', last?.total ?? 0)).execute();
}

/** Everybody of these companies who may stand on a list. */
export const listColleagues = async (
  db: ReadDb,
  among: Among,
  { kinds, lastOn }: Standing,
  companyIds: readonly number[],
): Promise<CandidateRow[]> =>
  await inChunks(
    companyIds,
    async chunk =>
      await candidatesOf(db, among)
        .where('leads.company_id', 'in', chunk)
        .where(e => mayStand(e, kinds, lastOn))
        .execute(),
  );

/** These leads, whatever they are. */
export const listByIds = async (db: ReadDb, among: Among, ids: readonly number[]): Promise<CandidateRow[]> =>
  await inChunks(ids, async chunk => await candidatesOf(db, among).where('leads.id', 'in', chunk).execute());

/** Rows without a result of the lists of a week that nobody declared typed back, the oldest list first. */
export const listOut = async (db: ReadDb, weekOn: Day) =>
  await db
    .selectFrom('call_lists')
    .innerJoin('call_list_rows', 'call_list_rows.list_id', 'call_lists.id')
    .innerJoin('leads', 'leads.id', 'call_list_rows.lead_id')
    .leftJoin('events', resultOfRow)
    .select(['leads.id as leadId', 'leads.company_id as companyId'])
    .select(['call_list_rows.caller_id as callerId', 'call_lists.serial'])
    .where('call_lists.week_on', '=', weekOn)
    .where('call_lists.typed_back_at', 'is', null)
    .where('events.id', 'is', null)
    .orderBy('call_lists.serial')
    .execute();

/** Everybody; the tests compare what the shorter ways find. */
export const listEverybody = async (db: ReadDb, among: Among): Promise<CandidateRow[]> =>
  await candidatesOf(db, among).execute();

export interface StoredCall {
  leadId: number;
  /** Who made it. */
  memberId: number | null;
  occurredOn: Day;
  occurredAt: Instant | null;
  data: { outcome?: string; note?: string; listRowUid?: string };
}

const callsSince = (db: ReadDb, since: Day) =>
  db
    .selectFrom('events')
    .where('events.kind', '=', 'call')
    .where('events.occurred_on', '>=', since)
    .where('events.retracted_by_id', 'is', null);

/** Who was called at least so often since a day. */
export async function listTried(db: ReadDb, since: Day, times: number): Promise<number[]> {
  const rows = await callsSince(db, since)
    .select('events.lead_id')
    .where('events.lead_id', 'is not', null)
    .groupBy('events.lead_id')
    .having(({ fn }) => fn.countAll(), '>=', times)
    .$narrowType<{ lead_id: number }>()
    .execute();
  return rows.map(row => row.lead_id);
}

/** The calls to these leads since a day, oldest first. */
export async function listCalls(
  db: ReadDb,
  since: Day,
  leadIds: readonly number[],
): Promise<Map<number, StoredCall[]>> {
  const rows = await inChunks(
    leadIds,
    async chunk =>
      await callsSince(db, since)
        .select(['lead_id', 'member_id', 'occurred_on', 'occurred_at', 'data'])
        .where('events.lead_id', 'in', chunk)
        .orderBy('events.id')
        .execute(),
  );
  return Map.groupBy(
    rows.map(row => ({
      leadId: row.lead_id ?? 0,
      memberId: row.member_id,
      occurredOn: row.occurred_on,
      occurredAt: row.occurred_at,
      data: JSON.parse(row.data) as StoredCall['data'],
    })),
    call => call.leadId,
  );
}
