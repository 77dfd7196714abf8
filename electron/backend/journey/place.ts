import type { Context } from '#electron/backend/context.ts';
import { scorerFor, today } from '#electron/backend/scoring/rescore.ts';
import { followLeads } from './follow.ts';
import { listUnplaced } from './journey.repo.ts';

/** Leads placed in one write. */
const BATCH = 500;

/** Gives a stop to whoever has none yet: the leads of a store older than the journey. Part of the tick; usually nobody. */
export async function placeAll(ctx: Context): Promise<void> {
  for (;;) {
    const ids = await listUnplaced(ctx.read, BATCH);
    if (ids.length === 0) return;
    const scorer = await scorerFor(ctx.read, today(ctx));
    await ctx.write(null, async tx => await followLeads(ctx, tx, ids, scorer));
  }
}
