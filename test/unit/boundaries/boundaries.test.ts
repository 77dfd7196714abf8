import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyRepo, type RepoCopy, repoRoot } from '#test/helpers/repo-copy.ts';
import { CANARIES, INNOCENT } from './canaries.ts';

interface Diagnostic {
  code?: string;
  message: string;
  filename: string;
}

interface LintConfig {
  rules: Record<string, unknown>;
  overrides: { files: string[]; rules: Record<string, unknown> }[];
}

const config = JSON.parse(readFileSync(join(repoRoot, '.oxlintrc.json'), 'utf8')) as LintConfig;
/** `eslint(no-var)`, `typescript-eslint(no-explicit-any)`, `dosen(x)`: the part in brackets is the rule's own name. */
const ownName = (rule: string): string => rule.replace(/^.*\//, '');
const isOn = (level: unknown): boolean => level !== 'off';

let copy: RepoCopy;
let found: Diagnostic[] = [];

beforeAll(() => {
  copy = copyRepo();
  for (const { path, code, also = {} } of CANARIES) {
    copy.write(path, code);
    for (const [other, text] of Object.entries(also)) copy.write(other, text);
  }
  for (const [path, code] of Object.entries(INNOCENT)) copy.write(path, code);
  const planted = [...CANARIES.map(({ path }) => path), ...Object.keys(INNOCENT)];
  const { stdout } = copy.run('oxlint', '-c', '.oxlintrc.json', '--type-aware', '-f', 'json', ...planted);
  found = (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
});
afterAll(() => copy.remove());

const rulesReported = (path: string): string[] =>
  found
    .filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(path))
    .map(({ code, message }) => /\(([^)]+)\)/.exec(code ?? '')?.[1] ?? message);

describe('the linter', () => {
  it.each(CANARIES)('$rule is reported in $path', ({ rule, path }) => {
    expect(rulesReported(path)).toContain(ownName(rule));
  });

  it.each(Object.keys(INNOCENT))('%s is left alone', path => {
    expect(rulesReported(path)).toEqual([]);
  });

  it('has a canary for every rule that is switched on, in every block', () => {
    const general = Object.keys(config.rules).filter(rule => isOn(config.rules[rule]));
    const unguarded = general.filter(rule => !CANARIES.some(canary => canary.rule === rule));
    for (const { files, rules } of config.overrides)
      for (const glob of files)
        for (const rule of Object.keys(rules).filter(name => isOn(rules[name])))
          if (!CANARIES.some(canary => canary.rule === rule && matchesGlob(canary.path, glob)))
            unguarded.push(`${glob}: ${rule}`);
    expect(unguarded).toEqual([]);
  });

  it('has one block of rules per file, because a later block replaces an earlier one', () => {
    const blocks = config.overrides.filter(({ rules }) => 'no-restricted-imports' in rules);
    const paths = [...new Set(CANARIES.map(({ path }) => path))];
    const overlapping = paths.filter(
      path => blocks.filter(({ files }) => files.some(glob => matchesGlob(path, glob))).length > 1,
    );
    expect(overlapping).toEqual([]);
  });
});
