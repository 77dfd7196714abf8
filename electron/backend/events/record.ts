import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { MANUAL_POINTS, zManualPoints } from '#shared/domain/scoring/rules.ts';
import { recordEvents } from './events.ts';

/** Records one event by hand and brings the lead's points up to date. Throws NOT_FOUND, and INVALID_INPUT for points without a reason and for what only the app itself writes down. */
export async function recordEvent(
  ctx: Context,
  input: InputOf<'events', 'record'>,
): Promise<OutputOf<'events', 'record'>> {
  const data = dataOf(input);
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
          data,
          ...(input.dedupeKey ? { dedupeKey: input.dedupeKey } : {}),
        },
      ]);
      await refreshLeads(ctx, tx, [leadId]);
      return recorded;
    },
  );
  return { operationUid, recorded: fresh.length > 0 };
}

/** Logged facts: what was shown and which way somebody went. They are the proof, so nobody else records them. */
const LOGGED = /^(?:band\.changed|hot\.unconfirmed|moved\.)/;

/** What is kept of an event; points by hand are whole and say why. */
function dataOf({ kind, data }: InputOf<'events', 'record'>): Record<string, unknown> {
  if (LOGGED.test(kind))
    throw new AppError('INVALID_INPUT', { issues: [{ path: 'kind', message: 'logged by the app alone' }] });
  if (kind !== MANUAL_POINTS) return data;
  const parsed = zManualPoints.safeParse(data);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: ['data', ...path].join('.'),
    message,
  }));
  throw new AppError('INVALID_INPUT', { issues });
}
