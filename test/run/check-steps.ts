import { type Step, treeState, vitest } from './steps.ts';

/** The first tier: types, lint with import rules, format, dead code, unit tests, and no file changed by them. */
export function checkSteps(env: Record<string, string> = {}): Step[] {
  const before = treeState();
  return [
    { name: 'types', run: ['tsc', '-b'], limit: 180 },
    { name: 'lint', run: ['oxlint', '-c', '.oxlintrc.json', '--type-aware', '--deny-warnings'], limit: 180 },
    { name: 'format', run: ['biome', 'format', '--config-path=.biome.jsonc'], limit: 60 },
    { name: 'dead code', run: ['knip', '-c', 'test/knip.config.ts', '--no-progress'], limit: 120 },
    vitest('unit', env['DEEP'] ? 1800 : 300, env),
    { name: 'no diff', run: () => sameTree(before), limit: 60 },
  ];
}

function sameTree(before: string | undefined): void {
  if (before === undefined) console.log('not a git work tree, nothing to compare');
  else if (treeState() !== before) throw new Error('the check changed tracked files: see git status');
}
