import { z } from 'zod';
import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { NewEvent } from '#electron/backend/events/events.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { type Deal, findDeal } from './opportunities.repo.ts';

/** Criteria that were met, and the version of the 商談化基準 they belong to. */
export const zMet = z.object({ n: z.number().int(), met: z.array(z.string()) });

/** A 商談 of somebody who is there. Throws NOT_FOUND. */
export async function dealOf(ctx: Pick<Context, 'read'>, uid: string): Promise<Deal> {
  const deal = await findDeal(ctx.read, uid);
  if (!deal) throw new AppError('NOT_FOUND', { entity: 'opportunity' });
  return deal;
}

/** Something somebody did to a 商談 today. */
export const dealEvent = (
  ctx: Context,
  deal: { readonly lead_id: number; readonly uid: string },
  kind: string,
  data: Record<string, unknown>,
): NewEvent => ({
  uid: ctx.newId(),
  kind,
  leadId: deal.lead_id,
  occurredOn: dayOf(ctx.now()),
  occurredAt: ctx.now(),
  source: 'user',
  data: { opportunityUid: deal.uid, ...data },
});
