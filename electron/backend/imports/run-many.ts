import type { Context } from '#electron/backend/context.ts';
import { isAppError } from '#electron/backend/errors.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import type { ManyFiles } from '#shared/contract/imports.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { importFile } from './run.ts';

type Given = InputOf<'imports', 'run'>;
type FileState = ManyFiles['files'][number];

/**
 * Imports several files one after another as one job; each is an import of its own, and one that fails does not stop the
 * next. How far every file has come is the job's result from its start on. Cancelled: nothing of the running file is
 * there, those before it stay, and those behind it are not begun.
 */
export function runImports(
  ctx: Context,
  input: InputOf<'imports', 'runMany'>,
): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('imports.runMany', async job => await work(ctx, job, input.files));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function work(ctx: Context, job: JobHandle, given: readonly Given[]): Promise<ManyFiles> {
  const names = await Promise.all(given.map(async ({ file }) => await nameOf(ctx, file)));
  const files = names.map((name): FileState => ({ name, state: 'waiting', summary: null, error: null }));
  const say = (at: number, change: Partial<FileState>): void => {
    files[at] = { name: names[at] ?? '', state: 'waiting', summary: null, error: null, ...change };
    job.report({ phase: 'read', done: 0, total: 0, result: { files: [...files] } });
  };
  for (const [at, one] of given.entries()) {
    say(at, { state: 'running' });
    try {
      say(at, { state: 'done', summary: await importFile(ctx, job, one) });
    } catch (error) {
      if (isAppError(error, 'JOB_CANCELLED')) {
        for (let rest = at; rest < given.length; rest++) say(rest, { state: 'stopped' });
        throw error;
      }
      say(at, { state: 'failed', error: job.reasonOf(error) });
    }
  }
  return { files };
}

/** The name of a file; '' for a reference the host does not know, which fails by itself in its turn. */
async function nameOf(ctx: Context, ref: Given['file']): Promise<string> {
  try {
    return (await ctx.ports.files.take(ref)).name;
  } catch {
    return '';
  }
}
