import { type AlertOfLead, alertsOf } from '#electron/backend/alerts/raise.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf, type StoredEvent } from '#electron/backend/events/events.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { teamOf } from '#electron/backend/settings/members.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { isReply, touchOf } from '#shared/domain/journey/touch.ts';
import type { ClockKind } from '#shared/domain/sla/agreement.ts';
import { cancelOf, type ClockFacts, type Contact, momentOf, settle } from '#shared/domain/sla/clock.ts';
import {
  type ClaimRow,
  type ClockPatch,
  type ClockRow,
  listClaims,
  listClocksOf,
  updateClocks,
} from './sla.repo.ts';

/**
 * Brings every clock of these leads to where the facts say it stands. Ends every write that a clock may depend on and that
 * makes nothing else anew: the trash, telling somebody.
 */
export async function settleClocks(tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  const clocks = await listClocksOf(tx.read, leadIds);
  if (clocks.length === 0) return;
  const ids = [...new Set(clocks.flatMap(clock => clock.lead_id ?? []))];
  const known = await knownOf(tx, ids);
  const patches = clocks.flatMap((clock): ClockPatch[] => {
    const claim = known.claims.get(clock.lead_id ?? 0);
    if (!claim) return [];
    const found = settle(
      {
        kind: clock.kind as ClockKind,
        startedAt: clock.started_at,
        dueAt: clock.due_at,
        stoppedAt: clock.stopped_at,
        stopCode: clock.stop_code,
      },
      factsOf(clock, claim, known, tx.at),
      tx.at,
    );
    const patch = { attempted_at: found.attemptedAt, stopped_at: found.stoppedAt, stop_code: found.stopCode };
    const differs = (Object.keys(patch) as (keyof typeof patch)[]).some(key => patch[key] !== clock[key]);
    return differs ? [{ id: clock.id, ...patch }] : [];
  });
  await updateClocks(tx, patches);
}

interface Known {
  readonly claims: ReadonlyMap<number, ClaimRow>;
  readonly contacts: ReadonlyMap<number, readonly Contact[]>;
  readonly events: ReadonlyMap<number, readonly StoredEvent[]>;
  readonly alerts: ReadonlyMap<string, AlertOfLead>;
  readonly cal: BusinessCalendar;
  /** One person does everything: nobody has to be named. */
  readonly isAlone: boolean;
}

async function knownOf(tx: WriteTx, ids: readonly number[]): Promise<Known> {
  const { data: cal } = await activeVersion(tx.read, calendar, dayOf(tx.at));
  const events = Map.groupBy(await eventsOf(tx.read, ids), event => event.leadId);
  const team = await teamOf({ read: tx.read });
  return {
    cal,
    events,
    claims: new Map((await listClaims(tx.read, ids)).map(claim => [claim.id, claim])),
    contacts: new Map(
      [...events].map(([id, own]) => [id, own.flatMap(event => contactOf(event, cal, tx.at))]),
    ),
    alerts: new Map((await alertsOf(tx.read, ids)).map(alert => [alert.entry_uid, alert])),
    isAlone: team.filter(({ member }) => member.active).length === 1,
  };
}

/**
 * What an event means for a clock. What was dated in the future when it was written down has not happened yet; a clock that
 * was set back since undoes nothing.
 */
function contactOf(event: StoredEvent, cal: BusinessCalendar, now: Instant): Contact[] {
  const level = touchOf(event);
  if (level === null) return [];
  const at = momentOf(event, cal);
  const isAhead = at > now && at > event.recordedAt;
  return isAhead ? [] : [{ at, level, isAnswer: isReply(event) }];
}

function factsOf(clock: ClockRow, claim: ClaimRow, known: Known, now: Instant): ClockFacts {
  const answer = (known.events.get(claim.id) ?? []).find(
    ({ kind, data }) =>
      (kind === 'handover.accepted' || kind === 'handover.returned') &&
      data['handoverUid'] === clock.cause_uid,
  );
  return {
    contacts: known.contacts.get(claim.id) ?? [],
    toldAt: isTold(known.alerts.get(clock.cause_uid), claim, known)
      ? clock.stop_code === 'told'
        ? clock.stopped_at
        : now
      : null,
    answer: answer
      ? {
          at: momentOf(answer, known.cal),
          code: answer.kind === 'handover.accepted' ? 'accepted' : 'returned',
        }
      : null,
    cancel: cancelOf({
      isTrashed: claim.trashed_at !== null,
      stage: claim.stage,
      doNotCall: claim.do_not_call === 1,
      companyKind: claim.company_kind ?? 'prospect',
    }),
  };
}

/** Somebody is named, and was told or has seen it themselves. */
function isTold(alert: AlertOfLead | undefined, claim: ClaimRow, known: Known): boolean {
  if (!alert) return false;
  if (claim.owner_id === null) return known.isAlone && (alert.told_at !== null || alert.seen_at !== null);
  return alert.told_at !== null || (alert.seen_at !== null && alert.seen_by_id === claim.owner_id);
}
