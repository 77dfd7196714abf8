import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day } from '#shared/domain/base/days.ts';

const CHUNK = 500;

/** What scoring and the next action need of a lead, besides its events. */
export interface ScoringRow {
  id: number;
  uid: string;
  title_rank: number | null;
  department_function: string | null;
  prefecture: string;
  industry: string | null;
  employees_min: number | null;
  employees_max: number | null;
  company_kind: string | null;
  stage: string;
  phone: string;
  email: string;
  consent_basis: string;
  do_not_call: 0 | 1;
  /** 1 when no address of the lead may be written to any more. */
  opted_out: 0 | 1;
  fit: number;
  engagement: number;
  total: number;
  band: string;
  cools_on: Day | null;
  next_change_on: Day | null;
  scored_on: Day | null;
  rules_n: number | null;
  next_kind: string;
  next_on: Day | null;
  next_reason: string | null;
}

export async function listScoringRows(db: ReadDb, leadIds: readonly number[]): Promise<ScoringRow[]> {
  const all: ScoringRow[] = [];
  for (let i = 0; i < leadIds.length; i += CHUNK) {
    const ids = leadIds.slice(i, i + CHUNK);
    const rows = await db
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
      ])
      .where('leads.id', 'in', ids)
      .orderBy('leads.id')
      .execute();
    const suppressed = await listOptedOut(db, ids);
    for (const row of rows) all.push({ ...row, opted_out: suppressed.has(row.id) ? 1 : 0 });
  }
  return all;
}

async function listOptedOut(db: ReadDb, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('contact_points')
    .innerJoin('suppressions', 'suppressions.address_key', 'contact_points.key')
    .select('contact_points.lead_id')
    .where('contact_points.kind', '=', 'email')
    .where('contact_points.lead_id', 'in', ids)
    .execute();
  return new Set(rows.map(row => row.lead_id));
}

/** Ids of leads after `afterId` in the order of the table: the windows a full recompute walks through. */
export async function listLeadIds(db: ReadDb, afterId: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('leads')
    .select('id')
    .where('id', '>', afterId)
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
}

/** Stores cached results; SQL never computes them. */
export async function updateScores(tx: WriteTx, rows: readonly ScorePatch[]): Promise<void> {
  if (rows.length === 0) return;
  tx.touch('leads');
  await tx.bulk.update('leads', rows);
}
