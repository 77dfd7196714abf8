import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('./host-process.ts', import.meta.url));
const RENDERER = fileURLToPath(new URL('../../../out/renderer', import.meta.url));

export interface HostOptions {
  /** The app's own data folder. */
  data: string;
  /** The store to open; default the app's own. */
  store?: string;
  /** The time it is; default a Friday morning in Tokyo. */
  now?: string;
}

/** A running browser host of its own process. */
export interface RunningHost {
  /** Opens the app: holds the token of this launch. */
  readonly url: string;
  readonly origin: string;
  /** Moves the clock and waits until everything due by then is done. */
  moveTo(now: string): Promise<void>;
  /** Ends it as closing the app does. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Friday 2026-11-20 10:00 in Tokyo. */
export const FRIDAY = '2026-11-20T01:00:00Z';

/** Starts the browser host on a free port. Throws with what it said when it does not come up. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const args = ['--data', options.data, '--now', options.now ?? FRIDAY, '--renderer', RENDERER];
  if (options.store) args.push('--store', options.store);
  const child = spawn(process.execPath, [PROCESS, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said = text(child.stderr);
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([
    answer(lines, 'READY '),
    once(child, 'exit').then(async () => {
      throw new Error(`the host did not start: ${await said}`);
    }),
  ]);
  return {
    url,
    origin: new URL(url).origin,
    async moveTo(now) {
      const moved = answer(lines, 'NOW ');
      child.stdin.write(`${now}\n`);
      await moved;
    },
    stop: async () => await ended(child, () => child.stdin.end()),
    kill: async () => await ended(child, () => child.kill('SIGKILL')),
  };
}

async function answer(lines: Interface, start: string): Promise<string> {
  return await new Promise(resolve => {
    const onLine = (line: string): void => {
      if (!line.startsWith(start)) return;
      lines.off('line', onLine);
      resolve(line.slice(start.length));
    };
    lines.on('line', onLine);
  });
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  end();
  await exit;
}
