import type { Context } from '#electron/backend/context.ts';
import type { OperationInfo, WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { scoringRules } from '#electron/backend/settings/agreements.ts';
import { addVersion, newestVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { settleAll, stageAll } from './everybody.ts';
import { type Scorer, scorerFor, today } from './rescore.ts';
import { noting } from './swap-watch.ts';

export const SAVE_RULES = 'scoring.saveRules';

export interface SavedRules {
  n: number;
  scored: number;
  changed: number;
  operationUid: string;
}

/** Makes rules the ones in force, as a job; see `swapRules`. */
export function saveRules(
  ctx: Context,
  input: InputOf<'scoring', 'saveRules'>,
): AsyncGenerator<JobEvent, void, void> {
  const { rules, note } = input;
  const jobUid = ctx.jobs.start(SAVE_RULES, async job => {
    const operation = { kind: SAVE_RULES, data: { note }, uid: ctx.newId() };
    return await swapRules(ctx, job, { rules, note, operation });
  });
  return ctx.jobs.watch(jobUid, ctx.signal);
}

export interface Swap {
  rules: ScoringRules;
  note: string;
  operation: OperationInfo & { uid: string };
  /** What belongs into the same write. */
  also?: (tx: WriteTx) => Promise<void>;
}

/**
 * Computes everybody under the new rules from the reader, while other work goes on, and then changes rules and scores in one
 * write, which does anew only those whose facts changed meanwhile. Until that write has ended the old rules hold everywhere;
 * cancelled or killed before, nothing is written.
 */
export async function swapRules(ctx: Context, job: JobHandle, swap: Swap): Promise<SavedRules> {
  return await noting(ctx.store, async changedSince => {
    const staged = await stageAll(ctx, job, await scorerOf(ctx, swap.rules), changedSince);
    const data = { ...swap.operation.data, n: staged.scorer.rules.n };
    return await ctx.write({ ...swap.operation, data }, async tx => {
      const n = await addVersion(tx, scoringRules, swap.rules, { note: swap.note });
      if (n !== staged.scorer.rules.n || today(ctx) !== staged.scorer.on)
        throw new AppError('JOB_CANCELLED', {});
      const changed = await settleAll(ctx, tx, job, staged);
      await swap.also?.(tx);
      return { n, scored: staged.seen, changed, operationUid: swap.operation.uid };
    });
  });
}

/** What everybody is computed under before the version has been written. */
async function scorerOf(ctx: Context, rules: ScoringRules): Promise<Scorer> {
  const on = today(ctx);
  const { n } = await newestVersion(ctx.read, scoringRules);
  const { cal } = await scorerFor(ctx.read, on);
  return { rules: { n: n + 1, key: 'main', data: rules, activeFromOn: on }, cal, on };
}
