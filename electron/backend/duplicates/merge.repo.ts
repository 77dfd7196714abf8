import { sql } from 'kysely';
import { resultOfRow } from '#electron/backend/calls/row-result.ts';
import type { ReadDb, UidTable } from '#electron/backend/db/access.ts';
import { type OutboxState, stoppableStates } from '#shared/domain/mail/outbox-states.ts';
import type { Course } from '#shared/domain/mail/one-sequence.ts';

export const findLead = async (db: ReadDb, id: number) =>
  await db.selectFrom('leads').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
export type LeadRecord = Awaited<ReturnType<typeof findLead>>;

/** Whoever was merged into this person. */
export const listFormer = async (db: ReadDb, id: number): Promise<LeadRecord[]> =>
  await db.selectFrom('leads').selectAll().where('merged_into_id', '=', id).execute();

export const listPoints = async (db: ReadDb, leadId: number) =>
  await db
    .selectFrom('contact_points')
    .selectAll()
    .where('lead_id', '=', leadId)
    .orderBy('position')
    .orderBy('id')
    .execute();

export const listAffiliations = async (db: ReadDb, leadId: number) =>
  await db.selectFrom('affiliations').selectAll().where('lead_id', '=', leadId).orderBy('id').execute();

export const listTags = async (db: ReadDb, leadId: number) =>
  await db.selectFrom('lead_tags').selectAll().where('lead_id', '=', leadId).orderBy('id').execute();

/** Tables whose rows simply follow the person. */
const FOLLOWING = [
  'events',
  'enrollments',
  'outbox',
  'sla_clocks',
  'alerts',
  'opportunities',
  'handovers',
  'opportunity_tasks',
] as const satisfies readonly UidTable[];

/** What the other person's entry was ranked is no fact about the survivor: it stays with the entry. */
const RANK_CHANGE = 'band.changed';

/** Ids of the rows that follow the person, by table. */
export const listFollowing = async (db: ReadDb, leadId: number) =>
  await Promise.all(
    FOLLOWING.map(async table => ({
      table,
      ids: (
        await db
          .selectFrom(table)
          .select('id')
          .where('lead_id', '=', leadId)
          .$if(table === 'events', query => query.where(sql.ref('kind'), '!=', RANK_CHANGE))
          .orderBy('id')
          .execute()
      ).map(row => row.id),
    })),
  );

/** Places of a person on call lists, with whether the list is on paper and the place has its result. */
export async function listPlaces(db: ReadDb, leadId: number) {
  const rows = await db
    .selectFrom('call_list_rows')
    .innerJoin('call_lists', 'call_lists.id', 'call_list_rows.list_id')
    .leftJoin('events', resultOfRow)
    .select(['call_list_rows.id', 'call_list_rows.list_id', 'call_lists.printed_at', 'events.id as event_id'])
    .where('call_list_rows.lead_id', '=', leadId)
    .execute();
  return rows.map(row => ({
    id: row.id,
    listId: row.list_id,
    isFixed: row.printed_at !== null || row.event_id !== null,
  }));
}

/** States in which nothing has left and nothing can have left. */
const NOTHING_LEFT: readonly OutboxState[] = [
  'planned',
  'ready',
  'needsReview',
  'cancelled',
  'expired',
  'rejected',
  'settledNotSent',
];

/** Every way of the person through a sequence, in the order they began. */
export async function listCourses(db: ReadDb, leadId: number): Promise<Course[]> {
  const enrollments = await db
    .selectFrom('enrollments')
    .select(['id', 'sequence_key', 'status'])
    .where('lead_id', '=', leadId)
    .orderBy('id')
    .execute();
  const steps = await db
    .selectFrom('outbox')
    .innerJoin('enrollments', 'enrollments.id', 'outbox.enrollment_id')
    .select(['outbox.enrollment_id', 'outbox.step_no', 'outbox.state'])
    .where('enrollments.lead_id', '=', leadId)
    .execute();
  const left = steps.filter(step => !(NOTHING_LEFT as readonly string[]).includes(step.state));
  return enrollments.map(({ id, sequence_key, status }) => ({
    id,
    sequenceKey: sequence_key,
    status,
    progress: Math.max(0, ...left.filter(step => step.enrollment_id === id).map(step => step.step_no)),
  }));
}

/** Mails of an enrolment that wait and can still be stopped. */
export const listWaiting = async (db: ReadDb, enrollmentId: number) =>
  await db
    .selectFrom('outbox')
    .select(['id', 'rev'])
    .where('enrollment_id', '=', enrollmentId)
    .where('state', 'in', stoppableStates)
    .execute();
