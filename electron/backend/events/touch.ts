import { callOnceSent } from '#electron/backend/calls/material.ts';
import type { Context } from '#electron/backend/context.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { isSending } from '#shared/domain/journey/touch.ts';
import { type NewEvent, recordEvents } from './events.ts';

/**
 * Records that somebody was in touch (対応を記録). Where the person themselves was reached, 本人と話せた is recorded beside
 * it, once per touch, so that the points have one rule for it whatever the way. Throws NOT_FOUND.
 */
export async function recordTouch(
  ctx: Context,
  input: InputOf<'touches', 'record'>,
): Promise<OutputOf<'touches', 'record'>> {
  const leadId = await leadIdOf(ctx, input.leadUid);
  const [operationUid, eventUid] = [ctx.newId(), ctx.newId()];
  const { way, direction, reached } = input;
  const at = input.occurredAt ?? ctx.now();
  const base = { leadId, occurredOn: dayOf(at), occurredAt: at, source: 'user' as const };
  const note = input.note.trim();
  const touch: NewEvent = {
    ...base,
    uid: eventUid,
    kind: 'touch',
    data: { way, direction, reached, ...(note === '' ? {} : { note }) },
  };
  const spoke: NewEvent[] = reached
    ? [{ ...base, uid: ctx.newId(), kind: 'call.reached', dedupeKey: `reached:${eventUid}`, data: { way } }]
    : [];
  await ctx.write({ kind: 'touches.record', data: { way }, uid: operationUid }, async tx => {
    await recordEvents(tx, [touch, ...spoke]);
    if (isSending(touch)) await callOnceSent(tx, leadId, touch.occurredOn);
    await refreshLeads(ctx, tx, [leadId]);
  });
  return { operationUid, eventUid };
}
