import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import type { ListRule } from '#shared/domain/calls/selection.ts';
import { barrierOf } from './callable.ts';
import { listRowsByUid } from './calls.repo.ts';
import { recordCalls } from './record.ts';
import { storedResult } from './stored-result.ts';
import { hasConsequences, type ListRow, writtenCall } from './written-call.ts';

type Input = InputOf<'calls', 'typeBack'>;

/**
 * Records what stands on the paper behind one row, as one operation that can be taken back. Throws NOT_FOUND, CALL_BARRED,
 * CALL_NEEDS, CALL_RECORDED, INVALID_INPUT.
 */
export async function typeBack(ctx: Context, input: Input): Promise<OutputOf<'calls', 'typeBack'>> {
  const operationUid = ctx.newId();
  const { listRowUid, replace, calledOn, ...written } = input;
  await ctx.write(
    { kind: 'calls.typeBack', data: { outcome: input.outcome }, uid: operationUid },
    async tx => {
      const [row] = await listRowsByUid(tx.read, [listRowUid]);
      if (!row) throw new AppError('NOT_FOUND', { entity: 'callListRow' });
      if (calledOn > dayOf(ctx.now()) || calledOn < dayOf(row.created_at))
        throw new AppError('INVALID_INPUT', {
          issues: [{ path: 'calledOn', message: 'not a day of this list' }],
        });
      const call = writtenCall(ctx, mayStillBeCalled(row, replace), { ...written, calledOn }, calledOn);
      const [done] = await recordCalls(ctx, tx, [call]);
      if (!done) throw new AppError('CALL_RECORDED', {});
    },
  );
  return { operationUid };
}

function mayStillBeCalled(row: ListRow, replace: boolean): ListRow & { lead_id: number } {
  const stored = storedResult(row);
  if (stored !== null && (!replace || hasConsequences(stored))) throw new AppError('CALL_RECORDED', {});
  const barrier = barrierOf(row, (JSON.parse(row.rule) as ListRule).companyKinds);
  if (barrier !== null || row.lead_id === null)
    throw new AppError('CALL_BARRED', { why: barrier ?? 'erased' });
  return { ...row, lead_id: row.lead_id };
}
