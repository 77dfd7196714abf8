import type { Context } from '#electron/backend/context.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { recordEvents } from './events.ts';

/** Records one event by hand and brings the lead's points up to date. Throws NOT_FOUND. */
export async function recordEvent(
  ctx: Context,
  input: InputOf<'events', 'record'>,
): Promise<OutputOf<'events', 'record'>> {
  const leadId = await leadIdOf(ctx, input.leadUid);
  const operationUid = ctx.newId();
  const occurredOn = input.occurredOn ?? dayOf(input.occurredAt ?? ctx.now());
  const fresh = await ctx.write(
    { kind: 'events.record', data: { kind: input.kind }, uid: operationUid },
    async tx => {
      const recorded = await recordEvents(tx, [
        {
          uid: ctx.newId(),
          kind: input.kind,
          leadId,
          occurredOn,
          occurredAt: input.occurredAt ?? null,
          source: 'user',
          data: input.data,
          ...(input.dedupeKey ? { dedupeKey: input.dedupeKey } : {}),
        },
      ]);
      await refreshLeads(ctx, tx, [leadId]);
      return recorded;
    },
  );
  return { operationUid, recorded: fresh.length > 0 };
}
