import type { Context } from '#electron/backend/context.ts';
import type { OperationInfo, WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { scoringRules } from '#electron/backend/settings/agreements.ts';
import { allVersions } from '#electron/backend/settings/versions.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { SAVE_RULES, swapRules } from './save-rules.ts';

interface UndoneSave {
  /** The version the save had made. */
  n: unknown;
  operation: OperationInfo & { uid: string };
  also: (tx: WriteTx) => Promise<void>;
}

/**
 * Takes a save of rules back: a new version with what held before, swapped in like any other and marked as undone in the same
 * write. Throws UNDO_NOT_POSSIBLE when other rules were saved since, and JOB_CANCELLED.
 */
export async function undoRules(ctx: Context, { n, operation, also }: UndoneSave): Promise<void> {
  const versions = await allVersions(ctx.read, scoringRules);
  if (versions.at(-1)?.n !== n) throw new AppError('UNDO_NOT_POSSIBLE', { kind: SAVE_RULES });
  const rules = versions.at(-2)?.data ?? defaultRules;
  const jobUid = ctx.jobs.start(
    SAVE_RULES,
    async job => await swapRules(ctx, job, { rules, note: '', operation, also }),
  );
  for await (const event of ctx.jobs.watch(jobUid)) {
    if (event.state === 'cancelled') throw new AppError('JOB_CANCELLED', {});
    if (event.state === 'failed') throw new AppError('INTERNAL', { incident: jobUid });
  }
}
