import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** Rows of these leads; what was merged into somebody else has no points of its own, and whoever lies in the trash waits. */
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
        ])
        .where('leads.id', 'in', chunk)
        .where('leads.merged_into_id', 'is', null)
        .where('leads.trashed_at', 'is', null)
        .orderBy('leads.id')
        .execute(),
  );
/** What scoring and the next action need of a lead, besides its events. */
export type ScoringRow = Awaited<ReturnType<typeof listScoringRows>>[number];

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
