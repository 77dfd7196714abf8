import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { resultOfRow } from './row-result.ts';

/** Rows of the lists of a week that have no result yet, the newest list first, each in the order of its paper. */
export async function listOpenRows(db: ReadDb, weekOn: Day, callerId: number | null) {
  let query = db
    .selectFrom('call_lists')
    .innerJoin('call_list_rows', 'call_list_rows.list_id', 'call_lists.id')
    .leftJoin('events', resultOfRow)
    .select([
      'call_list_rows.uid',
      'call_list_rows.position',
      'call_list_rows.lead_id',
      'call_lists.serial',
      'call_lists.rule',
    ])
    .where('call_lists.week_on', '=', weekOn)
    .where('call_list_rows.lead_id', 'is not', null)
    .where('events.id', 'is', null);
  if (callerId !== null) query = query.where('call_list_rows.caller_id', '=', callerId);
  return await query.orderBy('call_lists.serial', 'desc').orderBy('call_list_rows.position').execute();
}

export type OpenRow = Awaited<ReturnType<typeof listOpenRows>>[number];

/** What a card shows of these leads and what decides whether they may be phoned. */
export const listCardLeads = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .leftJoin('companies', 'companies.id', 'leads.company_id')
        .select([
          'leads.id',
          'leads.uid',
          'leads.company_id',
          'companies.kind as company_kind',
          'leads.company_name',
          'leads.branch',
          'leads.department',
          'leads.title',
          'leads.name',
          'leads.kana',
          'leads.phone',
          'leads.email',
          'leads.band',
          'leads.total',
          'leads.channel',
          'leads.event_name',
          'leads.acquired_on',
          'leads.consent_basis',
          'leads.memo',
          'leads.do_not_call',
          'leads.stage',
          'leads.trashed_at',
          'leads.next_kind',
          'leads.next_on',
          'leads.next_at',
        ])
        .where('leads.id', 'in', chunk)
        .execute(),
  );
export type CardLead = Awaited<ReturnType<typeof listCardLeads>>[number];

/** Everybody at these companies outside the trash. */
export const listPeopleAt = async (db: ReadDb, companyIds: readonly number[]) =>
  await inChunks(
    companyIds,
    async chunk =>
      await db
        .selectFrom('leads')
        .select(['id', 'uid', 'company_id', 'name', 'department', 'title', 'band', 'total', 'next_kind'])
        .where('company_id', 'in', chunk)
        .where('trashed_at', 'is', null)
        .execute(),
  );
export type Colleague = Awaited<ReturnType<typeof listPeopleAt>>[number];
