import { dirname, resolve } from 'node:path';
import { type AnyProcedure, call } from '@orpc/server';
import { type Backend, createBackend } from '#electron/backend/create-backend.ts';
import { AppError } from '#electron/backend/errors.ts';
import { defaultDataFolder } from '#electron/backend/host/data-folder.ts';
import { keyFileBox } from '#electron/backend/host/key-file-box.ts';
import { fixedClock, realClock } from '#electron/backend/host/real-clock.ts';
import type { Log } from '#electron/backend/log.ts';
import { chromiumPrinter } from '#electron/backend/print/chromium-printer.ts';
import { openAtStart } from '#electron/backend/store/open-at-start.ts';
import { type JobEvent, zJobEvent } from '#shared/contract/jobs.ts';
import type { ErrorCode, ErrorData } from '#shared/contract/errors.ts';
import type { Command } from './usage.ts';
import { pathDesk } from './path-desk.ts';

/** Where a call's output goes. */
export interface Console {
  out(line: string): void;
  err(line: string): void;
}

/** Procedures that name their file themselves, so that none is opened or made before them. */
const NAME_THEIR_FILE = new Set(['store.create', 'store.open']);
/** Procedures that say something without a store. */
const NEED_NO_STORE = new Set([...NAME_THEIR_FILE, 'system.status']);

export const needsStore = (name: string): boolean => !NEED_NO_STORE.has(name);

/**
 * Calls one procedure and prints what it gives. A job is watched to its end: progress to standard error, its result to
 * standard output. Throws what the procedure or the job failed with.
 */
export async function run(
  command: Command,
  target: { name: string; procedure: AnyProcedure; input: unknown },
  places: { base: string; log: Log; console: Console; signal: AbortSignal },
): Promise<void> {
  const backend = makeBackend(command, places);
  try {
    const input = await prepare(backend, command, target, places.base);
    const context = { backend, member: command.member };
    const output: unknown = await call(target.procedure, input, { context, signal: places.signal });
    if (isIterator(output)) await follow(output, places.console);
    else places.console.out(JSON.stringify(output ?? null));
  } finally {
    await backend.stop();
  }
}

function makeBackend(command: Command, { base, log }: { base: string; log: Log }): Backend {
  const store = command.store === undefined ? undefined : resolve(base, command.store);
  const dataFolder = store ? dirname(store) : defaultDataFolder();
  return createBackend({
    log,
    ports: {
      clock: command.now ? fixedClock(command.now) : realClock,
      secrets: keyFileBox(dataFolder),
      printer: chromiumPrinter(),
      // Whoever typed the command reads its output; nobody else is at this machine to be told.
      notifier: { notify: () => undefined, count: () => undefined },
      files: pathDesk({ base, out: resolve(base, command.out ?? '.') }),
      dataFolder,
      loopbackOnly: command.now !== undefined,
    },
  });
}

/** Opens the store of `--store`, or names it in the input of a procedure that makes or opens one itself. */
async function prepare(
  backend: Backend,
  command: Command,
  { name, input }: { name: string; input: unknown },
  base: string,
): Promise<unknown> {
  if (command.store === undefined) return input;
  const storePath = resolve(base, command.store);
  if (!NAME_THEIR_FILE.has(name)) {
    await openAtStart(backend, { storePath });
    return input;
  }
  const names = typeof input === 'object' && input !== null && ('path' in input || 'which' in input);
  return names ? input : { ...(input as object), path: storePath };
}

/** Prints events as they come; of a job, its progress to standard error and its result alone to standard output. */
async function follow(events: AsyncIterable<unknown>, console: Console): Promise<void> {
  let job: JobEvent | undefined;
  for await (const event of events) {
    const progress = zJobEvent.safeParse(event);
    if (!progress.success) {
      console.out(JSON.stringify(event));
      continue;
    }
    job = progress.data;
    const { result: _result, ...shown } = job;
    console.err(JSON.stringify(shown));
  }
  if (job) console.out(JSON.stringify(resultOf(job) ?? null));
}

function resultOf(job: JobEvent): unknown {
  if (job.state === 'done') return job.result;
  if (job.state === 'cancelled' || job.state === 'running') throw new AppError('JOB_CANCELLED', {});
  const { code, params } = job.error ?? { code: 'INTERNAL', params: { incident: job.jobUid } };
  throw new AppError(code as ErrorCode, params as ErrorData<ErrorCode>);
}

const isIterator = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
