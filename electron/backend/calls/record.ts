import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { eventsOf, type NewEvent, recordEvents } from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type Day, dayOf, type Instant, instantAt, minuteOf } from '#shared/domain/base/days.ts';
import { type CallContext, lacks, type NextAction, nextAfter } from '#shared/domain/calls/next-action.ts';
import { type Outcome, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { mayBeWritten } from '#shared/domain/journey/stops.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import { findCalledLead, findListRow, listNumbers } from './calls.repo.ts';

type RecordInput = InputOf<'calls', 'record'>;
type CalledLead = Awaited<ReturnType<typeof findCalledLead>>;

/**
 * Records what came of a call: the event, the next action by its rule, and what follows from it (an appointment makes
 * a 商談, a refusal for good sets 電話禁止). A row of a list takes one result. Throws NOT_FOUND, CALL_NEEDS.
 */
export async function recordCall(ctx: Context, input: RecordInput): Promise<OutputOf<'calls', 'record'>> {
  const leadId = await leadIdOf(ctx, input.leadUid);
  if (input.listRowUid) await checkListRow(ctx, input.listRowUid, leadId);
  const at = input.occurredAt ?? ctx.now();
  const lead = await findCalledLead(ctx.read, leadId);
  const context = await callContext(ctx, input, lead, at);
  const missing = lacks({ ...context, reason: input.reason ?? null });
  if (missing !== null && !input.doNotCall) throw new AppError('CALL_NEEDS', { what: missing });
  const { data: cal } = await activeVersion(ctx.read, calendar, dayOf(at));
  const next = nextAfter(context, cal);
  const operationUid = ctx.newId();
  const eventUid = ctx.newId();
  const recorded = await ctx.write(
    { kind: 'calls.record', data: { outcome: input.outcome }, uid: operationUid },
    async tx => {
      const fresh = await recordEvents(tx, callEvents(ctx, input, leadId, eventUid, at));
      if (!fresh.some(event => event.uid === eventUid)) return null;
      await tx.update('leads', leadId, { ...(await leadPatch(tx, input, lead, at)), ...nextPatch(next) });
      await refreshLeads(ctx, tx, [leadId]);
      return await findCalledLead(tx.read, leadId);
    },
  );
  if (recorded === null) throw new AppError('CALL_RECORDED', {});
  return { operationUid, eventUid, nextKind: recorded.next_kind, nextOn: recorded.next_on };
}

async function checkListRow(ctx: Context, rowUid: string, leadId: number): Promise<void> {
  const row = await findListRow(ctx.read, rowUid);
  if (row?.leadId !== leadId) throw new AppError('NOT_FOUND', { entity: 'callListRow' });
}

async function callContext(
  ctx: Context,
  input: RecordInput,
  lead: CalledLead,
  at: Instant,
): Promise<CallContext> {
  const calls = (await eventsOf(ctx.read, [lead.id])).filter(event => event.kind === 'call');
  const isOptedOut = (await optedOutLeads(ctx.read, [lead.id])).has(lead.id);
  const askedOn = input.nextAt ? dayOf(input.nextAt) : input.nextOn;
  return {
    outcome: input.outcome,
    on: dayOf(at),
    minute: minuteOf(at),
    band: lead.band as Band,
    previous: calls.map(call => ({
      outcome: (call.data['outcome'] ?? 'other') as Outcome,
      on: call.occurredOn,
      minute: call.occurredAt ? minuteOf(call.occurredAt) : 0,
    })),
    asked: askedOn ? { on: askedOn, minute: input.nextAt ? minuteOf(input.nextAt) : null } : null,
    mayMail: mayBeWritten({ email: lead.email, consentBasis: lead.consent_basis, isOptedOut }),
    neverAgain: input.doNotCall,
  };
}

function callEvents(
  ctx: Context,
  input: RecordInput,
  leadId: number,
  eventUid: string,
  at: Instant,
): NewEvent[] {
  const rule = OUTCOMES[input.outcome];
  const isReached = input.reached ?? rule.reached === true;
  const base = { leadId, occurredOn: dayOf(at), occurredAt: at, source: 'user' as const };
  const data = {
    outcome: input.outcome,
    ...(input.note === '' ? {} : { note: input.note }),
    ...(input.reason ? { reason: input.reason } : {}),
  };
  const call: NewEvent = {
    ...base,
    uid: eventUid,
    kind: 'call',
    data,
    ...(input.listRowUid ? { dedupeKey: `listRow:${input.listRowUid}` } : {}),
  };
  const events = [call];
  if (isReached)
    events.push({ ...base, uid: ctx.newId(), kind: 'call.reached', dedupeKey: `reached:${eventUid}` });
  if (input.outcome === 'appointment')
    events.push({
      ...base,
      uid: ctx.newId(),
      kind: 'appointment.made',
      dedupeKey: `appointment:${eventUid}`,
    });
  return events;
}

/** What the outcome changes on the lead itself. */
async function leadPatch(
  tx: WriteTx,
  input: RecordInput,
  lead: CalledLead,
  at: Instant,
): Promise<PatchOf<'leads'>> {
  if (input.doNotCall) return { do_not_call: 1 };
  if (input.outcome === 'appointment')
    return { stage: 'converted', appointment_on: lead.appointment_on ?? dayOf(at) };
  if (input.outcome === 'notTarget') return { stage: 'closed' };
  if (input.outcome !== 'badNumber') return {};
  const others = (await listNumbers(tx.read, [lead.id])).get(lead.id) ?? [];
  return { phone: others.find(point => point.value !== lead.phone)?.value ?? '' };
}

/** A call that was not promised is a retry: its date moves with the rule, a promise never does. */
function kindOf(next: NextAction): string {
  if (next.kind !== 'call') return next.kind;
  return next.promised ? 'callback' : 'retryCall';
}

function nextPatch(next: NextAction): {
  next_kind: string;
  next_on: Day | null;
  next_at: Instant | null;
  next_reason: string | null;
} {
  if (next.kind === 'none')
    return { next_kind: 'none', next_on: null, next_at: null, next_reason: next.reason };
  return {
    next_kind: kindOf(next),
    next_on: next.on,
    next_at: next.minute === null ? null : instantAt(next.on, next.minute),
    next_reason: next.reason,
  };
}
