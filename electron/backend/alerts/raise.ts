import type { Context } from '#electron/backend/context.ts';
import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import type { AlertKind } from '#shared/domain/sla/alert.ts';
import { type AlertOfLead, anonymiseAlerts, insertAlerts, listAlertsOf, markLeft } from './alerts.repo.ts';

export type { AlertOfLead } from './alerts.repo.ts';

/** Somebody turned hot: what an alert says. */
export interface Entry {
  readonly leadId: number;
  readonly kind: AlertKind;
  /** The logged fact; one alert each. */
  readonly entryUid: string;
  /** Kind of the event that did it, or null. */
  readonly reason: string | null;
  readonly total: number;
  readonly enteredAt: Instant;
  readonly raisedAt: Instant;
}

/** Alerts of these leads, for the clocks that ask whether the owner was told. */
export const alertsOf = async (db: ReadDb, leadIds: readonly number[]): Promise<AlertOfLead[]> =>
  await listAlertsOf(db, leadIds);

/** Raises one alert per entry, inside the write that found it. */
export const raiseAlerts = async (
  ctx: Pick<Context, 'newId'>,
  tx: WriteTx,
  entries: readonly Entry[],
): Promise<void> =>
  await insertAlerts(
    tx,
    entries.map(
      (entry): RowOf<'alerts'> => ({
        uid: ctx.newId(),
        lead_id: entry.leadId,
        kind: entry.kind,
        entry_uid: entry.entryUid,
        reason: entry.reason,
        total: entry.total,
        entered_at: entry.enteredAt,
        raised_at: entry.raisedAt,
        left_at: null,
        announced_at: null,
        seen_at: null,
        seen_by_id: null,
        told_at: null,
        told_how: null,
        told_by_id: null,
      }),
    ),
  );

/** These people are no longer hot: their alerts stay as facts and count no more. */
export const leaveAlerts = async (tx: WriteTx, alerts: readonly AlertOfLead[]): Promise<void> =>
  await markLeft(
    tx,
    alerts.map(alert => alert.id),
    tx.at,
  );

/** Takes the person out of their alerts for good. */
export const forgetAlerts = async (tx: WriteTx, leadIds: readonly number[]): Promise<void> =>
  await anonymiseAlerts(tx, leadIds);
