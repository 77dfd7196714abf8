import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import {
  eventsOf,
  freshEvents,
  type NewEvent,
  recordFresh,
  supersedeEvents,
} from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import { type NewDeal, openOpportunity } from '#electron/backend/opportunities/open.ts';
import { calendar, callRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf, type Instant, minuteOf } from '#shared/domain/base/days.ts';
import { reasonsFor } from '#shared/domain/calls/call-rules.ts';
import { type CallContext, lacks, type NextAction, nextAfter } from '#shared/domain/calls/next-action.ts';
import { OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { mayBeWritten } from '#shared/domain/journey/stops.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import { findCalledLead, findListRow, listCalledLeads, listNumbers } from './calls.repo.ts';
import { nextPatch } from './next-patch.ts';
import { pastCalls } from './past-calls.ts';
import { rowKey } from './row-result.ts';
import { slotRates } from './slot-rates.ts';

type RecordInput = InputOf<'calls', 'record'>;
type CalledLead = Awaited<ReturnType<typeof findCalledLead>>;

/** What came of a call, with whom it was about and the uid its event gets. */
export type CallResult = Omit<RecordInput, 'leadUid'> & {
  readonly leadId: number;
  readonly eventUid: string;
  /** The event of the result that stood in the row before and is corrected by this one. */
  readonly replaces?: string;
  /** Who made the call, where somebody else types it in. */
  readonly callerId?: number | null;
};

/** Records what came of a call. A row of a list takes one result. Throws NOT_FOUND, CALL_NEEDS, CALL_RECORDED. */
export async function recordCall(ctx: Context, input: RecordInput): Promise<OutputOf<'calls', 'record'>> {
  const leadId = await leadIdOf(ctx, input.leadUid);
  if (input.listRowUid) await checkListRow(ctx, input.listRowUid, leadId);
  const operationUid = ctx.newId();
  const eventUid = ctx.newId();
  const recorded = await ctx.write(
    { kind: 'calls.record', data: { outcome: input.outcome }, uid: operationUid },
    async tx => {
      const [done] = await recordCalls(ctx, tx, [{ ...input, leadId, eventUid }]);
      if (!done) throw new AppError('CALL_RECORDED', {});
      return await findCalledLead(tx.read, leadId);
    },
  );
  return { operationUid, eventUid, nextKind: recorded.next_kind, nextOn: recorded.next_on };
}

/**
 * Records results in the running transaction, whoever brought them: the event, the next action by its rule, and what
 * follows from it (an appointment makes a 商談, a refusal for good sets 電話禁止). Returns those that were recorded: a row
 * that has its result takes no second. Throws CALL_NEEDS.
 */
export async function recordCalls(
  ctx: Context,
  tx: WriteTx,
  results: readonly CallResult[],
): Promise<CallResult[]> {
  // Where a call stands in the cycle of a lead depends on the call before it, so each lead is called once at a time.
  const perLead = [...Map.groupBy(results, result => result.leadId).values()];
  const first = await recordOnePerLead(
    ctx,
    tx,
    perLead.flatMap(own => own.slice(0, 1)),
  );
  const later = perLead.flatMap(own => own.slice(1));
  return later.length === 0 ? first : [...first, ...(await recordCalls(ctx, tx, later))];
}

async function recordOnePerLead(
  ctx: Context,
  tx: WriteTx,
  results: readonly CallResult[],
): Promise<CallResult[]> {
  await supersedeEvents(tx, results.flatMap(replacedKeys));
  const timed = results.map(result => ({ result, at: result.occurredAt ?? ctx.now() }));
  const calls = timed.map(({ result, at }) => callEvent(result, at));
  const fresh = new Set((await freshEvents(tx, calls)).map(event => event.uid));
  const taken = timed.filter(({ result }) => fresh.has(result.eventUid));
  const ids = taken.map(({ result }) => result.leadId);
  const before = await readBefore(ctx, tx, ids);
  const patches: (PatchOf<'leads'> & { id: number })[] = [];
  for (const { result, at } of taken) {
    const lead = before.leads.get(result.leadId);
    if (!lead) throw new AppError('NOT_FOUND', { entity: 'lead' });
    const next = await nextOf(tx, result, contextOf(result, at, lead, before));
    const isOvertaken = isOnlyNextTry(next) && wasCalledAfter(before, lead.id, at);
    patches.push({
      ...leadPatch(result, lead, at, before),
      ...(isOvertaken ? {} : nextPatch(next)),
      id: lead.id,
    });
  }
  await recordFresh(tx, [
    ...calls.filter(event => fresh.has(event.uid)),
    ...taken.flatMap(({ result, at }) => furtherEvents(ctx, result, at)),
  ]);
  for (const { result, at } of taken)
    if (result.outcome === 'appointment') await openOpportunity(ctx, tx, dealOf(result, at));
  await tx.updateMany('leads', patches);
  await refreshLeads(ctx, tx, ids);
  return taken.map(({ result }) => result);
}

async function checkListRow(ctx: Context, rowUid: string, leadId: number): Promise<void> {
  const row = await findListRow(ctx.read, rowUid);
  if (row?.leadId !== leadId) throw new AppError('NOT_FOUND', { entity: 'callListRow' });
}

/** What the rules look at, of all leads at once. */
async function readBefore(ctx: Context, tx: WriteTx, leadIds: readonly number[]) {
  return {
    leads: new Map((await listCalledLeads(tx.read, leadIds)).map(lead => [lead.id, lead])),
    events: Map.groupBy(await eventsOf(tx.read, leadIds), event => event.leadId),
    optedOut: await optedOutLeads(tx.read, leadIds),
    numbers: await listNumbers(tx.read, leadIds),
    slotRates: await slotRates(ctx),
  };
}
type Before = Awaited<ReturnType<typeof readBefore>>;

/** Paper is typed in days later: what a newer call led to stands. */
const wasCalledAfter = ({ events }: Before, leadId: number, at: Instant): boolean =>
  (events.get(leadId) ?? []).some(({ kind, occurredAt }) => kind === 'call' && (occurredAt ?? '') > at);
const isOnlyNextTry = ({ kind }: NextAction): boolean => kind === 'call' || kind === 'nurture';

async function nextOf(tx: WriteTx, result: CallResult, context: CallContext): Promise<NextAction> {
  const missing = lacks({ ...context, reason: result.reason ?? null });
  if (missing !== null && !result.doNotCall) throw new AppError('CALL_NEEDS', { what: missing });
  const { data: cal } = await activeVersion(tx.read, calendar, context.on);
  const { data: rules } = await activeVersion(tx.read, callRules, context.on);
  if (result.reason && !reasonsFor(rules, result.outcome).includes(result.reason))
    throw new AppError('CALL_NEEDS', { what: 'reason' });
  return nextAfter(context, cal, rules);
}

function contextOf(result: CallResult, at: Instant, lead: CalledLead, before: Before): CallContext {
  const isOptedOut = before.optedOut.has(lead.id);
  const askedOn = result.nextAt ? dayOf(result.nextAt) : result.nextOn;
  return {
    outcome: result.outcome,
    on: dayOf(at),
    minute: minuteOf(at),
    band: lead.band as Band,
    previous: pastCalls(before.events.get(lead.id) ?? []),
    asked: askedOn ? { on: askedOn, minute: result.nextAt ? minuteOf(result.nextAt) : null } : null,
    mayMail: mayBeWritten({ email: lead.email, consentBasis: lead.consent_basis, isOptedOut }),
    neverAgain: result.doNotCall,
    slotRates: before.slotRates,
  };
}

/** The call and that the person was on the line. Whoever corrects a result checks that nothing else hangs on it. */
const replacedKeys = ({ replaces, listRowUid }: CallResult): string[] =>
  replaces === undefined || listRowUid === undefined ? [] : [rowKey(listRowUid), `reached:${replaces}`];

const baseOf = ({ leadId, callerId = null }: CallResult, at: Instant) => ({
  leadId,
  memberId: callerId,
  occurredOn: dayOf(at),
  occurredAt: at,
  source: 'user' as const,
});

const callEvent = (result: CallResult, at: Instant): NewEvent => ({
  ...baseOf(result, at),
  uid: result.eventUid,
  kind: 'call',
  data: {
    outcome: result.outcome,
    ...(result.note === '' ? {} : { note: result.note }),
    ...(result.reason ? { reason: result.reason } : {}),
    ...(result.nextAt ? { nextAt: result.nextAt } : {}),
    ...(result.place ? { place: result.place } : {}),
    ...(result.seconds ? { seconds: result.seconds } : {}),
    ...(result.nextOn ? { nextOn: result.nextOn } : {}),
    ...(result.doNotCall ? { doNotCall: true } : {}),
  },
  ...(result.listRowUid ? { dedupeKey: rowKey(result.listRowUid) } : {}),
});

/** What a recorded call says besides itself: the person was on the line, an appointment was made. */
function furtherEvents(ctx: Context, result: CallResult, at: Instant): NewEvent[] {
  const of = (kind: string, key: string): NewEvent => ({
    ...baseOf(result, at),
    uid: ctx.newId(),
    kind,
    dedupeKey: `${key}:${result.eventUid}`,
  });
  const isReached = result.reached ?? OUTCOMES[result.outcome].reached === true;
  return [
    ...(isReached ? [of('call.reached', 'reached')] : []),
    ...(result.outcome === 'appointment' ? [of('appointment.made', 'appointment')] : []),
  ];
}

const dealOf = ({ leadId, nextAt, nextOn, place }: CallResult, at: Instant): NewDeal => ({
  leadId,
  appointmentOn: dayOf(at),
  meetingOn: nextAt ? dayOf(nextAt) : nextOn,
  meetingAt: nextAt,
  place,
});

/** What the outcome changes on the lead itself. */
function leadPatch(result: CallResult, lead: CalledLead, at: Instant, before: Before): PatchOf<'leads'> {
  if (result.doNotCall) return { do_not_call: 1 };
  if (result.outcome === 'appointment')
    return { stage: 'converted', appointment_on: lead.appointment_on ?? dayOf(at) };
  if (result.outcome === 'notTarget') return { stage: 'closed' };
  if (result.outcome !== 'badNumber') return {};
  const others = before.numbers.get(lead.id) ?? [];
  return { phone: others.find(point => point.value !== lead.phone)?.value ?? '' };
}
