import type { Context } from '#electron/backend/context.ts';
import { assignment } from '#electron/backend/settings/agreements.ts';
import { activeVersion, changeAgreement } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { takersOf } from './takers.ts';

/** What the team agreed on about new hot leads without an owner. */
export const getAssignment = async (ctx: Context): Promise<OutputOf<'assignment', 'get'>> =>
  (await activeVersion(ctx.read, assignment, dayOf(ctx.now()))).data;

/** Agrees on it anew. Throws NOT_FOUND for a member nobody knows. */
export async function saveAssignment(
  ctx: Context,
  input: InputOf<'assignment', 'save'>,
): Promise<OutputOf<'assignment', 'save'>> {
  await takersOf(ctx.read, input.memberUids, dayOf(ctx.now()));
  const { operationUid } = await changeAgreement(ctx, { kind: 'assignment.save' }, assignment, () =>
    Promise.resolve({ next: input, result: {} }),
  );
  return { operationUid };
}
