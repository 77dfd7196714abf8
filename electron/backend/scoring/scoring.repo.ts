import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** Rows of these leads; what was merged into somebody else has no points of its own. */
export const listScoringRows = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('leads')
        .leftJoin('companies', 'companies.id', 'leads.company_id')
        .select([
          'leads.id',
          'leads.uid',
          'leads.company_id',
          'leads.title_rank',
          'leads.department_function',
          'leads.prefecture',
          'companies.industry',
          'companies.employees_min',
          'companies.employees_max',
          'companies.kind as company_kind',
          'leads.stage',
          'leads.phone',
          'leads.email',
          'leads.consent_basis',
          'leads.do_not_call',
          'leads.fit',
          'leads.engagement',
          'leads.total',
          'leads.band',
          'leads.cools_on',
          'leads.next_change_on',
          'leads.scored_on',
          'leads.rules_n',
          'leads.next_kind',
          'leads.next_on',
          'leads.next_at',
          'leads.next_reason',
          'leads.appointment_on',
          'leads.accepted_on',
          'leads.last_touch_on',
          'leads.stop',
          'leads.stop_since_on',
          'leads.entry_stop',
          'leads.acquired_on',
          'leads.trashed_at',
        ])
        .where('leads.id', 'in', chunk)
        .where('leads.merged_into_id', 'is', null)
        .orderBy('leads.id')
        .execute(),
  );
/** What scoring and the next action need of a lead, besides its events. */
export type ScoringRow = Awaited<ReturnType<typeof listScoringRows>>[number];

/** What scoring needs of companies, whoever belongs to them now. */
export const listScoredCompanies = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('companies')
        .select(['id', 'uid', 'kind', 'industry', 'employees_min', 'employees_max'])
        .where('id', 'in', chunk)
        .execute(),
  );

/** The stored rank of these leads, or of everybody. */
export async function listBands(
  db: ReadDb,
  leadIds: readonly number[] | undefined,
): Promise<{ id: number; band: string }[]> {
  const all = db.selectFrom('leads').select(['id', 'band']);
  if (!leadIds) return await all.execute();
  return await inChunks(leadIds, async chunk => await all.where('id', 'in', chunk).execute());
}

/** What is shown of leads that would change rank. */
export const listMoved = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .select(['id', 'uid', 'name', 'company_name', 'total'])
        .where('id', 'in', chunk)
        .execute(),
  );

/** Leads whose end is known: they became a 商談, were closed, or had the whole window for it. */
export async function listDecided(
  db: ReadDb,
  { acquiredTo }: { acquiredTo: Day },
): Promise<{ id: number; wonOn: Day | null; acquiredOn: Day }[]> {
  return await db
    .selectFrom('leads')
    .leftJoin('companies', 'companies.id', 'leads.company_id')
    .select(['leads.id', 'leads.appointment_on as wonOn', 'leads.acquired_on as acquiredOn'])
    .where('leads.trashed_at', 'is', null)
    .where('leads.merged_into_id', 'is', null)
    .where(eb => eb.or([eb('companies.kind', 'is', null), eb('companies.kind', '=', 'prospect')]))
    .where(eb =>
      eb.or([
        eb('leads.appointment_on', 'is not', null),
        eb('leads.stage', '=', 'closed'),
        eb('leads.acquired_on', '<=', acquiredTo),
      ]),
    )
    .orderBy('leads.id')
    .execute();
}

/** Numbers of leads by their uids. */
export const listIdsOf = async (db: ReadDb, uids: readonly string[]) =>
  await inChunks(
    uids,
    async chunk => await db.selectFrom('leads').select(['id', 'uid']).where('uid', 'in', chunk).execute(),
  );

/** Whether and since when each lead is there. */
export const listPresence = async (db: ReadDb) =>
  await db
    .selectFrom('leads')
    .select(['id', 'uid', 'created_at', 'trashed_at', 'merged_into_id'])
    .orderBy('id')
    .execute();

/** Ids of leads after `afterId` in the order of the table: the windows a full recompute walks through. */
export async function listLeadIds(db: ReadDb, afterId: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('leads')
    .select('id')
    .where('id', '>', afterId)
    .where('merged_into_id', 'is', null)
    .where('trashed_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(row => row.id);
}

/** Says of leads that the rules of this number give them what they have. */
export async function setRulesNumber(tx: WriteTx, ids: readonly number[], n: number): Promise<void> {
  tx.touch('leads');
  await tx.bulk.update(
    'leads',
    ids.map(id => ({ id, rules_n: n })),
  );
}

/** Leads of whom something changes by itself on or before this day: points, or the end of a rest. */
export async function listDueLeadIds(db: ReadDb, on: Day, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('leads')
    .select('id')
    .where('next_change_on', '<=', on)
    .where('merged_into_id', 'is', null)
    .where('trashed_at', 'is', null)
    .orderBy('next_change_on')
    .limit(limit)
    .execute();
  return rows.map(row => row.id);
}
