import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findChromium } from '#electron/backend/print/find-chromium.ts';

export interface AppWindow {
  /** Resolves when the person closed it; false when it never stood long enough to be seen. */
  readonly closed: Promise<boolean>;
  close(): Promise<void>;
}

/** A browser that cannot show a window says so at once. */
const STANDS_AFTER_MS = 3000;

/** The engine speaks to nobody but us. */
const FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--window-size=1280,800',
];

/** Opens the address in an app window of the machine's Chromium, Chrome or Edge; null where there is none. */
export async function openAppWindow(url: string): Promise<AppWindow | null> {
  const program = findChromium();
  if (!program) return null;
  const profile = await mkdtemp(join(tmpdir(), 'dosen-window-'));
  // The sandbox can't start for root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...FLAGS, ...asRoot, `--user-data-dir=${profile}`, `--app=${url}`];
  const child = spawn(program, args, { stdio: 'ignore' });
  const openedAt = performance.now();
  const ended = new Promise<boolean>(resolve => {
    child.once('error', () => resolve(false));
    child.once('exit', () => resolve(performance.now() - openedAt > STANDS_AFTER_MS));
  });
  const closed = ended.then(async stood => {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    return stood;
  });
  return {
    closed,
    async close() {
      child.kill();
      await closed;
    },
  };
}
