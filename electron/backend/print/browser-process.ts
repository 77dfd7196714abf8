import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { printFontCss } from './fonts.ts';

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--disable-extensions',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page to print needs no network: every address, loopback too, goes to a proxy nobody answers for.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** A headless browser with a folder of its own for pages to print. */
export interface BrowserProcess {
  readonly pipe: DevtoolsPipe;
  /** Pages go here; `fonts/print.css` in it declares the fonts. */
  readonly folder: string;
  /** Rejects when the program cannot be started. */
  readonly failed: Promise<never>;
  /** Ends the browser and all it started, and removes its folder. */
  end(): Promise<void>;
}

/** Starts a browser of this machine. */
export async function startBrowser(program: string): Promise<BrowserProcess> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dosen-print-'));
  await mkdir(path.join(folder, 'fonts'));
  await writeFile(path.join(folder, 'fonts', 'print.css'), printFontCss('onDisk'));
  // The sandbox can't start for root, which only servers and containers run a desktop app as.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
  const child = spawn(program, [...FLAGS, ...asRoot, profile, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  // Whoever prints waits for it too; until then nobody does.
  failed.catch(() => undefined);
  return {
    pipe: new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable),
    folder,
    failed,
    async end() {
      await endOf(child);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Ends a program and all it started, and waits until it is gone. */
async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  try {
    // On Windows the browser's own job object takes its children along.
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
  await gone;
}
