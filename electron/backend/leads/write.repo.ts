import type { ReadDb } from '#electron/backend/db/access.ts';
import type { ContactPoint } from '#shared/domain/leads/merge-card.ts';

/** The stored fields an edit starts from. */
export async function findLeadForEdit(db: ReadDb, leadId: number) {
  return await db
    .selectFrom('leads')
    .select([
      'id',
      'uid',
      'company_id',
      'company_name',
      'branch',
      'department',
      'title',
      'name',
      'address',
      'postal_code',
    ])
    .where('id', '=', leadId)
    .executeTakeFirstOrThrow();
}

export type StoredPoint = ContactPoint & { id: number; uid: string };

export async function listPoints(db: ReadDb, leadId: number): Promise<StoredPoint[]> {
  const rows = await db
    .selectFrom('contact_points')
    .select(['id', 'uid', 'kind', 'value', 'key', 'ext', 'is_role'])
    .where('lead_id', '=', leadId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ is_role, kind, ...row }) => ({
    ...row,
    kind: kind as ContactPoint['kind'],
    isRole: is_role === 1,
  }));
}

export const listTagRowsOf = async (db: ReadDb, leadId: number): Promise<{ id: number; tag: string }[]> =>
  await db.selectFrom('lead_tags').select(['id', 'tag']).where('lead_id', '=', leadId).execute();

export async function findOwnerId(db: ReadDb, uid: string): Promise<number | undefined> {
  return (await db.selectFrom('members').select('id').where('uid', '=', uid).executeTakeFirst())?.id;
}
