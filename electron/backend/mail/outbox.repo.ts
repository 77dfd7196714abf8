import type { Selectable } from 'kysely';
import type { PatchOf, ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { type OutboxState, stoppableStates } from '#shared/domain/mail/outbox-states.ts';

export type OutboxRecord = Selectable<Schema['outbox']>;

export interface NewStep {
  uid: string;
  idemKey: string;
  enrollmentId: number;
  leadId: number;
  address: string;
  addressKey: string;
  subject: string;
  stepNo: number;
  notBeforeAt: Instant;
}

const DUE_STATES: OutboxState[] = ['planned', 'ready'];

/** Adds planned steps. The idempotency key is unique: the same step of the same enrolment exists once. */
export async function insertSteps(tx: WriteTx, steps: readonly NewStep[]): Promise<void> {
  tx.touch('outbox');
  await tx.bulk.insert(
    'outbox',
    steps.map(step => ({
      uid: step.uid,
      idem_key: step.idemKey,
      account_id: null,
      enrollment_id: step.enrollmentId,
      lead_id: step.leadId,
      kind: 'step',
      address: step.address,
      address_key: step.addressKey,
      subject: step.subject,
      state: 'planned',
      message_id: null,
      raw_sha256: null,
      expires_at: null,
      next_try_at: null,
      reason: null,
      accepted_at: null,
      step_no: step.stepNo,
      raw: null,
      not_before_at: step.notBeforeAt,
      attempt_no: 0,
      rev: 0,
      created_at: tx.at,
    })),
  );
}

export async function findOutbox(db: ReadDb, id: number): Promise<OutboxRecord | undefined> {
  return await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What is due, oldest plan first. `raw` is left to `findOutbox`: it is large. */
export async function listDue(
  db: ReadDb,
  now: Instant,
): Promise<{ id: number; addressKey: string; state: OutboxState }[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'address_key as addressKey', 'state'])
    .where('state', 'in', DUE_STATES)
    .where('not_before_at', '<=', now)
    .where(e => e.or([e('next_try_at', 'is', null), e('next_try_at', '<=', now)]))
    .orderBy('not_before_at')
    .orderBy('id')
    .execute();
  return rows.map(row => ({ ...row, state: row.state as OutboxState }));
}

/** Addresses that a mail is still on its way to, or whose last one nobody can vouch for. */
export async function findPendingAddresses(db: ReadDb, keys: readonly string[]): Promise<Set<string>> {
  const pending: OutboxState[] = ['planned', 'ready', 'claimed', 'submitting', 'unknown', 'needsReview'];
  const rows = await inChunks(
    keys,
    async chunk =>
      await db
        .selectFrom('outbox')
        .select('address_key')
        .where('address_key', 'in', chunk)
        .where('state', 'in', pending)
        .execute(),
  );
  return new Set(rows.map(row => row.address_key));
}

/** When each of these addresses last got a mail, counting those that may have arrived. */
export async function findLastMail(db: ReadDb, keys: readonly string[]): Promise<Map<string, Instant>> {
  const rows = await inChunks(
    keys,
    async chunk =>
      await db
        .selectFrom('outbox')
        .innerJoin('mail_attempts', 'mail_attempts.outbox_id', 'outbox.id')
        .select(({ fn }) => ['outbox.address_key', fn.max('mail_attempts.body_started_at').as('at')])
        .where('outbox.address_key', 'in', chunk)
        .where('mail_attempts.outcome', 'in', ['accepted', 'unknown'])
        .groupBy('outbox.address_key')
        .execute(),
  );
  return new Map(rows.flatMap(row => (row.at === null ? [] : [[row.address_key, row.at] as const])));
}

/** Message-IDs of the steps of an enrolment that the server took, oldest first. */
export async function listSentMessageIds(db: ReadDb, enrollmentId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('message_id')
    .where('enrollment_id', '=', enrollmentId)
    .where('accepted_at', 'is not', null)
    .orderBy('step_no')
    .execute();
  return rows.flatMap(row => row.message_id ?? []);
}

/**
 * Changes a row only if nobody changed it since it was read: state and `rev` must still be what they were.
 * Returns false when somebody did, and then nothing is written.
 */
export async function patchOutbox(
  tx: WriteTx,
  row: { id: number; state: string; rev: number },
  patch: PatchOf<'outbox'>,
): Promise<boolean> {
  tx.touch('outbox');
  const result = await tx.db
    .updateTable('outbox')
    .set({ ...patch, rev: row.rev + 1 })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('rev', '=', row.rev)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Cancels what has not left and meets the condition; returns the enrolments concerned. */
export async function cancelQueued(
  tx: WriteTx,
  which: { addressKey: string } | { orphans: true },
  reason: string,
): Promise<{ cancelled: number; enrollmentIds: number[] }> {
  let query = tx.read
    .selectFrom('outbox')
    .select(['id', 'enrollment_id'])
    .where('state', 'in', stoppableStates);
  query =
    'addressKey' in which
      ? query.where('address_key', '=', which.addressKey)
      : query.where('kind', '=', 'step').where('enrollment_id', 'is', null);
  const rows = await query.execute();
  if (rows.length > 0) tx.touch('outbox');
  await inChunks(
    rows.map(row => row.id),
    async chunk =>
      await tx.db
        .updateTable('outbox')
        .set(e => ({ state: 'cancelled' satisfies OutboxState, reason, rev: e('rev', '+', 1) }))
        .where('id', 'in', chunk)
        .execute(),
  );
  return { cancelled: rows.length, enrollmentIds: rows.flatMap(row => row.enrollment_id ?? []) };
}

/** Enrolments that have any mail to this address, sent or not. */
export async function listEnrollmentsOfAddress(db: ReadDb, addressKey: string): Promise<number[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('enrollment_id')
    .where('address_key', '=', addressKey)
    .where('enrollment_id', 'is not', null)
    .groupBy('enrollment_id')
    .execute();
  return rows.flatMap(row => row.enrollment_id ?? []);
}

export async function countStates(db: ReadDb): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(row => [row.state, row.n]));
}

export async function listOutboxRows(
  db: ReadDb,
  filter: { state: OutboxState | undefined; limit: number },
): Promise<Omit<OutboxRecord, 'raw'>[]> {
  let query = db
    .selectFrom('outbox')
    .select([
      'id',
      'uid',
      'idem_key',
      'account_id',
      'enrollment_id',
      'lead_id',
      'kind',
      'address',
      'address_key',
      'subject',
      'state',
      'message_id',
      'raw_sha256',
      'expires_at',
      'next_try_at',
      'reason',
      'accepted_at',
      'step_no',
      'not_before_at',
      'attempt_no',
      'rev',
      'created_at',
    ]);
  if (filter.state) query = query.where('state', '=', filter.state);
  return await query.orderBy('not_before_at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute();
}
