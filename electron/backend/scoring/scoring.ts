import type { Context } from '#electron/backend/context.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { scoringRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion, allVersions, EPOCH } from '#electron/backend/settings/versions.ts';
import { followLeads } from '#electron/backend/journey/follow.ts';
import { countLeads } from '#electron/backend/leads/count.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { scorerFor, today } from './rescore.ts';
import { listDueLeadIds, listLeadIds } from './scoring.repo.ts';

/** Leads computed between two looks at cancel and progress. */
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

/** Recomputes every lead for today as a job; `result` is {scored, changed}. Cancelled: what is done stays. */
export function recompute(ctx: Context): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('scoring.recompute', async job => await recomputeAll(ctx, job));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function recomputeAll(ctx: Context, job: JobHandle): Promise<{ scored: number; changed: number }> {
  const total = await countLeads(ctx.read);
  const scorer = await scorerFor(ctx.read, today(ctx));
  let [afterId, scored, changed] = [0, 0, 0];
  for (;;) {
    const ids = await listLeadIds(ctx.read, afterId, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return { scored, changed };
    changed += await ctx.write(null, async tx => await followLeads(ctx, tx, ids, scorer));
    scored += ids.length;
    afterId = last;
    job.report({ phase: 'scoring', done: scored, total });
    await job.checkpoint();
  }
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
