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
          'leads.next_reason',
          'leads.last_touch_on',
        ])
        .where('leads.id', 'in', chunk)
        .where('leads.merged_into_id', 'is', null)
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
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(row => row.id);
}

/** Leads whose points change by themselves on or before this day. */
export async function listDueLeadIds(db: ReadDb, on: Day, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('leads')
    .select('id')
    .where('next_change_on', '<=', on)
    .where('merged_into_id', 'is', null)
    .orderBy('next_change_on')
    .limit(limit)
    .execute();
  return rows.map(row => row.id);
}

export interface ScorePatch {
  id: number;
  fit: number;
  engagement: number;
  total: number;
  band: string;
  cools_on: Day | null;
  next_change_on: Day | null;
  scored_on: Day;
  rules_n: number;
  next_kind: string;
  next_on: Day | null;
  next_reason: string | null;
  last_touch_on: Day | null;
}

/** Stores cached results; SQL never computes them. */
export async function updateScores(tx: WriteTx, rows: readonly ScorePatch[]): Promise<void> {
  if (rows.length === 0) return;
  tx.touch('leads');
  await tx.bulk.update('leads', rows);
}
