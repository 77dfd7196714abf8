import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Colleague } from '#shared/domain/leads/same-company.ts';

export type ColleagueRow = Colleague & { companyId: number | null };

const select = (db: ReadDb) =>
  db
    .selectFrom('leads')
    .leftJoin('members', 'members.id', 'leads.owner_id')
    .select([
      'leads.id',
      'leads.company_id as companyId',
      'leads.owner_id as ownerId',
      'members.name as ownerName',
      'leads.stage',
      'leads.band',
      'leads.appointment_on as appointmentOn',
      'leads.meeting_on as meetingOn',
      'leads.accepted_on as acceptedOn',
      'leads.next_kind as nextKind',
      'leads.last_touch_on as lastTouchOn',
    ])
    .where('leads.trashed_at', 'is', null);

/** These leads and everybody at their companies who is in somebody's care or in a deal, in one statement per chunk. */
export const listColleaguesOf = async (db: ReadDb, leadIds: readonly number[]): Promise<ColleagueRow[]> =>
  await inChunks(
    leadIds,
    async chunk =>
      await select(db)
        .where(
          'leads.company_id',
          'in',
          db.selectFrom('leads as own').select('own.company_id').where('own.id', 'in', chunk),
        )
        .where(eb =>
          eb.or([
            eb('leads.owner_id', 'is not', null),
            eb('leads.appointment_on', 'is not', null),
            eb('leads.stage', '=', 'converted'),
            eb('leads.id', 'in', chunk),
          ]),
        )
        .execute(),
  );

/** Everybody at these companies who is in somebody's care or in a deal. */
export const listBusyAt = async (db: ReadDb, companyIds: readonly number[]): Promise<ColleagueRow[]> =>
  await inChunks(
    companyIds,
    async chunk =>
      await select(db)
        .where('leads.company_id', 'in', chunk)
        .where(eb =>
          eb.or([
            eb('leads.owner_id', 'is not', null),
            eb('leads.appointment_on', 'is not', null),
            eb('leads.stage', '=', 'converted'),
          ]),
        )
        .execute(),
  );
