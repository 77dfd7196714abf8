import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { Band } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { SlaClock } from '#shared/contract/sla.ts';
import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import type { ClockKind } from '#shared/domain/sla/agreement.ts';
import { type Breach, isRaisedLate, stateOf } from '#shared/domain/sla/clock.ts';
import { remainingMinutes } from '#shared/domain/sla/due.ts';
import {
  type ClockFilter,
  type ClockRow,
  countClocks,
  findClock,
  listClocks as findClocks,
  type ListedClock,
} from './sla.repo.ts';

/** Promises with where they stand now, the soonest due first. Throws NOT_FOUND for an unknown lead. */
export async function listClocks(
  ctx: Context,
  input: InputOf<'sla', 'clocks'>,
): Promise<OutputOf<'sla', 'clocks'>> {
  const now = ctx.now();
  const leadId = input.leadUid === undefined ? undefined : await leadIdOf(ctx, input.leadUid);
  const filter: ClockFilter = {
    which: leadId === undefined ? input.which : 'lead',
    kind: input.kind,
    leadId,
    ownerUid: input.owner,
    awakeAt: leadId === undefined && input.which === 'open' && !input.withSnoozed ? now : undefined,
  };
  const { data: cal } = await activeVersion(ctx.read, calendar, dayOf(now));
  const rows = await findClocks(ctx.read, filter, now, input);
  return {
    clocks: rows.map(row => shown(row, cal, now)),
    total: await countClocks(ctx.read, filter, now),
  };
}

function shown(row: ListedClock, cal: BusinessCalendar, now: Instant): SlaClock {
  const clock = { dueAt: row.due_at, stoppedAt: row.stopped_at, stopCode: row.stop_code };
  return {
    uid: row.uid,
    kind: row.kind as ClockKind,
    leadUid: row.lead_uid,
    companyName: row.company_name,
    department: row.department,
    name: row.name,
    phone: row.phone,
    band: row.band as Band,
    total: row.total,
    ownerName: row.owner_name,
    startedAt: row.started_at,
    raisedLate: isRaisedLate(row.started_at, row.raised_at),
    ...clock,
    state: stateOf(clock, now),
    remainingMinutes: remainingMinutes(cal, row.due_at, row.stopped_at ?? now),
    slaVersion: row.sla_n,
    attemptedAt: row.attempted_at,
    cause: row.breach_code as Breach | null,
    snoozedUntilAt: row.snoozed_until_at,
    snoozeReason: row.snooze_reason,
  };
}

async function clockOf(ctx: Context, uid: string): Promise<ClockRow> {
  const clock = await findClock(ctx.read, uid);
  if (!clock) throw new AppError('NOT_FOUND', { entity: 'clock' });
  return clock;
}

/** Puts a promise out of sight until then. Its due time stays: only the person waiting could move it. Throws NOT_FOUND, SNOOZE_NEEDS_REASON. */
export async function snoozeClock(
  ctx: Context,
  input: InputOf<'sla', 'snooze'>,
): Promise<OutputOf<'sla', 'snooze'>> {
  const { id } = await clockOf(ctx, input.clockUid);
  const reason = input.until === null ? '' : input.reason.trim();
  if (input.until !== null && reason === '') throw new AppError('SNOOZE_NEEDS_REASON', {});
  const operationUid = ctx.newId();
  await ctx.write({ kind: 'sla.snooze', uid: operationUid }, async tx => {
    await tx.update('sla_clocks', id, { snoozed_until_at: input.until, snooze_reason: reason });
  });
  return { operationUid };
}

/** Notes why a promise was broken. Throws NOT_FOUND. */
export async function setCause(
  ctx: Context,
  input: InputOf<'sla', 'cause'>,
): Promise<OutputOf<'sla', 'cause'>> {
  const { id } = await clockOf(ctx, input.clockUid);
  const operationUid = ctx.newId();
  await ctx.write({ kind: 'sla.cause', data: { cause: input.cause }, uid: operationUid }, async tx => {
    await tx.update('sla_clocks', id, { breach_code: input.cause });
  });
  return { operationUid };
}
