import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import { settleClocks } from '#electron/backend/sla/settle.ts';
import type { Alert } from '#shared/contract/alerts.ts';
import type { Band } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import type { AlertKind } from '#shared/domain/sla/alert.ts';
import { isCancel, isRaisedLate } from '#shared/domain/sla/clock.ts';
import { remainingMinutes } from '#shared/domain/sla/due.ts';
import {
  countUnseen,
  type ListedAlert,
  listAlerts as findAlerts,
  listByUid,
  listUnseenIds,
  markSeen as storeSeen,
} from './alerts.repo.ts';

/** Who turned hot, newest first, with what is owed to them; `unseen` is the figure on the bell. */
export async function listAlerts(
  ctx: Context,
  input: InputOf<'alerts', 'list'>,
): Promise<OutputOf<'alerts', 'list'>> {
  const now = ctx.now();
  const { data: cal } = await activeVersion(ctx.read, calendar, dayOf(now));
  const rows = await findAlerts(ctx.read, input);
  return { alerts: rows.map(row => shown(row, cal, now)), unseen: await countUnseen(ctx.read) };
}

function shown(row: ListedAlert, cal: BusinessCalendar, now: Instant): Alert {
  const isOwed = row.due_at !== null && row.stopped_at === null;
  return {
    uid: row.uid,
    kind: row.kind as AlertKind,
    leadUid: row.lead_uid,
    companyName: row.company_name,
    department: row.department,
    name: row.name,
    band: row.band as Band,
    ownerName: row.owner_name,
    reason: row.reason,
    total: row.total,
    enteredAt: row.entered_at,
    raisedLate: isRaisedLate(row.entered_at, row.raised_at),
    isOver: row.left_at !== null,
    seen: row.seen_at !== null,
    told: row.told_at === null ? null : { at: row.told_at, how: row.told_how ?? '' },
    dueAt: isCancel(row.stop_code) ? null : row.due_at,
    remainingMinutes: isOwed && row.due_at !== null ? remainingMinutes(cal, row.due_at, now) : null,
  };
}

/** Somebody has looked. An owner who looks at their own is told by that. */
export async function markSeen(
  ctx: Context,
  input: InputOf<'alerts', 'seen'>,
): Promise<OutputOf<'alerts', 'seen'>> {
  const rows = 'all' in input ? await listUnseenIds(ctx.read) : await listByUid(ctx.read, input.uids);
  const fresh = rows.filter(row => row.seen_at === null);
  if (fresh.length === 0) return { seen: 0 };
  await ctx.write(null, async tx => {
    await storeSeen(
      tx,
      fresh.map(row => row.id),
    );
    await settleClocks(tx, [...new Set(fresh.flatMap(row => row.lead_id ?? []))]);
  });
  return { seen: fresh.length };
}

/** The owner was told, by whom and how. Throws NOT_FOUND. */
export async function markTold(
  ctx: Context,
  input: InputOf<'alerts', 'told'>,
): Promise<OutputOf<'alerts', 'told'>> {
  const [row] = await listByUid(ctx.read, [input.uid]);
  if (!row || row.lead_id === null) throw new AppError('NOT_FOUND', { entity: 'alert' });
  const { id, lead_id: leadId } = row;
  const operationUid = ctx.newId();
  await ctx.write({ kind: 'alerts.told', data: { how: input.how }, uid: operationUid }, async tx => {
    await tx.update('alerts', id, { told_at: tx.at, told_how: input.how, told_by_id: tx.memberId });
    if (row.seen_at === null) await storeSeen(tx, [id]);
    await settleClocks(tx, [leadId]);
  });
  return { operationUid };
}
