import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

const SOURCES = ['electron', 'renderer', 'shared', 'migrations'];
const FILES = ['package.json', 'package-lock.json'];
const MADE = [
  'main/main.js',
  'main/host.js',
  'preload/preload.cjs',
  'renderer/index.html',
  'fonts/print.css',
];

/**
 * What a build was made from: every source with its time. Compared as a whole, so that a deleted file, an older file
 * from another branch and a changed clock are seen as well as a newer file.
 */
export function sourceState(root: string): string {
  const lines = [
    ...FILES.map(name => join(root, name)),
    ...SOURCES.flatMap(name => filesIn(join(root, name))),
  ];
  return lines
    .filter(path => existsSync(path))
    .map(path => `${path.slice(root.length)} ${statSync(path).mtimeMs}`)
    .sort()
    .join('\n');
}

/** True when `out/` is not made from the sources as they are. */
export function isStale(root: string): boolean {
  const stamp = join(root, 'out', '.made-from');
  if (!existsSync(stamp) || MADE.some(name => !existsSync(join(root, 'out', name)))) return true;
  return readFileSync(stamp, 'utf8') !== sourceState(root);
}

/** Builds everything that is stale; false when the build failed (its own output says why). One build at a time. */
export async function buildIfStale(root: string, onBuild: () => void = () => undefined): Promise<boolean> {
  if (!isStale(root)) return true;
  const release = await lockBuild(join(root, 'node_modules', '.dosen-build'));
  try {
    if (!isStale(root)) return true;
    onBuild();
    return build(root);
  } finally {
    release();
  }
}

function build(root: string): boolean {
  const state = sourceState(root);
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [tool, 'build', '-c', join('electron', 'vite.config.ts'), '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) return false;
  writeFileSync(join(root, 'out', '.made-from'), state);
  return true;
}

/** Two builds at once would write over each other. The lock of a process that is gone does not count. */
async function lockBuild(path: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (!isAlive(path)) rmSync(path, { force: true });
    else await setTimeout(200);
  }
}

function isAlive(path: string): boolean {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/[\\/]\.tsbuild([\\/]|$)/.test(entry.parentPath))
    .map(entry => join(entry.parentPath, entry.name));
}
