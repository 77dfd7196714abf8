import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MUTANTS } from '#test/deep/mutants.ts';
import { repoRoot } from '#test/helpers/repo-copy.ts';

it('the ten lines of the mutation run still stand where they are looked for, once', () => {
  const found = MUTANTS.map(({ file, was }) => {
    const source = readFileSync(join(repoRoot, 'shared/domain', file), 'utf8');
    return { file, times: source.split(was).length - 1 };
  });
  expect(found).toHaveLength(10);
  expect(found.filter(({ times }) => times !== 1)).toEqual([]);
});
