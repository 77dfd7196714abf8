import { type ChildProcess, spawn } from 'node:child_process';
import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { NODE_FLAGS } from '#shared/contract/host.ts';

/** An Electron that ends by itself within this time did not start. */
const STARTS_WITHIN_MS = 8000;

/** Runs Electron on the built app. Resolves with its exit code, or null when it did not start. */
export async function runElectron(
  root: string,
  program: string,
  args: readonly string[],
  onOpen: () => void,
): Promise<number | null> {
  const child = spawn(program, [root, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  endWithUs(() => child.kill('SIGTERM'));
  const opened = setTimeout(onOpen, STARTS_WITHIN_MS);
  const startedAt = performance.now();
  const code = await exitOf(child);
  clearTimeout(opened);
  const isTooSoon = performance.now() - startedAt < STARTS_WITHIN_MS;
  return code !== 0 && isTooSoon ? null : (code ?? 0);
}

/** Runs the built browser host until it ends; tells its address when it stands. It ends with us: its input is our pipe. */
export async function runBrowserHost(
  root: string,
  args: readonly string[],
  onReady: (url: string) => void,
): Promise<number> {
  const host = join(root, 'out', 'main', 'host.js');
  const child = spawn(process.execPath, [...NODE_FLAGS, host, ...args, '--exit-with-parent'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  endWithUs(() => child.stdin.end());
  let head = '';
  child.stdout.on('data', (data: Buffer) => {
    head += data.toString('utf8');
    const url = /^READY (\S+)$/m.exec(head)?.[1];
    if (!url) return;
    child.stdout.removeAllListeners('data').resume();
    onReady(url);
  });
  return (await exitOf(child)) ?? 1;
}

const exitOf = async (child: ChildProcess): Promise<number | null> =>
  await new Promise(resolve => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });

/** Ctrl+C, a closed terminal, and the end of a pipe that started us all end the app in order. */
function endWithUs(stop: () => void): void {
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
  if (!isPipe()) return;
  process.stdin.once('end', stop).once('error', stop);
  process.stdin.resume();
}

/** A terminal sends signals instead; `/dev/null` is at its end from the start and means nothing. */
function isPipe(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket();
  } catch {
    return false;
  }
}
