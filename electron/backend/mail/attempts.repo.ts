import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import type { AttemptOutcome, OutboxState } from '#shared/domain/mail/outbox-states.ts';

type OutboxExpression = ExpressionBuilder<Schema, 'outbox'>;

/** What must hold at claim and again before the first byte: not opted out, enrolment running, lead there. */
function mayStillGo(e: OutboxExpression): Expression<SqlBool> {
  return e.and([
    e.not(
      e.exists(
        e
          .selectFrom('suppressions')
          .select('suppressions.address_key')
          .whereRef('suppressions.address_key', '=', 'outbox.address_key'),
      ),
    ),
    e.exists(
      e
        .selectFrom('enrollments')
        .innerJoin('leads', 'leads.id', 'enrollments.lead_id')
        .select('enrollments.id')
        .whereRef('enrollments.id', '=', 'outbox.enrollment_id')
        .where('enrollments.status', '=', 'active')
        .where('leads.trashed_at', 'is', null),
    ),
  ]);
}

/** Every earlier try surely delivered nothing (invariant I1): none open, none accepted, none unknown. */
function noOpenTry(e: OutboxExpression): Expression<SqlBool> {
  return e.not(
    e.exists(
      e
        .selectFrom('mail_attempts')
        .select('mail_attempts.id')
        .whereRef('mail_attempts.outbox_id', '=', 'outbox.id')
        .where(a =>
          a.or([
            a('mail_attempts.outcome', 'is', null),
            a('mail_attempts.outcome', 'in', ['accepted', 'unknown'] satisfies AttemptOutcome[]),
          ]),
        ),
    ),
  );
}

/**
 * Takes a ready row for sending: one statement that compares, sets and checks every gate at once, so that
 * nothing can come between. True if this caller has it now.
 */
export async function claim(
  tx: WriteTx,
  row: { id: number; rev: number; attempt_no: number },
  account: { id: number },
  epoch: string,
): Promise<boolean> {
  tx.touch('outbox', 'mail_attempts');
  const result = await tx.db
    .updateTable('outbox')
    .set({
      state: 'claimed' satisfies OutboxState,
      rev: row.rev + 1,
      attempt_no: row.attempt_no + 1,
      account_id: account.id,
      next_try_at: null,
    })
    .where('id', '=', row.id)
    .where('state', '=', 'ready' satisfies OutboxState)
    .where('rev', '=', row.rev)
    .where('not_before_at', '<=', tx.at)
    .where(e => e.or([e('next_try_at', 'is', null), e('next_try_at', '<=', tx.at)]))
    .where(e => e.or([e('expires_at', 'is', null), e('expires_at', '>', tx.at)]))
    .where(mayStillGo)
    .where(noOpenTry)
    .where(e =>
      e.exists(
        e
          .selectFrom('mail_accounts')
          .select('mail_accounts.id')
          .where('mail_accounts.id', '=', account.id)
          .where(a => a.or([a('pause_reason', 'is', null), a('paused_until_at', '<=', tx.at)])),
      ),
    )
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await tx.bulk.insert('mail_attempts', [
    {
      outbox_id: row.id,
      n: row.attempt_no + 1,
      epoch,
      started_at: tx.at,
      phase: 'claimed',
      body_started_at: null,
      ended_at: null,
      outcome: null,
      reply_code: null,
      reply_text: null,
      error_code: null,
    },
  ]);
  return true;
}

/**
 * The durable mark before the first byte of the body, with the gates checked again in the same statement.
 * False when something changed since the claim: then not one byte may leave.
 */
export async function markBodyStarted(
  tx: WriteTx,
  row: { id: number; rev: number; n: number },
): Promise<boolean> {
  tx.touch('outbox', 'mail_attempts');
  const result = await tx.db
    .updateTable('outbox')
    .set({ state: 'submitting' satisfies OutboxState, rev: row.rev + 1 })
    .where('id', '=', row.id)
    .where('state', '=', 'claimed' satisfies OutboxState)
    .where('rev', '=', row.rev)
    .where(mayStillGo)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await tx.db
    .updateTable('mail_attempts')
    .set({ phase: 'bodyStarted', body_started_at: tx.at })
    .where('outbox_id', '=', row.id)
    .where('n', '=', row.n)
    .execute();
  return true;
}

export async function closeAttempt(
  tx: WriteTx,
  key: { outboxId: number; n: number },
  end: { outcome: AttemptOutcome; replyCode?: number; replyText?: string; errorCode?: string },
): Promise<void> {
  tx.touch('mail_attempts');
  await tx.db
    .updateTable('mail_attempts')
    .set({
      ended_at: tx.at,
      outcome: end.outcome,
      reply_code: end.replyCode ?? null,
      reply_text: end.replyText?.slice(0, 500) ?? null,
      error_code: end.errorCode ?? null,
    })
    .where('outbox_id', '=', key.outboxId)
    .where('n', '=', key.n)
    .where('outcome', 'is', null)
    .execute();
}

/** Tries that the server refused, and when the first try began. */
export async function countRefused(
  db: ReadDb,
  outboxId: number,
): Promise<{ refused: number; firstAt: Instant | null }> {
  const rows = await db
    .selectFrom('mail_attempts')
    .select(['outcome', 'started_at'])
    .where('outbox_id', '=', outboxId)
    .orderBy('n')
    .execute();
  return {
    refused: rows.filter(row => row.outcome === 'refused').length,
    firstAt: rows[0]?.started_at ?? null,
  };
}

/** Rows a sender was working on. Between two ticks there are none, unless a process died. */
export async function listInFlight(
  db: ReadDb,
): Promise<
  { id: number; rev: number; state: OutboxState; attempt_no: number; enrollment_id: number | null }[]
> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'rev', 'state', 'attempt_no', 'enrollment_id'])
    .where('state', 'in', ['claimed', 'submitting'] satisfies OutboxState[])
    .execute();
  return rows.map(row => ({ ...row, state: row.state as OutboxState }));
}

/** How often the account was throttled since an instant. */
export async function countThrottled(db: ReadDb, accountId: number, since: Instant): Promise<number> {
  const row = await db
    .selectFrom('mail_attempts')
    .innerJoin('outbox', 'outbox.id', 'mail_attempts.outbox_id')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('outbox.account_id', '=', accountId)
    .where('mail_attempts.error_code', '=', 'accountThrottle')
    .where('mail_attempts.ended_at', '>=', since)
    .executeTakeFirst();
  return row?.n ?? 0;
}
