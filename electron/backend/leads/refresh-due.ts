import type { Context } from '#electron/backend/context.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { listLeadsChangingBy } from './leads.repo.ts';
import { refreshLeads } from './refresh.ts';

/** Points fade with time alone: makes anew the leads whose stored result holds only until today. */
export async function refreshDue(ctx: Context): Promise<void> {
  const due = await listLeadsChangingBy(ctx.read, dayOf(ctx.now()));
  if (due.length === 0) return;
  await ctx.write(null, async tx => await refreshLeads(ctx, tx, due));
}
