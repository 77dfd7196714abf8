import type { ReadDb } from '#electron/backend/db/access.ts';

const CHUNK = 500;

/** The texts a lead can be found by: company, name, kana, phones, addresses, memo, department, title, tags. */
export async function listSearchTexts(
  db: ReadDb,
  leadIds: readonly number[],
): Promise<{ leadId: number; texts: string[] }[]> {
  const all: { leadId: number; texts: string[] }[] = [];
  for (let i = 0; i < leadIds.length; i += CHUNK) {
    const ids = leadIds.slice(i, i + CHUNK);
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
      .select(['lead_id', 'value', 'key'])
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
    for (const [leadId, texts] of byLead) all.push({ leadId, texts });
  }
  return all;
}
