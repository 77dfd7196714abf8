import { sql } from 'kysely';
import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import { nationalNumber } from './search.ts';

/**
 * Ids of leads outside the trash that a search finds, the oldest first, no more than `limit`.
 * `match` is an FTS5 query; with `among` only these leads are asked about, one by one.
 */
export async function listHits(
  db: ReadDb,
  match: string,
  options: { limit: number; among?: readonly number[] },
): Promise<number[]> {
  const among = options.among
    ? sql`and rowid in (select value from json_each(${JSON.stringify(options.among)}))`
    : sql`and rowid not in (select id from leads where trashed_at is not null)`;
  const { hits } = await db
    .selectNoFrom(
      sql<string>`(select json_group_array(rowid) from
        (select rowid from lead_search where lead_search match ${match} ${among} limit ${options.limit}))`.as(
        'hits',
      ),
    )
    .executeTakeFirstOrThrow();
  return JSON.parse(hits) as number[];
}

/** The highest number a lead has: with the place of some hits it tells how common a search is. */
export async function findLastId(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('leads')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Columns of a lead it can be found by. */
const TEXTS = [
  'company_name',
  'branch',
  'name',
  'kana',
  'department',
  'title',
  'address',
  'memo',
  'event_name',
] as const;

/** The texts a lead can be found by; one merged into somebody is found as that person only: company, name, kana, phones, addresses, memo, department, title, tags. */
export const listSearchTexts = async (
  db: ReadDb,
  leadIds: readonly number[],
): Promise<{ leadId: number; texts: string[] }[]> =>
  await inChunks(leadIds, async chunk => await textsOf(db, chunk));

async function textsOf(db: ReadDb, ids: readonly number[]): Promise<{ leadId: number; texts: string[] }[]> {
  const leads = await db
    .selectFrom('leads')
    .select(['id', ...TEXTS])
    .where('id', 'in', ids)
    .where('merged_into_id', 'is', null)
    .execute();
  const points = await db
    .selectFrom('contact_points')
    .select(['lead_id', 'value', 'key'])
    .where('lead_id', 'in', ids)
    .orderBy('lead_id')
    .orderBy('id')
    .execute();
  const tags = await db
    .selectFrom('lead_tags')
    .select(['lead_id', 'tag'])
    .where('lead_id', 'in', ids)
    .execute();
  const pointsOf = Map.groupBy(points, point => point.lead_id);
  const tagsOf = Map.groupBy(tags, tag => tag.lead_id);
  return leads.map(lead => ({
    leadId: lead.id,
    texts: searchTexts(
      lead,
      pointsOf.get(lead.id) ?? [],
      (tagsOf.get(lead.id) ?? []).map(({ tag }) => tag),
    ),
  }));
}

/** The texts of one lead in the order they are indexed. */
export const searchTexts = (
  lead: Pick<RowOf<'leads'>, (typeof TEXTS)[number]>,
  points: readonly { key: string; value: string }[],
  tags: readonly string[],
): string[] => [
  ...TEXTS.map(name => lead[name]),
  // A number is found by its digits inside the country, whichever way the card wrote it.
  ...points.map(({ key, value }) => (key.startsWith('+81') ? nationalNumber(key) : value)),
  ...tags.toSorted(),
];
