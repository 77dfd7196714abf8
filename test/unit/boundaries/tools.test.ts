import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchesGlob } from 'node:path/posix';
import { afterEach, describe, expect, it } from 'vitest';
import { copyRepo, type RepoCopy } from '#test/helpers/repo-copy.ts';

let copy: RepoCopy;
afterEach(() => copy.remove());

/** A copy of only the files that say how a tool works here: what is planted is seen as in the whole tree, in a moment. */
const copyOnly = (...globs: string[]): RepoCopy =>
  copyRepo(path => globs.some(glob => matchesGlob(path, glob)));

describe('the compiler', () => {
  it('refuses code on the wrong side of a folder border and a text that is missing in English', () => {
    copy = copyOnly(
      'package.json',
      '**/tsconfig.json',
      'shared/i18n/translated.ts',
      'shared/i18n/{ja,en}/nav.ts',
    );
    copy.write('electron/backend/leaf.ts', 'export type Leaf = 1;\n');
    const planted = {
      'renderer/lib/canary.ts': "export type { Leaf } from '#electron/backend/leaf.ts';\n",
      'electron/main/canary.ts': "export type { Leaf } from '#electron/backend/leaf.ts';\n",
      'shared/domain/base/canary-process.ts': 'export const value = process.pid;\n',
      'shared/domain/base/canary-document.ts': 'export const value = document.title;\n',
      'shared/domain/base/canary-node.ts': "export { readFileSync } from 'node:fs';\n",
      'electron/backend/canary.ts': 'export const value = document.title;\n',
      'electron/preload/canary.ts': "export type { Leaf } from '#electron/backend/leaf.ts';\n",
      'migrations/canary.ts': 'export enum Kind {\n  A,\n}\n',
    };
    for (const [path, code] of Object.entries(planted)) copy.write(path, code);
    const nav = readFileSync(join(copy.dir, 'shared/i18n/en/nav.ts'), 'utf8');
    copy.write('shared/i18n/en/nav.ts', nav.replace(/^ {2}today: .*\n/m, ''));
    const { stdout, status } = copy.run(
      'tsc',
      '-b',
      'electron/main',
      'electron/preload',
      'electron/backend',
      'renderer',
      '--pretty',
      'false',
    );
    const red = [...stdout.matchAll(/^([^(\s]+)\(\d+,\d+\): error/gm)].map(match => match[1]);
    expect(status).not.toBe(0);
    const silent = [...Object.keys(planted), 'shared/i18n/en/nav.ts'].filter(path => !red.includes(path));
    expect(silent).toEqual([]);
  });
});

describe('the search for dead code', () => {
  it('reports a file nobody reaches, an export nobody imports and a package nobody uses', () => {
    copy = copyRepo();
    copy.write('shared/domain/base/canary.ts', 'export const value = 1;\n');
    const days = readFileSync(join(copy.dir, 'shared/domain/base/days.ts'), 'utf8');
    copy.write('shared/domain/base/days.ts', `${days}\nexport const canaryExport = 1;\n`);
    const pack = readFileSync(join(copy.dir, 'package.json'), 'utf8');
    copy.write(
      'package.json',
      pack.replace('"devDependencies": {', '"devDependencies": { "canary-package": "1.0.0",'),
    );
    const { stdout, status } = copy.run('knip', '-c', 'test/knip.config.ts', '--no-progress');
    expect(status).not.toBe(0);
    expect(stdout).toMatch(/shared\/domain\/base\/canary\.ts/);
    expect(stdout).toMatch(/canaryExport/);
    expect(stdout).toMatch(/canary-package/);
  });
});

describe('the test runner', () => {
  const run = (): number | null =>
    copy.run('vitest', 'run', '-c', 'test/vitest.config.ts', '--project', 'unit', 'test/unit/canary.test.ts')
      .status;

  it('fails a test that expects nothing', () => {
    copy = copyOnly('package.json', 'test/vitest.config.ts');
    copy.write('test/unit/canary.test.ts', "import { it } from 'vitest';\nit('x', () => undefined);\n");
    expect(run()).not.toBe(0);
    copy.write(
      'test/unit/canary.test.ts',
      "import { expect, it } from 'vitest';\nit('x', () => expect(1).toBe(1));\n",
    );
    expect(run()).toBe(0);
  });
});
