import type { Context } from '#electron/backend/context.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';

/** Re-attaches to a job. Leaving does not stop it. */
export const watchJob = (ctx: Context, input: { jobUid: string }): AsyncGenerator<JobEvent, void, void> =>
  ctx.jobs.watch(input.jobUid, ctx.signal);

export const cancelJob = (ctx: Context, input: { jobUid: string }): JobEvent => ctx.jobs.cancel(input.jobUid);

export const listJobs = (ctx: Context): JobEvent[] => ctx.jobs.list();
