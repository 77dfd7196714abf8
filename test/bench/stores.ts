import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

export const folder = mkdtempSync(join(tmpdir(), 'dosen-bench-'));
export const cleanUp = (): void => rmSync(folder, { recursive: true, force: true });

/** Milliseconds of the work. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs a job to its end. Throws unless it succeeded. */
export async function succeed(events: AsyncIterable<JobEvent>): Promise<void> {
  const last = await finished(events);
  if (last.state !== 'done') throw new Error(`the job ended as ${JSON.stringify(last)}`);
}

/** A fresh copy of a closed store in its own folder; returns the folder. */
export function copyStore(from: string, name: string): { dir: string; path: string } {
  const dir = join(folder, name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'dosen.db');
  copyFileSync(from, path);
  return { dir, path };
}

/** The real backend on a fresh copy of the store; opening and closing stay outside `work`. */
export async function withBackend<R>(
  from: string,
  options: { name: string; now: string },
  work: (test: TestBackend) => Promise<R>,
): Promise<R> {
  const { dir } = copyStore(from, options.name);
  const test = await testBackend({ dir, now: options.now });
  try {
    return await work(test);
  } finally {
    await test.backend.stop();
  }
}
