import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyRepo, type RepoCopy } from '#test/helpers/repo-copy.ts';
import { type Mutant, MUTANTS } from './mutants.ts';

/** How many of the mutants a test must notice. */
const NEEDED = 9;
type Verdict = 'killed' | 'SURVIVED' | 'NOT FOUND';

/** Runs the unit tests that import the file, in the copy. True when all are green. */
function testsAreGreen(copy: RepoCopy, file: string): boolean {
  const args = ['related', '--run', '--bail=1', '-c', 'test/vitest.config.ts', '--project', 'unit', file];
  const run = copy.run('vitest', ...args);
  if (run.status === null) throw new Error(`vitest did not end: ${run.signal ?? run.error?.message}`);
  if (!/Tests\s/.test(run.stdout)) throw new Error(`no test imports ${file}\n${run.stdout}${run.stderr}`);
  return run.status === 0;
}

function tryMutant(copy: RepoCopy, { file, was, becomes }: Mutant): Verdict {
  const path = `shared/domain/${file}`;
  const source = readFileSync(join(copy.dir, path), 'utf8');
  if (source.split(was).length !== 2) return 'NOT FOUND';
  copy.write(
    path,
    source.replace(was, () => becomes),
  );
  const green = testsAreGreen(copy, path);
  copy.write(path, source);
  return green ? 'SURVIVED' : 'killed';
}

/** Ten mistakes, one after another, in a copy of the work tree. A line that is gone is a failure, not a kill. */
function main(): boolean {
  const copy = copyRepo();
  try {
    for (const file of new Set(MUTANTS.map(mutant => `shared/domain/${mutant.file}`)))
      if (!testsAreGreen(copy, file)) throw new Error(`the tests of ${file} are red without a mistake in it`);
    const verdicts = MUTANTS.map(mutant => {
      const verdict = tryMutant(copy, mutant);
      console.log(`${verdict.padEnd(10)} ${mutant.file.padEnd(26)} ${mutant.what}`);
      return verdict;
    });
    const killed = verdicts.filter(verdict => verdict === 'killed').length;
    console.log(`${killed} of ${MUTANTS.length} mistakes noticed, at least ${NEEDED} needed`);
    return killed >= NEEDED && !verdicts.includes('NOT FOUND');
  } finally {
    copy.remove();
  }
}

process.exitCode = main() ? 0 : 1;
