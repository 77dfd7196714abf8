import type { Context } from '#electron/backend/context.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { isTicked } from '#shared/domain/duplicates/pairs.ts';
import { listPairsByUid, type PairRow } from './duplicates.repo.ts';
import { findLead } from './merge.repo.ts';
import { Merging } from './merging.ts';

/** Makes one person of two. Throws NOT_FOUND, MERGE_SAME_LEAD. */
export async function mergeLeads(
  ctx: Context,
  input: InputOf<'leads', 'merge'>,
): Promise<OutputOf<'leads', 'merge'>> {
  const operationUid = ctx.newId();
  const survivor = await findLead(ctx.read, await leadIdOf(ctx, input.survivorUid));
  const data = { name: survivor.name || survivor.company_name, pairs: 1 };
  return await ctx.write({ kind: 'leads.merge', data, uid: operationUid }, async tx => {
    const merging = new Merging(ctx, tx);
    const [survivorId, otherId] = [await leadIdOf(tx, input.survivorUid), await leadIdOf(tx, input.otherUid)];
    await merging.join(survivorId, otherId, input.fields);
    await merging.finish();
    return { operationUid, uid: (await findLead(tx.read, survivorId)).uid };
  });
}

/** Merges the chosen pairs as proposed, all or none. See the contract. */
export function mergeMany(
  ctx: Context,
  input: InputOf<'duplicates', 'mergeMany'>,
): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('duplicates.mergeMany', async job => await work(ctx, job, input.pairUids));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function work(
  ctx: Context,
  job: JobHandle,
  pairUids: readonly string[],
): Promise<{ operationUid: string; merged: number; left: number }> {
  const operationUid = ctx.newId();
  const total = pairUids.length;
  const info = { kind: 'duplicates.mergeMany', data: { pairs: total }, uid: operationUid };
  const merged = await ctx.write(info, async tx => {
    const merging = new Merging(ctx, tx);
    let count = 0;
    for (const [i, pairUid] of pairUids.entries()) {
      // Read anew each time: the merge before may have settled it or moved it to the survivor.
      const [pair] = await listPairsByUid(tx.read, [pairUid]);
      if (pair && (await mayMerge(tx, pair))) {
        await merging.join(pair.other_id, pair.lead_id);
        count++;
      }
      if (i % 20 === 0) {
        job.report({ phase: 'merge', done: i, total });
        await job.checkpoint();
      }
    }
    await merging.finish();
    return count;
  });
  return { operationUid, merged, left: total - merged };
}

/** Open, sure enough, both people there, and nobody has said that they are different. */
async function mayMerge(tx: Pick<Context, 'read'>, pair: PairRow): Promise<boolean> {
  if (pair.state !== 'open' || !isTicked(pair)) return false;
  const people = [await findLead(tx.read, pair.lead_id), await findLead(tx.read, pair.other_id)];
  return people.every(person => person.trashed_at === null);
}
