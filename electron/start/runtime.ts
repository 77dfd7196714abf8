import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';

/** A machine without a way out shows it at once; the fetch itself would try for most of a minute. */
const PROBE_MS = 4000;
export const FETCH_SECONDS = 120;

/** The Electron program of this repository, or null. Never by `require('electron')`, which fetches at once. */
export function electronProgram(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return null;
  const program = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(name, 'utf8').trim(),
  );
  return existsSync(program) ? program : null;
}

/** Whether the place the runtime is fetched from answers. */
export async function canFetch(): Promise<boolean> {
  const mirror =
    process.env.npm_config_electron_mirror ?? process.env.ELECTRON_MIRROR ?? 'https://github.com/';
  const url = URL.parse(mirror);
  if (!url) return false;
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  return await new Promise(resolve => {
    const socket = connect({ host: url.hostname, port, timeout: PROBE_MS });
    const answer = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
    // A name server that never answers is not covered by the socket's own limit.
    setTimeout(() => answer(false), PROBE_MS).unref();
  });
}

/** Fetches the runtime by the package's own installer, which checks its sum. False when it fails or takes too long. */
export async function fetchRuntime(root: string): Promise<boolean> {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const child = spawn(process.execPath, [installer], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), FETCH_SECONDS * 1000);
  const code = await new Promise<number | null>(resolve => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  clearTimeout(timer);
  return code === 0 && electronProgram(root) !== null;
}
