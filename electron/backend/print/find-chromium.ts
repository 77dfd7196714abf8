import { existsSync } from 'node:fs';
import path from 'node:path';

/** What decides where a browser is looked for; tests pass their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

function candidates({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].filter(root => root);
    return WINDOWS_PROGRAMS.flatMap(parts => roots.map(root => path.win32.join(root ?? '', ...parts)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [path.posix.join(env['HOME'], 'Applications')] : [])];
    return roots.flatMap(root => MAC_APPS.map(app => `${root}/${app}.app/Contents/MacOS/${app}`));
  }
  const folders = [
    ...(env['PATH'] ?? '').split(':').filter(Boolean),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  return LINUX_NAMES.flatMap(name => folders.map(folder => path.posix.join(folder, name)));
}

/**
 * The Chromium, Chrome or Edge of this machine, or null. `DOSEN_CHROMIUM` names one explicitly; if it names
 * nothing that exists, nothing else is tried, so a wrong setting shows.
 */
export function findChromium(
  machine: Machine = { platform: process.platform, env: process.env, exists: existsSync },
): string | null {
  const named = machine.env['DOSEN_CHROMIUM'];
  const found = named ? [named] : candidates(machine);
  return found.find(file => machine.exists(file)) ?? null;
}
