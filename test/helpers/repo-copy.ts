import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const repoRoot = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_OUT = new Set(['node_modules', '.git', 'out', 'dist', 'test-results', 'playwright-report']);

export interface RepoCopy {
  readonly dir: string;
  write(path: string, text: string): void;
  /** Runs a tool of node_modules/.bin in the copy. */
  run(tool: string, ...args: string[]): SpawnSyncReturns<string>;
  remove(): void;
}

/**
 * A copy of the work tree, or of the files of it that are wanted, in a temp folder, with the same node_modules, to be
 * broken on purpose.
 */
export function copyRepo(wanted: (path: string) => boolean = () => true): RepoCopy {
  const dir = mkdtempSync(join(tmpdir(), 'dosen-copy-'));
  const pathOf = (source: string): string => relative(repoRoot, source).replaceAll(sep, '/');
  cpSync(repoRoot, dir, {
    recursive: true,
    preserveTimestamps: true,
    filter: source =>
      !LEFT_OUT.has(pathOf(source)) &&
      basename(source) !== '.tsbuild' &&
      (statSync(source).isDirectory() || wanted(pathOf(source))),
  });
  symlinkSync(join(repoRoot, 'node_modules'), join(dir, 'node_modules'), 'junction');
  return {
    dir,
    write(path, text) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
    run: (tool, ...args) =>
      spawnSync(join('node_modules', '.bin', tool), args, {
        cwd: dir,
        encoding: 'utf8',
        maxBuffer: 1 << 26,
        shell: process.platform === 'win32',
        env: {
          ...process.env,
          PATH: `${join(repoRoot, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`,
        },
      }),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
