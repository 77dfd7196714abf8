import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Member } from '#shared/contract/system.ts';

export interface MemberRow {
  id: number;
  member: Member;
}

/** Everybody, in the order they were added. */
export async function listMembers(db: ReadDb): Promise<MemberRow[]> {
  const rows = await db.selectFrom('members').selectAll().orderBy('id').execute();
  return rows.map(row => ({
    id: row.id,
    member: {
      uid: row.uid,
      name: row.name,
      roles: JSON.parse(row.roles) as Member['roles'],
      active: row.active === 1,
    },
  }));
}
