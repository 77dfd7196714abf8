import {
  type AlertOfLead,
  alertsOf,
  type Entry,
  leaveAlerts,
  raiseAlerts,
} from '#electron/backend/alerts/raise.ts';
import { type Context, wallClock } from '#electron/backend/context.ts';
import type { RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf, recordEvents, type StoredEvent } from '#electron/backend/events/events.ts';
import type { Edge } from '#electron/backend/scoring/rescore.ts';
import { calendar, sla } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import { alertAfter, entersHot, type Unconfirmed } from '#shared/domain/sla/alert.ts';
import type { ClockKind } from '#shared/domain/sla/agreement.ts';
import { momentOf } from '#shared/domain/sla/clock.ts';
import { dueAt } from '#shared/domain/sla/due.ts';
import { settleClocks } from './settle.ts';
import { insertClocks, listClocksOf } from './sla.repo.ts';

/** What the clocks need of a lead that was just brought up to date. */
export interface FollowedLead {
  readonly leadId: number;
  readonly events: readonly Pick<StoredEvent, 'uid' | 'kind'>[];
  readonly edge: Pick<Edge, 'uid' | 'from' | 'to' | 'interestUid'> | null;
  /** Hot but for attributes nobody knows; `cooled`: far from it again. */
  readonly unconfirmed: Unconfirmed;
  readonly after: { readonly total: number };
}

/** A promise that begins. */
interface Start {
  readonly leadId: number;
  readonly kind: ClockKind;
  readonly causeUid: string;
  readonly startedAt: Instant;
}

/**
 * What follows for alerts and clocks when leads were brought up to date, in the same write: a new hot entry raises one
 * alert and starts two clocks, a hand-over starts one; then every clock of these leads stands where the facts say.
 */
export async function followClocks(
  ctx: Context,
  tx: WriteTx,
  followed: readonly FollowedLead[],
): Promise<void> {
  const ids = followed.map(lead => lead.leadId);
  const alerts = Map.groupBy(await alertsOf(tx.read, ids), alert => alert.lead_id ?? 0);
  const found = followed.map(lead => ({
    lead,
    ...alertAfter(
      lead.edge,
      lead.unconfirmed,
      (alerts.get(lead.leadId) ?? []).map(({ kind, left_at }) => ({ kind, isOver: left_at !== null })),
    ),
  }));
  const over = found.flatMap(({ lead, over }) => (alerts.get(lead.leadId) ?? []).filter(isOpenOf(over)));
  await leaveAlerts(tx, over);
  const turned = found.flatMap(({ lead, raise }) => (raise ? [{ lead, raise }] : []));
  const entries = await enter(ctx, tx, turned);
  await start(ctx, tx, [...entries.flatMap(clocksOf), ...(await handOvers(tx, followed))]);
  await settleClocks(tx, ids);
}

const isOpenOf =
  (kinds: readonly string[]) =>
  (alert: AlertOfLead): boolean =>
    alert.left_at === null && kinds.includes(alert.kind);

/** Raises the alerts; the entry counts from the moment of the event that made it, however late that was recorded. */
async function enter(
  ctx: Context,
  tx: WriteTx,
  turned: readonly { lead: FollowedLead; raise: Entry['kind'] }[],
): Promise<Entry[]> {
  if (turned.length === 0) return [];
  const { data: cal } = await activeVersion(tx.read, calendar, dayOf(tx.at));
  const ids = turned.map(({ lead }) => lead.leadId);
  const events = Map.groupBy(await eventsOf(tx.read, ids), event => event.leadId);
  const raisedAt = wallClock(ctx);
  const entries = turned.map(({ lead, raise }): Entry => {
    const cause = causeOf(events.get(lead.leadId) ?? [], lead.edge?.interestUid ?? null, tx.at);
    const enteredAt = cause ? momentOf(cause, cal) : tx.at;
    return {
      leadId: lead.leadId,
      kind: raise,
      entryUid: entersHot(lead.edge) && lead.edge ? lead.edge.uid : ctx.newId(),
      reason: cause?.kind ?? null,
      total: lead.after.total,
      enteredAt: enteredAt < tx.at ? enteredAt : tx.at,
      raisedAt,
    };
  });
  await recordEvents(
    tx,
    entries
      .filter(entry => entry.kind === 'unconfirmed')
      .map(entry => ({
        uid: entry.entryUid,
        kind: 'hot.unconfirmed',
        leadId: entry.leadId,
        occurredOn: dayOf(tx.at),
        source: 'system' as const,
        data: { total: entry.total },
        logged: true,
      })),
  );
  await raiseAlerts(ctx, tx, entries);
  return entries;
}

/**
 * What was written down just now and did it: the explicit interest, else the newest that happened; null when rules,
 * attributes, a merge or age did it.
 */
function causeOf(
  events: readonly StoredEvent[],
  interestUid: string | null,
  now: Instant,
): StoredEvent | null {
  const fresh = events.filter(
    ({ recordedAt, source, kind }) => recordedAt === now && source !== 'system' && !kind.startsWith('lead.'),
  );
  return fresh.find(({ uid }) => uid === interestUid) ?? fresh.at(-1) ?? null;
}

const clocksOf = ({ kind, leadId, entryUid, enteredAt }: Entry): Start[] =>
  kind === 'hot'
    ? (['told', 'contact'] as const).map(clock => ({
        leadId,
        kind: clock,
        causeUid: entryUid,
        startedAt: enteredAt,
      }))
    : [];

const HANDED_OVER = 'handover.made';

/** A hand-over waits for its answer from the moment it was made. */
async function handOvers(tx: WriteTx, followed: readonly FollowedLead[]): Promise<Start[]> {
  const handed = followed.filter(lead => lead.events.some(event => event.kind === HANDED_OVER));
  if (handed.length === 0) return [];
  const { data: cal } = await activeVersion(tx.read, calendar, dayOf(tx.at));
  const events = await eventsOf(
    tx.read,
    handed.map(lead => lead.leadId),
  );
  const running = await listClocksOf(
    tx.read,
    handed.map(lead => lead.leadId),
  );
  const begun = new Set(running.map(clock => clock.cause_uid));
  return events
    .filter(({ kind, recordedAt, uid }) => kind === HANDED_OVER && recordedAt === tx.at && !begun.has(uid))
    .map(event => ({
      leadId: event.leadId,
      kind: 'accept',
      causeUid: event.uid,
      startedAt: momentOf(event, cal),
    }));
}

/** Starts clocks under the agreement and the calendar of the day they begin on; neither is looked at again. */
async function start(ctx: Context, tx: WriteTx, starts: readonly Start[]): Promise<void> {
  const rows: RowOf<'sla_clocks'>[] = [];
  for (const [on, begun] of Map.groupBy(starts, ({ startedAt }) => dayOf(startedAt))) {
    const agreed = await activeVersion(tx.read, sla, on);
    const { data: cal } = await activeVersion(tx.read, calendar, on);
    for (const { leadId, kind, causeUid, startedAt } of begun)
      rows.push({
        uid: ctx.newId(),
        lead_id: leadId,
        kind,
        cause_uid: causeUid,
        started_at: startedAt,
        raised_at: wallClock(ctx),
        due_at: dueAt(kind, agreed.data.timing, startedAt, cal),
        sla_n: agreed.n,
        attempted_at: null,
        stopped_at: null,
        stop_code: null,
        breach_code: null,
        snoozed_until_at: null,
        snooze_reason: '',
      });
  }
  await insertClocks(tx, rows);
}
