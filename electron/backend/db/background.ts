import { Worker } from 'node:worker_threads';
import { AppError } from '#electron/backend/errors.ts';
import type { ErrorCode, ErrorData } from '#shared/contract/errors.ts';
import type { BackgroundAnswer, BackgroundTask, BackgroundTasks } from './background-worker.ts';

/**
 * Runs a single statement that may take long (copy, integrity check) on a connection of its own in a worker thread,
 * so that the process keeps answering. Throws what the task throws, with its code.
 */
export async function inBackground<T extends BackgroundTask>(
  task: T,
  input: BackgroundTasks[T]['input'],
): Promise<BackgroundTasks[T]['output']> {
  const worker = new Worker(workerUrl(), { workerData: { task, input } });
  try {
    const answer = await new Promise<BackgroundAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', code => reject(new Error(`background worker ended with ${code}`)));
    });
    if ('result' in answer) return answer.result as BackgroundTasks[T]['output'];
    if (answer.code)
      throw new AppError(answer.code as ErrorCode, answer.data as ErrorData<ErrorCode>, {
        cause: answer.message,
      });
    throw new Error(answer.message);
  } finally {
    await worker.terminate();
  }
}

/** Beside this file: TypeScript when run as it is, JavaScript once built. */
const workerUrl = (): URL =>
  new URL(
    import.meta.url.endsWith('.ts') ? './background-worker.ts' : './background-worker.js',
    import.meta.url,
  );
