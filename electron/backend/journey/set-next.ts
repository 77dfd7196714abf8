import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { findNextKind } from './journey.repo.ts';

/**
 * Decides by hand what happens next with a lead. The journey has the last word: what makes no sense where the lead stands
 * throws NEXT_NOT_POSSIBLE and changes nothing. Throws NOT_FOUND.
 */
export async function setNext(
  ctx: Context,
  input: InputOf<'journey', 'setNext'>,
): Promise<OutputOf<'journey', 'setNext'>> {
  const id = await leadIdOf(ctx, input.leadUid);
  const operationUid = ctx.newId();
  await ctx.write({ kind: 'journey.setNext', data: { next: input.kind }, uid: operationUid }, async tx => {
    await tx.update('leads', id, {
      next_kind: input.kind,
      next_on: input.on,
      next_at: input.at ?? null,
      next_reason: null,
    });
    await refreshLeads(ctx, tx, [id]);
    if ((await findNextKind(tx.read, id)) !== input.kind)
      throw new AppError('NEXT_NOT_POSSIBLE', { kind: input.kind });
  });
  return { operationUid };
}
