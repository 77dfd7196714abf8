import type { ReadDb } from '#electron/backend/db/access.ts';

/** The stored fields an edit starts from. */
export async function findLeadForEdit(db: ReadDb, leadId: number) {
  return await db
    .selectFrom('leads')
    .select(['id', 'company_id', 'company_name', 'last_name', 'first_name', 'stage'])
    .where('id', '=', leadId)
    .executeTakeFirstOrThrow();
}

export interface StoredPoint {
  id: number;
  kind: string;
  value: string;
  key: string;
  position: number;
}

export async function listPoints(db: ReadDb, leadId: number): Promise<StoredPoint[]> {
  return await db
    .selectFrom('contact_points')
    .select(['id', 'kind', 'value', 'key', 'position'])
    .where('lead_id', '=', leadId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findOwnerId(db: ReadDb, uid: string): Promise<number | undefined> {
  return (await db.selectFrom('members').select('id').where('uid', '=', uid).executeTakeFirst())?.id;
}
