import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';

/** The texts a lead can be found by: company, name, kana, phones, addresses, memo, department, title, tags. */
export const listSearchTexts = async (
  db: ReadDb,
  leadIds: readonly number[],
): Promise<{ leadId: number; texts: string[] }[]> =>
  await inChunks(leadIds, async chunk => await textsOf(db, chunk));

async function textsOf(db: ReadDb, ids: readonly number[]): Promise<{ leadId: number; texts: string[] }[]> {
  const leads = await db
    .selectFrom('leads')
    .select([
      'id',
      'company_name',
      'branch',
      'name',
      'kana',
      'department',
      'title',
      'address',
      'memo',
      'event_name',
    ])
    .where('id', 'in', ids)
    .execute();
  const points = await db
    .selectFrom('contact_points')
    .select(['lead_id', 'value'])
    .where('lead_id', 'in', ids)
    .execute();
  const tags = await db
    .selectFrom('lead_tags')
    .select(['lead_id', 'tag'])
    .where('lead_id', 'in', ids)
    .execute();
  const byLead = new Map(leads.map(({ id, ...texts }) => [id, Object.values(texts)]));
  for (const point of points) byLead.get(point.lead_id)?.push(point.value);
  for (const tag of tags) byLead.get(tag.lead_id)?.push(tag.tag);
  return [...byLead].map(([leadId, texts]) => ({ leadId, texts }));
}
