import type { Context } from '#electron/backend/context.ts';
import { callRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion, changeAgreement } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';

/** What the team agreed on about its calls. */
export async function getCallRules(ctx: Context): Promise<OutputOf<'callRules', 'get'>> {
  const { n, activeFromOn, data } = await activeVersion(ctx.read, callRules, dayOf(ctx.now()));
  return { n, activeFromOn, rules: data };
}

/** Agrees anew from today on; dates already set stay. */
export const saveCallRules = async (
  ctx: Context,
  input: InputOf<'callRules', 'save'>,
): Promise<OutputOf<'callRules', 'save'>> =>
  await changeAgreement(ctx, { kind: 'callRules.save' }, callRules, () =>
    Promise.resolve({ next: input.rules, result: {} }),
  );
