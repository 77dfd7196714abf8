import type { Context } from '#electron/backend/context.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { peopleOf } from '#electron/backend/leads/known-people.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { type FoundPair, pairsAmong } from '#shared/domain/duplicates/pairs.ts';
import { listIdsOfNames, listSharedKeys } from './duplicates.repo.ts';
import { notePairs } from './record.ts';

/** Names looked at between two turns; people of one name are always looked at together. */
const NAMES = 200;

/** Looks for look-alikes in the whole store as a job. See the contract. */
export function scan(ctx: Context): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('duplicates.scan', async job => await work(ctx, job));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function work(ctx: Context, job: JobHandle): Promise<{ operationUid: string; found: number }> {
  const { leadIds, nameKeys } = await listSharedKeys(ctx.read);
  const total = nameKeys.length;
  const progress = async (done: number) => {
    job.report({ phase: 'match', done, total });
    await job.checkpoint();
  };
  await progress(0);
  const pairs: FoundPair[] = await among(ctx, leadIds);
  for (let i = 0; i < total; i += NAMES) {
    pairs.push(...(await among(ctx, await listIdsOfNames(ctx.read, nameKeys.slice(i, i + NAMES)))));
    await progress(Math.min(i + NAMES, total));
  }
  const operationUid = ctx.newId();
  const found = await ctx.write(
    { kind: 'duplicates.scan', uid: operationUid },
    async tx => await notePairs(ctx, tx, pairs, new Map(), null),
  );
  return { operationUid, found };
}

/** Pairs among these people as they stand in the store, in the order they came in. */
async function among(ctx: Context, ids: readonly number[]): Promise<FoundPair[]> {
  const people = await peopleOf(
    ctx.read,
    ids.toSorted((a, b) => a - b),
  );
  return pairsAmong(people.filter(person => !person.inTrash));
}
