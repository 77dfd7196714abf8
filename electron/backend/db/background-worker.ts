import { parentPort, workerData } from 'node:worker_threads';
import { isAppError } from '#electron/backend/errors.ts';
import { checkCopy, copyStore } from './copy.ts';
import { type IdQuery, idsOf } from './ids.ts';
import { type Findings, inspect } from './inspect.ts';
import { checkpointStore, scrubStore } from './scrub.ts';
import { storeError } from './store-error.ts';

/** What can be asked of the worker thread. Inputs and outputs are plain data. */
export interface BackgroundTasks {
  copy: { input: { from: string; to: string }; output: null };
  checkCopy: { input: { path: string }; output: null };
  inspect: { input: { path: string }; output: Findings };
  scrub: { input: { path: string }; output: null };
  checkpoint: { input: { path: string }; output: null };
  ids: { input: { path: string } & IdQuery; output: number[] };
}
export type BackgroundTask = keyof BackgroundTasks;
export type BackgroundAnswer = { result: unknown } | { code: string | null; data: unknown; message: string };
type Request = { [T in BackgroundTask]: { task: T; input: BackgroundTasks[T]['input'] } }[BackgroundTask];

async function run(request: Request): Promise<unknown> {
  if (request.task === 'copy') return await copyStore(request.input.from, request.input.to);
  if (request.task === 'checkCopy') return checkCopy(request.input.path);
  if (request.task === 'scrub') return scrubStore(request.input.path);
  if (request.task === 'checkpoint') return checkpointStore(request.input.path);
  if (request.task === 'ids') return idsOf(request.input.path, request.input);
  return inspect(request.input.path);
}

function describe(thrown: unknown, path: string): BackgroundAnswer {
  const error = storeError(thrown, path);
  if (isAppError(error)) return { code: error.code, data: error.data, message: error.code };
  return { code: null, data: {}, message: error instanceof Error ? (error.stack ?? error.message) : '' };
}

const request = workerData as Request;
const named = 'path' in request.input ? request.input.path : request.input.from;
const answer: BackgroundAnswer = await run(request).then(
  result => ({ result }),
  (error: unknown) => describe(error, named),
);
parentPort?.postMessage(answer, []);
