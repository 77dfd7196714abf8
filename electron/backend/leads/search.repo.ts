import { type CompiledQuery, sql } from 'kysely';
import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import { nationalNumber } from './search.ts';

/** The query for the leads a search finds, in the trash or not, by their number. `match` is an FTS5 query. */
export const hitsOf = (db: ReadDb, match: string): CompiledQuery =>
  db
    .selectFrom(
      sql<{ rowid: number }>`(select rowid from lead_search where lead_search match ${match})`.as('hits'),
    )
    .select('hits.rowid')
    .compile();

/** The query for everybody in the trash. */
export const trashedOf = (db: ReadDb): CompiledQuery =>
  db.selectFrom('leads').select('id').where('trashed_at', 'is not', null).compile();

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
