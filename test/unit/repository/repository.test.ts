import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoRoot } from '#test/helpers/repo-copy.ts';

const VISIBLE =
  'README.md electron electron.builder.yml migrations package-lock.json package.json renderer shared test tsconfig.json';
/** Made by tools, kept out of the repository by .gitignore. */
const MADE = ['node_modules', 'out', 'dist', 'test-results', 'playwright-report'];
const FOLDERS = ['electron', 'renderer', 'shared', 'migrations', 'test', '.ci', '.github', '.toolchain'];
const SOURCE = /\.(ts|tsx|css|html|ya?ml|json|jsonc|md|svg)$|^run$/;

/** Text that must not be in any file, with an example that proves the pattern works. Split so as not to match itself. */
const BANNED: { what: string; pattern: RegExp; example: string; code?: true }[] = [
  {
    what: 'a registry host',
    pattern: /\bregistry\.[a-z-]+\.[a-z]{2,}/i,
    example: ['registry', 'npmjs', 'org'].join('.'),
  },
  {
    what: 'a path of one machine',
    pattern: /(^|["'`\s(=])\/(work|root|home\/\w+)\//m,
    example: [' ', 'home', 'me', 'x'].join('/'),
  },
  {
    what: 'a switched-off rule',
    pattern: /(eslint|oxlint|biome)-(disable|ignore)|@ts-(ignore|nocheck|expect-error)/,
    example: ['oxlint', 'disable'].join('-'),
    code: true,
  },
  {
    what: 'a test switched off or alone',
    pattern: /\b(it|test|describe)\.(skip|only|todo|fixme)\b/,
    example: ['it', 'only'].join('.'),
    code: true,
  },
  {
    what: 'unfinished business',
    pattern: /\b(TO[D]O|FIX[M]E|XX[X])\b/,
    example: ['TO', 'DO'].join(''),
    code: true,
  },
];

interface Pack {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
interface Lock {
  packages: Record<
    string,
    { resolved?: string; link?: boolean; optionalDependencies?: Record<string, string> }
  >;
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(repoRoot, path), 'utf8'));
const pack = json('package.json') as Pack;
const lock = json('package-lock.json') as Lock;

const readme = readFileSync(join(repoRoot, 'README.md'), 'utf8');
/** Rows of a table: package → reason. A row without a reason does not count. */
const reasons = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^\| `([^`]+)` \| (\S.*\.) \|$/gm)].map(match => [match[1] ?? '', match[2] ?? '']),
  );

function* sources(): Generator<{ path: string; text: string }> {
  for (const folder of FOLDERS.filter(name => existsSync(join(repoRoot, name)))) {
    const entries = readdirSync(join(repoRoot, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (
        !entry.isFile() ||
        !SOURCE.test(entry.name) ||
        /[\\/](\.tsbuild|fixtures|node_modules)[\\/]/.test(path)
      )
        continue;
      yield { path: path.slice(repoRoot.length), text: readFileSync(path, 'utf8') };
    }
  }
}

describe('the repository', () => {
  it('shows exactly the agreed entries at the top', () => {
    const visible = readdirSync(repoRoot).filter(name => !name.startsWith('.') && !MADE.includes(name));
    expect(visible.filter(name => !VISIBLE.split(' ').includes(name))).toEqual([]);
  });

  it.each(BANNED)('has nowhere $what', ({ pattern, example, code }) => {
    expect(example).toMatch(pattern);
    const files = [...sources()].filter(({ path }) => code !== true || /\.tsx?$/.test(path));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('asks the database only in repos and where the database itself is kept', () => {
    const asks = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/;
    const isBackend = (path: string) => /^electron[\\/]backend[\\/]/.test(path);
    const isHome = (path: string) => /\.repo\.ts$|backend[\\/]db[\\/]/.test(path);
    const asking = [...sources()].filter(({ path, text }) => isBackend(path) && asks.test(text));
    expect(asking.length).toBeGreaterThan(30);
    expect(asking.filter(({ path }) => !isHome(path)).map(({ path }) => path)).toEqual([]);
  });

  it('pins every package to one exact version and ships only the database as a run-time package', () => {
    const versions = Object.entries({ ...pack.dependencies, ...pack.devDependencies });
    const loose = versions.filter(([, version]) => !/^\d+\.\d+\.\d+$|^file:\.toolchain\//.test(version));
    expect(loose).toEqual([]);
    expect(Object.keys(pack.dependencies)).toEqual(['better-sqlite3']);
  });

  it('gives a reason for every package in the README, and for no other', () => {
    const wanted = Object.keys({ ...pack.dependencies, ...pack.devDependencies });
    const section = readme.slice(readme.indexOf('## Dependencies'), readme.indexOf('## Licence'));
    const given = reasons(section);
    expect(wanted.filter(name => !given.has(name))).toEqual([]);
    expect([...given.keys()].filter(name => !wanted.includes(name))).toEqual([]);
    expect(reasons('| `bare` | |').size).toBe(0);
  });

  it('has every file and folder the README points to', () => {
    const named = [
      ...readme.matchAll(/`((?:electron|renderer|shared|test|migrations)\/[\w./-]+|\.\w+\.json)`/g),
    ];
    const paths = named.map(match => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(20);
    expect([...paths, 'no-such-file'].filter(path => !existsSync(join(repoRoot, path)))).toEqual([
      'no-such-file',
    ]);
  });

  it('has a lockfile that names no host and holds the native packages of every platform', () => {
    const entries = Object.values(lock.packages);
    const hosts = entries.filter(({ resolved, link }) => resolved !== undefined && link !== true);
    const wanted = entries.flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    const absent = wanted.filter(
      name => !Object.keys(lock.packages).some(path => path.endsWith(`node_modules/${name}`)),
    );
    expect(hosts).toEqual([]);
    expect(wanted.length).toBeGreaterThan(20);
    expect(absent).toEqual([]);
  });
});
