import type { Context } from '#electron/backend/context.ts';
import { inBackground } from '#electron/backend/db/background.ts';

/**
 * Looks for damage and broken laws without stopping work: integrity, references, count laws, next actions, search index,
 * cached totals. `checks` has the number of rows found per check (0 is good) and `rows…` what was looked at;
 * `problems` are the codes of the checks that found something.
 */
export async function verify(
  ctx: Context,
): Promise<{ ok: boolean; problems: string[]; checks: Record<string, number> }> {
  const checks = await inBackground('inspect', { path: ctx.store.path });
  const problems = Object.keys(checks).filter(name => !name.startsWith('rows') && checks[name] !== 0);
  return { ok: problems.length === 0, problems, checks };
}
