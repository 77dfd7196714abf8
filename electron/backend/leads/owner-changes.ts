import { stoodChangesOf } from '#electron/backend/history/earlier.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { TimelineEvent } from '#shared/contract/leads.ts';
import { dayOf } from '#shared/domain/base/days.ts';

/**
 * Each time the lead changed hands, as its timeline shows it, from what history keeps of it: whose it was, whose it
 * became, and by what. `names`: members by their number.
 */
export async function ownerChangesOf(
  db: ReadDb,
  leadUid: string,
  names: ReadonlyMap<number, string>,
): Promise<TimelineEvent[]> {
  const nameOf = (id: unknown): string | null => names.get(Number(id)) ?? null;
  const changes = await stoodChangesOf(db, 'leads', leadUid, 'owner_id');
  return changes.map(({ operationUid, kind, memberId, at, before, after }) => ({
    uid: operationUid,
    kind: 'owner.changed',
    occurredOn: dayOf(at),
    occurredAt: at,
    recordedAt: at,
    memberName: memberId === null ? null : (names.get(memberId) ?? null),
    source: 'history',
    data: { from: nameOf(before), to: nameOf(after), operation: kind },
    retracted: false,
  }));
}
