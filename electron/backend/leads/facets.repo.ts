import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Instant } from '#shared/domain/base/days.ts';

interface Facet {
  value: string;
  count: number;
}

const COLUMNS = {
  channel: 'leads.channel',
  event: 'leads.event_name',
  prefecture: 'leads.prefecture',
  titleRank: 'leads.title_rank',
  departmentFunction: 'leads.department_function',
} as const;
type Column = keyof typeof COLUMNS;

/** Every value a column of the leads outside the trash has, the most frequent first; nothing is no value. */
export async function listValues(db: ReadDb, column: Column): Promise<Facet[]> {
  const rows = await db
    .selectFrom('leads')
    .select(e => [e.ref(COLUMNS[column]).as('value'), e.fn.countAll<number>().as('count')])
    .where('trashed_at', 'is', null)
    .groupBy(COLUMNS[column])
    .orderBy('count', 'desc')
    .execute();
  return rows.flatMap(({ value, count }) =>
    value === null || value === '' ? [] : [{ value: String(value), count }],
  );
}

export async function listOwnerCounts(db: ReadDb): Promise<(Facet & { name: string })[]> {
  const rows = await db
    .selectFrom('leads')
    .leftJoin('members', 'members.id', 'leads.owner_id')
    .select(({ fn }) => ['members.uid', 'members.name', fn.countAll<number>().as('count')])
    .where('leads.trashed_at', 'is', null)
    .groupBy(['leads.owner_id', 'members.uid', 'members.name'])
    .orderBy('leads.owner_id', o => o.asc().nullsLast())
    .execute();
  return rows.map(({ uid, name, count }) => ({ value: uid ?? 'none', name: name ?? '', count }));
}

export async function listTagCounts(db: ReadDb): Promise<Facet[]> {
  return await db
    .selectFrom('lead_tags')
    .innerJoin('leads', 'leads.id', 'lead_tags.lead_id')
    .select(({ fn }) => ['lead_tags.tag as value', fn.countAll<number>().as('count')])
    .where('leads.trashed_at', 'is', null)
    .groupBy('lead_tags.tag')
    .orderBy('count', 'desc')
    .orderBy('lead_tags.tag')
    .execute();
}

/** Leads per 会社区分; who has no company counts as 見込み, as in the filter. */
export async function listKindCounts(db: ReadDb): Promise<Facet[]> {
  return await db
    .selectFrom('leads')
    .leftJoin('companies', 'companies.id', 'leads.company_id')
    .select(e => [
      e.fn.coalesce('companies.kind', e.val('prospect')).as('value'),
      e.fn.countAll<number>().as('count'),
    ])
    .where('leads.trashed_at', 'is', null)
    .groupBy(e => e.fn.coalesce('companies.kind', e.val('prospect')))
    .orderBy('count', 'desc')
    .execute();
}

export async function listImportCounts(
  db: ReadDb,
): Promise<(Facet & { name: string; finishedAt: Instant })[]> {
  return await db
    .selectFrom('leads')
    .innerJoin('imports', 'imports.id', 'leads.import_id')
    .select(({ fn }) => [
      'imports.uid as value',
      'imports.file_name as name',
      'imports.finished_at as finishedAt',
      fn.countAll<number>().as('count'),
    ])
    .where('leads.trashed_at', 'is', null)
    .groupBy(['imports.id', 'imports.uid', 'imports.file_name', 'imports.finished_at'])
    .orderBy('imports.id', 'desc')
    .execute();
}
