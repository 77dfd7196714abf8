import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import { recipientsById } from '#electron/backend/leads/recipients.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { numberedVersion } from '#electron/backend/settings/versions.ts';
import { dayOf, type Instant, instant, instantAt, toMs } from '#shared/domain/base/days.ts';
import { checkAddress } from '#shared/domain/mail/address.ts';
import {
  type OutboxEvent,
  type OutboxState,
  nextState,
  recoveryOf,
} from '#shared/domain/mail/outbox-states.ts';
import { planStep } from '#shared/domain/mail/plan.ts';
import {
  classifyReply,
  consequenceOf,
  MAX_RETRY_HOURS,
  MAX_TRIES,
  pauseMinutes,
  type ReplyClass,
  retryMinutes,
  type SmtpReply,
} from '#shared/domain/mail/reply.ts';
import { gapBefore, plannedSubject } from '#shared/domain/mail/sequence.ts';
import { pauseAccount } from './accounts.repo.ts';
import { activeCalendar, activeSender, sequenceKind } from './agreements.ts';
import { closeAttempt, countRefused, countThrottled, listInFlight } from './attempts.repo.ts';
import { findEnrollment, setEnrollmentStatus } from './enrollments.repo.ts';
import { findOutbox, insertSteps, type OutboxRecord, patchOutbox } from './outbox.repo.ts';
import { idemKey, valuesFor } from './sequences.ts';
import { findSuppressed } from './suppressions.repo.ts';
import type { DeliveryOutcome } from './transport.ts';

/** Minutes before a server that could not be reached is tried again. */
const UNREACHABLE_MINUTES = 5;

const later = (at: Instant, minutes: number): Instant => instant(toMs(at) + minutes * 60_000);

/** What became of a mail, for the counts of a tick. */
export type Settled = 'accepted' | 'deferred' | 'rejected' | 'unknown' | 'held' | 'cancelled';

/** Moves the row along the state machine; a row somebody changed meanwhile is a defect, so it throws. */
async function move(
  tx: WriteTx,
  row: OutboxRecord,
  event: OutboxEvent,
  patch: { reason?: string | null; next_try_at?: Instant | null; accepted_at?: Instant } = {},
): Promise<void> {
  const state = nextState(row.state as OutboxState, event);
  if (!(await patchOutbox(tx, row, { reason: null, ...patch, state })))
    throw new Error('outbox row changed in flight');
}

/** Writes how a try ended, with everything that follows from it, in one transaction. */
export async function settle(ctx: Context, id: number, outcome: DeliveryOutcome): Promise<Settled> {
  return await ctx.write(null, async tx => {
    const row = await findOutbox(tx.read, id);
    if (!row) throw new Error('outbox row is gone in flight');
    const attempt = { outboxId: id, n: row.attempt_no };
    switch (outcome.kind) {
      case 'accepted':
        await closeAttempt(tx, attempt, {
          outcome: 'accepted',
          replyCode: outcome.reply.code,
          replyText: outcome.reply.text,
        });
        await move(tx, row, 'accept', { accepted_at: tx.at });
        await follow(ctx, tx, row);
        return 'accepted';
      case 'refused':
        return await refused(tx, row, outcome.reply);
      case 'unknown':
        await closeAttempt(tx, attempt, { outcome: 'unknown', errorCode: outcome.errorCode });
        await loseReply(tx, row);
        return 'unknown';
      case 'notSent':
        await closeAttempt(tx, attempt, { outcome: 'notSent', errorCode: outcome.errorCode });
        await move(tx, row, 'release', {
          reason: 'unreachable',
          next_try_at: later(tx.at, UNREACHABLE_MINUTES),
        });
        return 'deferred';
      case 'withdrawn':
        await closeAttempt(tx, attempt, { outcome: 'notSent', errorCode: 'withdrawn' });
        await move(tx, row, 'cancel', { reason: await whyStopped(tx, row) });
        return 'cancelled';
      default:
        return outcome satisfies never;
    }
  });
}

async function loseReply(tx: WriteTx, row: OutboxRecord): Promise<void> {
  await move(tx, row, 'loseReply', { reason: 'noReply' });
  if (row.enrollment_id !== null) await setEnrollmentStatus(tx, [row.enrollment_id], 'frozen', 'unknown');
}

/** True when the address of a mail must not get any, also where only a hash of it is left. */
export const isSuppressed = async (tx: WriteTx, row: Pick<OutboxRecord, 'address_key'>): Promise<boolean> =>
  (await findSuppressed(tx.read, [row.address_key])).size > 0;

/** Why a mail may not go any more: the code shown with the cancelled row. */
export async function whyStopped(tx: WriteTx, row: OutboxRecord): Promise<string> {
  if (await isSuppressed(tx, row)) return 'suppressed';
  const enrollment =
    row.enrollment_id === null ? undefined : await findEnrollment(tx.read, row.enrollment_id);
  return enrollment?.status === 'active' ? 'leadTrashed' : 'enrollmentStopped';
}

