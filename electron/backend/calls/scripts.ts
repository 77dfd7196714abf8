import type { Context } from '#electron/backend/context.ts';
import { callScripts } from '#electron/backend/settings/agreements.ts';
import { activeVersion, changeAgreement } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';

/** The scripts in force. */
export async function getScripts(ctx: Context): Promise<OutputOf<'callScripts', 'get'>> {
  const { n, data } = await activeVersion(ctx.read, callScripts, dayOf(ctx.now()));
  return { n, scripts: data };
}

/** Agrees on scripts from today on; lists print what holds on the day of the print. */
export const saveScripts = async (
  ctx: Context,
  input: InputOf<'callScripts', 'save'>,
): Promise<OutputOf<'callScripts', 'save'>> =>
  await changeAgreement(ctx, { kind: 'callScripts.save' }, callScripts, () =>
    Promise.resolve({ next: input.scripts, result: {} }),
  );
