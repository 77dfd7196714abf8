import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { CallListHead } from '#shared/contract/calls.ts';
import { listHeads, type StoredHead } from './lists.repo.ts';

/** A list with the numbers rows name it by. Throws NOT_FOUND. */
export async function headOf(ctx: Context, uid: string): Promise<StoredHead> {
  const [head] = await listHeads(ctx.read, { uid });
  if (!head) throw new AppError('NOT_FOUND', { entity: 'callList' });
  return head;
}

export const publicHead = ({
  id: _id,
  serial: _serial,
  rule: _rule,
  pageRows: _rows,
  ...head
}: StoredHead): CallListHead => head;
