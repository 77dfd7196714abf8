import { sql } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Colleague } from '#shared/domain/leads/same-company.ts';

/** A day of the latest step towards a deal there was, if any. */
const DEAL_ON = sql<Day | null>`coalesce(leads.accepted_on, leads.meeting_on, leads.appointment_on)`;

export type ColleagueRow = Colleague & { companyId: number | null };

/** Who waits for the first contact has been touched by nobody yet. */
const IN_TOUCH = sql<boolean>`leads.next_kind <> 'firstContact'`;

/**
 * Leads in somebody's care at these companies. Those a warning would say the same of are one row with the latest touch: a
 * company of fifty people is a handful of rows, summed up in the index alone.
 */
async function listCared(db: ReadDb, companyIds: readonly number[]): Promise<ColleagueRow[]> {
  const cared = db
    .selectFrom('leads')
    .select(({ fn }) => [
      fn.max('leads.id').as('id'),
      'leads.company_id as companyId',
      'leads.owner_id as ownerId',
      'leads.stage',
      'leads.band',
      fn.max(DEAL_ON).as('dealOn'),
      fn.max('leads.last_touch_on').as('lastTouchOn'),
      fn.max(sql<Day | ''>`case when ${IN_TOUCH} then coalesce(leads.last_touch_on, '') end`).as('inTouchOn'),
    ])
    .where('leads.company_id', 'in', companyIds)
    .where('leads.owner_id', 'is not', null)
    .where('leads.trashed_at', 'is', null)
    .groupBy(['leads.company_id', 'leads.owner_id', 'leads.stage', 'leads.band'])
    .as('cared');
  const rows = await db
    .selectFrom(cared)
    .leftJoin('members', 'members.id', 'cared.ownerId')
    .selectAll('cared')
    .select('members.name as ownerName')
    .execute();
  return rows.map(({ inTouchOn, ...row }) => {
    const isWarm = row.band === 'hot' && row.dealOn === null && inTouchOn !== null;
    return {
      ...row,
      inTouch: inTouchOn !== null,
      // A warm contact speaks louder than those still waiting, whatever was sent to them meanwhile.
      lastTouchOn: isWarm ? inTouchOn || null : row.lastTouchOn,
    };
  });
}

/** Deals nobody owns at these companies, one by one: nobody is warned about themselves. */
const listUnowned = async (db: ReadDb, companyIds: readonly number[]): Promise<ColleagueRow[]> => {
  const rows = await db
    .selectFrom('leads')
    .select([
      'id',
      'company_id as companyId',
      'owner_id as ownerId',
      'stage',
      'band',
      DEAL_ON.as('dealOn'),
      'last_touch_on as lastTouchOn',
    ])
    .where('company_id', 'in', companyIds)
    .where('owner_id', 'is', null)
    .where('trashed_at', 'is', null)
    .where(eb => eb.or([eb('appointment_on', 'is not', null), eb('stage', '=', 'converted')]))
    .execute();
  return rows.map(row => ({ ...row, inTouch: false, ownerName: null }));
};

/** Everybody at these companies who is in somebody's care or in a deal. */
export const listBusyAt = async (db: ReadDb, companyIds: readonly number[]): Promise<ColleagueRow[]> =>
  await inChunks(companyIds, async chunk => [
    ...(await listCared(db, chunk)),
    ...(await listUnowned(db, chunk)),
  ]);
