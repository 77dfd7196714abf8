import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { selectedIds } from '#electron/backend/leads/bulk.ts';
import { setOwners } from '#electron/backend/leads/owners.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import type { AssignCounts, AssignResult } from '#shared/contract/team.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { listAssignable } from './assign.repo.ts';
import { rememberTurn, shareAmong, takersOf, type Takers } from './takers.ts';

type AssignInput = InputOf<'leads', 'assign'>;

/** Leads given between two looks at cancel and progress. */
const BATCH = 500;

interface Plan {
  readonly takers: Takers;
  readonly share: Map<number, number>;
  readonly hot: ReadonlySet<number>;
  readonly counts: AssignCounts;
}

async function planOf(ctx: Context, db: ReadDb, input: AssignInput): Promise<Plan> {
  const rows = await listAssignable(db, await selectedIds(ctx, db, input.selection));
  const open = rows.filter(row => row.stage !== 'closed');
  const free = open.filter(row => input.reassign || row.ownerId === null || row.ownerActive === 0);
  const takers = await takersOf(db, input.memberUids, dayOf(ctx.now()));
  const share = await shareAmong(db, free, takers.able, input.rule);
  const gets = (id: number): number => [...share.values()].filter(to => to === id).length;
  return {
    takers,
    share,
    hot: new Set(free.filter(row => row.band === 'hot').map(row => row.id)),
    counts: {
      selected: rows.length,
      assigned: share.size,
      owned: open.length - free.length,
      closed: rows.length - open.length,
      nobody: free.length - share.size,
      shares: takers.able.map(({ id, busy, row: { member } }) => ({
        memberUid: member.uid,
        name: member.name,
        busy,
        gets: gets(id),
      })),
      leftOut: takers.leftOut.map(({ row: { member }, reason }) => ({
        memberUid: member.uid,
        name: member.name,
        reason,
      })),
    },
  };
}

/** Who would get how many, and who is left out and why; nothing is written. Throws NOT_FOUND for an unknown member. */
export const previewAssign = async (ctx: Context, input: AssignInput): Promise<AssignCounts> =>
  (await planOf(ctx, ctx.read, input)).counts;

/** Gives the selected leads to the chosen members as a job, in one transaction: cancelled, nobody changed hands. */
export function assignLeads(ctx: Context, input: AssignInput): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('leads.assign', async job => await work(ctx, job, input));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function work(ctx: Context, job: JobHandle, input: AssignInput): Promise<AssignResult> {
  const operationUid = ctx.newId();
  const data = { rule: input.rule };
  const counts = await ctx.write({ kind: 'leads.assign', data, uid: operationUid }, async tx => {
    const { takers, share, hot, counts } = await planOf(ctx, tx.read, input);
    const patches = [...share].map(([id, ownerId]) => ({ id, ownerId, isHot: hot.has(id) }));
    for (let done = 0; done < patches.length; done += BATCH) {
      job.report({ phase: 'write', done, total: patches.length });
      await job.checkpoint();
      await setOwners(ctx, tx, patches.slice(done, done + BATCH));
    }
    await rememberTurn(tx, takers, share);
    return counts;
  });
  return { operationUid, ...counts };
}
