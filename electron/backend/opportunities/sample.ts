import type { Context } from '#electron/backend/context.ts';
import type { RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf, type StoredEvent } from '#electron/backend/events/events.ts';
import { reasonsOf } from '#electron/backend/scoring/reasons.ts';
import { addDays, type Day, dayOf, daysBetween, instantAt } from '#shared/domain/base/days.ts';
import type { Card } from '#shared/domain/opportunities/card.ts';
import { OPEN_STAGES, type Stage } from '#shared/domain/opportunities/stages.ts';
import { listPeople } from './handovers.repo.ts';

/** Days an invented 商談 stays in a stage, and when it is won. */
const STAGE_DAYS = 12;
const NINE = 540;

/** The 商談 and answered hand-overs behind the steps that were invented for these people, so that a practice store has some of each. */
export async function inventDeals(ctx: Context, tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  const today = dayOf(tx.at);
  const events = Map.groupBy(await eventsOf(tx.read, leadIds), event => event.leadId);
  const dealt = [...events].filter(([, own]) => own.some(event => event.kind === 'appointment.made'));
  const ids = dealt.map(([id]) => id);
  const people = new Map((await listPeople(tx.read, ids)).map(({ id, ...person }) => [id, person]));
  const reasons = await reasonsOf(tx.read, ids, today);
  for (const [leadId, own] of dealt) {
    const person = people.get(leadId);
    if (!person) continue;
    const deal = dealOf(ctx, tx, leadId, own, today);
    const [id = 0] = await tx.insert('opportunities', [deal]);
    const handover = handoverOf(ctx, tx, id, own, {
      ...person,
      why: [...(reasons.get(leadId) ?? [])],
      meetingOn: deal.meeting_on ?? null,
    });
    if (handover) await tx.insert('handovers', [handover]);
  }
}

const dayOfKind = (events: readonly StoredEvent[], kind: string): Day | null =>
  events.findLast(event => event.kind === kind)?.occurredOn ?? null;

/** How far it has come since field sales accepted. */
function stageOf(
  acceptedOn: Day | null,
  returnedOn: Day | null,
  today: Day,
): { stage: Stage; on: Day | null } {
  if (returnedOn !== null) return { stage: 'returned', on: returnedOn };
  if (acceptedOn === null) return { stage: 'appointment', on: null };
  const passed = Math.floor(daysBetween(acceptedOn, today) / STAGE_DAYS);
  const on = addDays(acceptedOn, Math.min(passed, OPEN_STAGES.length) * STAGE_DAYS);
  return { stage: OPEN_STAGES[passed] ?? 'won', on };
}

function dealOf(
  ctx: Context,
  tx: WriteTx,
  leadId: number,
  events: readonly StoredEvent[],
  today: Day,
): RowOf<'opportunities'> {
  const appointmentOn = dayOfKind(events, 'appointment.made') ?? today;
  const acceptedOn = dayOfKind(events, 'handover.accepted');
  const { stage, on } = stageOf(acceptedOn, dayOfKind(events, 'handover.returned'), today);
  const hasMet = on !== null && stage !== 'returned' && stage !== 'appointment';
  const meetingOn = addDays(appointmentOn, 7);
  return {
    uid: ctx.newId(),
    lead_id: leadId,
    stage,
    stage_on: on ?? appointmentOn,
    appointment_on: appointmentOn,
    met_on: hasMet ? meetingOn : null,
    accepted_on: acceptedOn,
    meeting_on: meetingOn,
    meeting_at: null,
    place: '',
    amount: hasMet ? (1 + (leadId % 9)) * 100_000 : null,
    lost_reason: null,
    criteria: JSON.stringify({ n: 0, met: [] }),
    override_reason: '',
    note: '',
    created_at: tx.at,
    updated_at: tx.at,
  };
}

type Known = Omit<
  Card,
  'band' | 'calls' | 'said' | 'meetingAt' | 'place' | 'tasks' | 'criteria' | 'overrideReason' | 'answerDueAt'
> & { readonly band: string };

function handoverOf(
  ctx: Context,
  tx: WriteTx,
  dealId: number,
  events: readonly StoredEvent[],
  known: Known,
): RowOf<'handovers'> | null {
  const accepted = dayOfKind(events, 'handover.accepted');
  const returned = dayOfKind(events, 'handover.returned');
  const on = returned ?? accepted;
  if (on === null || accepted === null) return null;
  const card: Card = {
    ...known,
    band: known.band as Card['band'],
    calls: [],
    said: '',
    meetingAt: null,
    place: '',
    tasks: [],
    criteria: [],
    overrideReason: '',
    answerDueAt: null,
  };
  return {
    uid: ctx.newId(),
    opportunity_id: dealId,
    lead_id: events[0]?.leadId ?? null,
    from_id: tx.memberId,
    to_id: tx.memberId,
    made_at: instantAt(accepted, NINE),
    card: JSON.stringify(card),
    answer: returned === null ? 'accepted' : 'returned',
    answered_at: instantAt(on, NINE + 60),
    answered_on: on,
    reason: returned === null ? null : 'tooEarly',
    until_on: returned === null ? null : addDays(returned, 90),
    note: '',
  };
}