async function refused(tx: WriteTx, row: OutboxRecord, reply: SmtpReply): Promise<Settled> {
  const replyClass = classifyReply(reply);
  const { mail, account } = consequenceOf(replyClass);
  await closeAttempt(
    tx,
    { outboxId: row.id, n: row.attempt_no },
    { outcome: 'refused', replyCode: reply.code, replyText: reply.text, errorCode: replyClass },
  );
  if (account !== 'go' && row.account_id !== null) await restAccount(tx, row.account_id, replyClass, account);
  if (mail === 'reject') {
    await move(tx, row, 'reject', { reason: replyClass });
    if (row.enrollment_id !== null) await setEnrollmentStatus(tx, [row.enrollment_id], 'stopped', replyClass);
    return 'rejected';
  }
  if (mail === 'review') {
    await move(tx, row, 'hold', { reason: replyClass });
    return 'held';
  }
  const { refused: tries, firstAt } = await countRefused(tx.read, row.id);
  const tooOld = firstAt !== null && tx.at >= later(firstAt, MAX_RETRY_HOURS * 60);
  if (mail === 'retry' && (tries >= MAX_TRIES || tooOld)) {
    await move(tx, row, 'hold', { reason: 'retriesExhausted' });
    return 'held';
  }
  const wait = mail === 'retry' ? retryMinutes(tries) : UNREACHABLE_MINUTES;
  await move(tx, row, 'defer', { reason: replyClass, next_try_at: later(tx.at, wait) });
  return 'deferred';
}

async function restAccount(
  tx: WriteTx,
  accountId: number,
  replyClass: ReplyClass,
  how: 'pause' | 'stop',
): Promise<void> {
  const since = instantAt(dayOf(tx.at), 0);
  const minutes = pauseMinutes(await countThrottled(tx.read, accountId, since));
  await pauseAccount(tx, accountId, {
    reason: replyClass,
    untilAt: how === 'stop' ? null : later(tx.at, minutes),
  });
}

/** After an acceptance: the fact in the lead's history, and exactly the next step, or the end. */
async function follow(ctx: Context, tx: WriteTx, row: OutboxRecord): Promise<void> {
  if (row.lead_id !== null) {
    const event = {
      uid: ctx.newId(),
      kind: 'mail.accepted',
      leadId: row.lead_id,
      occurredOn: dayOf(tx.at),
      occurredAt: tx.at,
      source: 'mail' as const,
      dedupeKey: `mail.accepted:${row.uid}`,
      data: { stepNo: row.step_no, subject: row.subject },
    };
    await recordEvents(tx, [event]);
    await refreshLeads(ctx, tx, [row.lead_id]);
  }
  if (row.enrollment_id === null) return;
  const enrollment = await findEnrollment(tx.read, row.enrollment_id);
  if (enrollment?.status !== 'active') return;
  const sequence = await numberedVersion(tx.read, sequenceKind, enrollment.sequenceKey, enrollment.sequenceN);
  if (!sequence) throw new Error('an enrolment names a version that does not exist');
  // Steps count from 1, so the number of the last one is the index of the next.
  if (row.step_no >= sequence.steps.length) return await setEnrollmentStatus(tx, [enrollment.id], 'finished');
  const lead = (await recipientsById(tx.read, [enrollment.leadId])).get(enrollment.leadId);
  const checked = checkAddress(lead?.email ?? '');
  const today = dayOf(tx.at);
  const plan = { anchorOn: today, gap: gapBefore(sequence, row.step_no), lastMailOn: today };
  const calendar = await activeCalendar(tx.read, today);
  const values = lead ? valuesFor(lead, await activeSender(tx.read, today), '') : {};
  const subject = plannedSubject(sequence, row.step_no, values, { today, calendar });
  await insertSteps(tx, [
    {
      uid: ctx.newId(),
      idemKey: idemKey(enrollment.uid, row.step_no + 1),
      enrollmentId: enrollment.id,
      leadId: enrollment.leadId,
      address: checked.ok ? checked.address : row.address,
      addressKey: checked.ok ? checked.key : row.address_key,
      subject,
      stepNo: row.step_no + 1,
      notBeforeAt: planStep(plan, calendar, tx.at),
    },
  ]);
}

/**
 * Takes up what a process that died left behind: before the body nothing has left, so it is tried again;
 * after it nobody knows, so it is shown and never sent again by itself. Returns how many are unknown.
 */
export async function recover(ctx: Context): Promise<number> {
  if ((await listInFlight(ctx.read)).length === 0) return 0;
  return await ctx.write(null, async tx => {
    let unknown = 0;
    for (const { id } of await listInFlight(tx.read)) {
      const row = await findOutbox(tx.read, id);
      const event = row ? recoveryOf(row.state as OutboxState) : null;
      if (!row || event === null) continue;
      const outcome = event === 'loseReply' ? 'unknown' : 'notSent';
      await closeAttempt(tx, { outboxId: id, n: row.attempt_no }, { outcome, errorCode: 'processDied' });
      if (event === 'loseReply') {
        unknown++;
        await loseReply(tx, row);
      } else await move(tx, row, event, { reason: 'processDied' });
    }
    return unknown;
  });
}
