import { resultOfRow } from '#electron/backend/calls/row-result.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** Everybody a member holds who is not out of the question, in the trash or not. */
export const listHeld = async (db: ReadDb, ownerId: number) =>
  await db
    .selectFrom('leads')
    .select([
      'id',
      'company_id as companyId',
      'stage',
      'band',
      'next_kind as nextKind',
      'next_on as nextOn',
      'next_at as nextAt',
    ])
    .where('owner_id', '=', ownerId)
    .where('stage', '<>', 'closed')
    .where('merged_into_id', 'is', null)
    .orderBy('id')
    .$narrowType<{ nextOn: Day }>()
    .execute();
export type HeldRow = Awaited<ReturnType<typeof listHeld>>[number];

/** Rows of call lists a member was to call and that have no result yet. */
export const listUnreturned = async (
  db: ReadDb,
  callerId: number,
): Promise<{ id: number; companyId: number | null }[]> =>
  await db
    .selectFrom('call_list_rows')
    .leftJoin('leads', 'leads.id', 'call_list_rows.lead_id')
    .leftJoin('events', resultOfRow)
    .select(['call_list_rows.id', 'leads.company_id as companyId'])
    .where('call_list_rows.caller_id', '=', callerId)
    .where('call_list_rows.lead_id', 'is not', null)
    .where('events.id', 'is', null)
    .orderBy('call_list_rows.id')
    .execute();
