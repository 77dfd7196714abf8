import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** The calls of a day with whom they were made to, oldest first. */
export const listCallsOn = async (db: ReadDb, on: Day) =>
  await db
    .selectFrom('events')
    .leftJoin('leads', 'leads.id', 'events.lead_id')
    .select(['events.uid', 'events.member_id', 'events.data', 'leads.company_name', 'leads.name'])
    .where('events.kind', '=', 'call')
    .where('events.occurred_on', '=', on)
    .where('events.retracted_by_id', 'is', null)
    .orderBy('events.id')
    .execute();
export type CallOfDay = Awaited<ReturnType<typeof listCallsOn>>[number];

/** When calls were made and how they ended, from a day on and before another. */
export const listCallTimes = async (db: ReadDb, from: Day, before: Day) =>
  await db
    .selectFrom('events')
    .select(['occurred_at', 'data'])
    .where('kind', '=', 'call')
    .where('occurred_on', '>=', from)
    .where('occurred_on', '<', before)
    .where('retracted_by_id', 'is', null)
    .execute();

/** How many people each member reached, and how many appointments they made, on a day. */
export const countAnswers = async (db: ReadDb, on: Day) =>
  await db
    .selectFrom('events')
    .select(({ fn }) => ['member_id', 'kind', fn.countAll<number>().as('n')])
    .where('kind', 'in', ['call.reached', 'appointment.made'])
    .where('occurred_on', '=', on)
    .where('retracted_by_id', 'is', null)
    .groupBy(['member_id', 'kind'])
    .execute();

/** The day a member made their first call, if ever. */
export async function findFirstCallOn(db: ReadDb, memberId: number | null): Promise<Day | null> {
  const calls = db
    .selectFrom('events')
    .select('occurred_on')
    .where('kind', '=', 'call')
    .where('retracted_by_id', 'is', null);
  const own =
    memberId === null ? calls.where('member_id', 'is', null) : calls.where('member_id', '=', memberId);
  return (await own.orderBy('occurred_on').limit(1).executeTakeFirst())?.occurred_on ?? null;
}

/** What is a try, a touch or an appointment, since a day, person by person and oldest first. */
export const listPursuits = async (db: ReadDb, since: Day) =>
  await db
    .selectFrom('events')
    .select(['lead_id', 'kind', 'source', 'data'])
    .where('kind', 'in', [
      'call',
      'call.reached',
      'touch',
      'mail.replied',
      'meeting.held',
      'appointment.made',
    ])
    .where('occurred_on', '>=', since)
    .where('lead_id', 'is not', null)
    .where('retracted_by_id', 'is', null)
    .orderBy('lead_id')
    .orderBy('occurred_on')
    .orderBy('id')
    .execute();
