import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** These leads and whoever was merged into them, however often. */
export async function listWithMerged(db: ReadDb, ids: readonly number[]): Promise<number[]> {
  const all = new Set(ids);
  for (let next = [...ids]; next.length > 0; ) {
    const merged = await inChunks(
      next,
      async chunk => await db.selectFrom('leads').select('id').where('merged_into_id', 'in', chunk).execute(),
    );
    next = merged.map(row => row.id).filter(id => !all.has(id));
    for (const id of next) all.add(id);
  }
  return [...all];
}

export const listForgotten = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .leftJoin('companies', 'companies.id', 'leads.company_id')
        .select([
          'leads.id',
          'leads.uid',
          'leads.company_id as companyId',
          'leads.name',
          'leads.company_name as companyName',
          'leads.email',
          'leads.phone',
          'leads.acquired_on as acquiredOn',
          'leads.appointment_on as appointmentOn',
          'leads.trashed_at as trashedAt',
          'companies.kind as companyKind',
        ])
        .where('leads.id', 'in', chunk)
        .execute(),
  );

export const listPointsOf = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('contact_points')
        .select(['uid', 'kind', 'value', 'key', 'is_role'])
        .where('lead_id', 'in', chunk)
        .execute(),
  );

const OWNED = [
  'affiliations',
  'lead_tags',
  'enrollments',
  'sla_clocks',
  'alerts',
  'opportunities',
  'handovers',
  'opportunity_tasks',
] as const;

/** Uids of the other rows that belong to these leads. */
export async function listOwnedUids(db: ReadDb, ids: readonly number[]): Promise<string[]> {
  const uids: string[] = [];
  for (const table of OWNED)
    for (const row of await inChunks(
      ids,
      async chunk => await db.selectFrom(table).select('uid').where('lead_id', 'in', chunk).execute(),
    ))
      uids.push(row.uid);
  return uids;
}

/** Removes the leads with all that hangs on them: points, affiliations, tags, pairs, aliases, enrolments. */
export async function removeLeads(tx: WriteTx, ids: readonly number[]): Promise<void> {
  tx.touch('leads', 'contact_points', 'affiliations', 'lead_tags', 'duplicates', 'enrollments');
  for (const id of ids) await tx.bulk.removeSearch(id);
  await inChunks(ids, async chunk => await tx.db.deleteFrom('leads').where('id', 'in', chunk).execute());
}

/** Of these companies, those nobody belongs to and nobody classed: they were known only by the people who are gone. */
export async function listDeserted(db: ReadDb, ids: readonly number[]) {
  return await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('companies')
        .select(['id', 'uid'])
        .where('id', 'in', chunk)
        .where('kind', '=', 'prospect')
        .where(eb =>
          eb.not(
            eb.exists(
              eb.selectFrom('leads').select('leads.id').whereRef('leads.company_id', '=', 'companies.id'),
            ),
          ),
        )
        .where(eb =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('affiliations')
                .select('affiliations.id')
                .whereRef('affiliations.company_id', '=', 'companies.id'),
            ),
          ),
        )
        .execute(),
  );
}

export async function removeCompanies(tx: WriteTx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  tx.touch('companies');
  await inChunks(ids, async chunk => await tx.db.deleteFrom('companies').where('id', 'in', chunk).execute());
}

/** Notes that somebody was erased; with the days by which the measured rate counts them, and nothing else. */
export async function insertErasures(
  tx: WriteTx,
  rows: readonly { uid: string; acquiredOn: Day | null; appointmentOn: Day | null }[],
): Promise<void> {
  tx.touch('erasures');
  for (const row of rows)
    await tx.db
      .insertInto('erasures')
      .values({
        lead_uid: row.uid,
        erased_at: tx.at,
        member_id: tx.memberId,
        acquired_on: row.acquiredOn,
        appointment_on: row.appointmentOn,
      })
      .execute();
}
