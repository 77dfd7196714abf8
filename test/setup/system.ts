import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Every Debian package the tests need, with the program that shows it is there. The only list of its kind. */
const PACKAGES = [
  { name: 'chromium', program: 'chromium', why: 'end-to-end tests and PDF printing' },
  { name: 'poppler-utils', program: 'pdftoppm', why: 'turns printed PDFs into pictures and text' },
] as const;

const SECONDS = { update: 120, install: 300 } as const;

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .some(folder => ['', '.exe'].some(end => existsSync(join(folder, program + end))));

/** The system's Chromium, if there is one. */
export const systemChromium = (): string | undefined =>
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path));

/**
 * Makes sure that the programs the tests start are there. Root on Debian: installs the missing packages; elsewhere:
 * Playwright's own browser. Says what it downloads in one line first, and gives up at a time limit.
 * Throws with the command to type when something is still missing.
 */
export async function prepareSystem(): Promise<void> {
  const missing = PACKAGES.filter(({ program }) => !onPath(program)).map(({ name }) => name);
  if (missing.length === 0) return console.log(`present: ${PACKAGES.map(({ name }) => name).join(', ')}`);
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) return installDebian(missing);
  if (missing.includes('chromium')) await installBrowser();
  if (missing.includes('poppler-utils'))
    throw new Error(
      'pdftoppm is missing; install poppler (Debian: apt-get install poppler-utils) and run again',
    );
}

function installDebian(names: readonly string[]): void {
  console.log(
    `installing Debian packages for the tests: ${names.join(' ')} (at most ${SECONDS.update + SECONDS.install} s)`,
  );
  run('apt-get', ['update', '-qq'], SECONDS.update);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], SECONDS.install);
}

async function installBrowser(): Promise<void> {
  const { chromium } = await import('@playwright/test');
  if (systemChromium() !== undefined || existsSync(chromium.executablePath())) return;
  console.log(`downloading Playwright's Chromium for the tests (at most ${SECONDS.install} s)`);
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], SECONDS.install);
}

function run(command: string, args: readonly string[], seconds: number): void {
  const { status, signal, error } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: seconds * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const reason = signal ? `no end after ${seconds} s` : (error?.message ?? `exit ${status}`);
  throw new Error(`${command} ${args.join(' ')}: ${reason}`);
}
