import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const CLI = fileURLToPath(new URL('../../electron/backend/entry/cli.ts', import.meta.url));
const zProgress = z.object({ phase: z.string(), done: z.number() });

/** Resolves at the point of a process at which it is to be killed. */
export type Point = (child: ChildProcess) => Promise<void>;

/** When the progress on standard error has come this far. */
export const atProgress =
  (phase: string, done: number): Point =>
  async child => {
    if (!child.stderr) return;
    for await (const line of createInterface({ input: child.stderr })) {
      const progress = line.startsWith('{') ? zProgress.safeParse(JSON.parse(line)).data : undefined;
      if (progress?.phase === phase && progress.done >= done) return;
    }
  };

/** When the log of the store's writer has grown this often: somewhere in the middle of the transaction or of its commit. */
export const atGrowth =
  (store: string, times: number): Point =>
  async child => {
    const size = () => (existsSync(`${store}-wal`) ? statSync(`${store}-wal`).size : 0);
    for (let last = size(), grown = 0; grown < times && child.exitCode === null; await wait(1)) {
      const now = size();
      if (now > last) grown++;
      last = now;
    }
  };

/** So many milliseconds after the start, wherever that is. */
export const atTime =
  (ms: number): Point =>
  async () =>
    await wait(ms);

/**
 * Runs a procedure of the command line in a process of its own and kills it, as a power cut does, at the given point.
 * True if the signal came in time; false when the process had ended.
 */
export async function killed(store: string, args: readonly string[], point: Point): Promise<boolean> {
  const child = spawn(process.execPath, [CLI, '--store', store, ...args]);
  const exited = new Promise<string | null>(resolve =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  child.stdout.resume();
  await Promise.race([point(child), exited]);
  child.kill('SIGKILL');
  return (await exited) === 'SIGKILL';
}
