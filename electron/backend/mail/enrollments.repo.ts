import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';

/** `frozen` waits for somebody to say whether a mail arrived; `stopped` carries its reason. */
export type EnrollmentStatus = 'active' | 'frozen' | 'finished' | 'stopped';

export interface Enrollment {
  id: number;
  uid: string;
  leadId: number;
  sequenceKey: string;
  sequenceN: number;
  status: EnrollmentStatus;
  enrolledAt: Instant;
}

export async function insertEnrollments(
  tx: WriteTx,
  rows: readonly { uid: string; leadId: number; sequenceKey: string; sequenceN: number }[],
): Promise<number[]> {
  tx.touch('enrollments');
  return await tx.bulk.insert(
    'enrollments',
    rows.map(row => ({
      uid: row.uid,
      lead_id: row.leadId,
      sequence_key: row.sequenceKey,
      sequence_n: row.sequenceN,
      status: 'active',
      stop_reason: null,
      enrolled_at: tx.at,
      operation_id: tx.operationId,
    })),
  );
}

export async function findEnrollment(db: ReadDb, id: number): Promise<Enrollment | undefined> {
  const row = await db.selectFrom('enrollments').selectAll().where('id', '=', id).executeTakeFirst();
  return row
    ? {
        id: row.id,
        uid: row.uid,
        leadId: row.lead_id,
        sequenceKey: row.sequence_key,
        sequenceN: row.sequence_n,
        status: row.status as EnrollmentStatus,
        enrolledAt: row.enrolled_at,
      }
    : undefined;
}

/** Of these leads, those that are in a sequence now, or were in this one before. */
export async function findEnrolledLeads(
  db: ReadDb,
  leadIds: readonly number[],
  sequenceKey: string,
): Promise<Set<number>> {
  const rows = await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('enrollments')
        .select('lead_id')
        .where('lead_id', 'in', chunk)
        .where(e => e.or([e('sequence_key', '=', sequenceKey), e('status', 'in', ['active', 'frozen'])]))
        .execute(),
  );
  return new Set(rows.map(row => row.lead_id));
}

/** Enrolments of these leads that still send. */
export async function listRunning(db: ReadDb, leadIds: readonly number[]): Promise<number[]> {
  const rows = await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('enrollments')
        .select('id')
        .where('lead_id', 'in', chunk)
        .where('status', 'in', ['active', 'frozen'])
        .execute(),
  );
  return rows.map(row => row.id);
}

export async function countEnrolled(db: ReadDb): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('enrollments')
    .select(({ fn }) => ['sequence_key', fn.countAll<number>().as('n')])
    .groupBy('sequence_key')
    .execute();
  return new Map(rows.map(row => [row.sequence_key, row.n]));
}

/** Changes the status; a stopped enrolment stays stopped. */
export async function setEnrollmentStatus(
  tx: WriteTx,
  ids: readonly number[],
  status: EnrollmentStatus,
  reason: string | null = null,
): Promise<void> {
  if (ids.length === 0) return;
  tx.touch('enrollments');
  await tx.db
    .updateTable('enrollments')
    .set({ status, stop_reason: reason })
    .where('id', 'in', ids)
    .where('status', '<>', 'stopped')
    .execute();
}
