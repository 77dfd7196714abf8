import type { Context } from '#electron/backend/context.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { scoringRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion, allVersions, EPOCH } from '#electron/backend/settings/versions.ts';
import { followLeads } from '#electron/backend/journey/follow.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { scorerFor, today } from './rescore.ts';
import { settleAll, stageAll } from './everybody.ts';
import { listDueLeadIds } from './scoring.repo.ts';
import { noting } from './swap-watch.ts';

/** Leads brought up to date in one write. */
const BATCH = 500;

/** The rules in force today. */
export async function getRules(ctx: Context): Promise<OutputOf<'scoring', 'getRules'>> {
  const { n, activeFromOn, data } = await activeVersion(ctx.read, scoringRules, today(ctx));
  return { n, activeFromOn, rules: data };
}

/** Every version of the rules, newest first; the shipped default closes the list. */
export async function listRules(ctx: Context): Promise<OutputOf<'scoring', 'versions'>> {
  const agreed = (await allVersions(ctx.read, scoringRules)).map(({ data, ...version }) => ({
    ...version,
    rules: data,
  }));
  const shipped = {
    n: 0,
    activeFromOn: EPOCH,
    recordedAt: null,
    memberName: null,
    note: '',
    rules: defaultRules,
  };
  return { versions: [...agreed.toReversed(), shipped] };
}

/** Recomputes every lead for today as a job; `result` is {scored, changed}. Cancelled: nothing is written. */
export function recompute(ctx: Context): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('scoring.recompute', async job => await recomputeAll(ctx, job));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function recomputeAll(ctx: Context, job: JobHandle): Promise<{ scored: number; changed: number }> {
  return await noting(ctx.store, async changedSince => {
    const scorer = await scorerFor(ctx.read, today(ctx));
    const staged = await stageAll(ctx, job, scorer, changedSince);
    const changed = await ctx.write(null, async tx => {
      // Other rules came into force meanwhile, and everybody has been computed under them.
      if ((await activeVersion(tx.read, scoringRules, scorer.on)).n !== scorer.rules.n) return 0;
      return await settleAll(ctx, tx, job, staged);
    });
    return { scored: staged.seen, changed };
  });
}

/** Brings leads up to date whose points changed by themselves (ageing); part of the tick. Returns how many. */
export async function rescoreDue(ctx: Context): Promise<number> {
  const scorer = await scorerFor(ctx.read, today(ctx));
  let count = 0;
  for (;;) {
    const ids = await listDueLeadIds(ctx.read, scorer.on, BATCH);
    if (ids.length === 0) return count;
    await ctx.write(null, async tx => await followLeads(ctx, tx, ids, scorer));
    count += ids.length;
  }
}
