import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const results = join(root, 'test-results');
/** Compiled code of the programs that tests start, so that each is compiled once and not at every start. */
const compiled = join(root, 'node_modules', '.cache', 'compiled');

/** Results of tests: what ran green, what ran red, what did not run. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Step {
  name: string;
  /** A command (looked up in node_modules/.bin first) or work of our own that throws when it is red. */
  run: readonly [string, ...string[]] | (() => void | Promise<void>);
  /** Seconds until the step is ended and counts as red: for a hang, never for a slow machine. */
  limit: number;
  env?: Record<string, string>;
  /** Reads the figures a test runner left behind. A step that has them and ran no test is red. */
  tally?: () => Tally;
}

export interface Outcome {
  name: string;
  green: boolean;
  ms: number;
  tally?: Tally;
}

/**
 * Runs the steps in order with their output shown, prints a summary, and says whether all were green.
 * Stops at the first red step unless `goOn`.
 */
export async function runSteps(steps: readonly Step[], goOn = false): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    console.log(`\n── ${step.name}`);
    const outcome = await runStep(step);
    outcomes.push(outcome);
    console.log(line(outcome));
    if (!outcome.green && !goOn) break;
  }
  return outcomes;
}

/** One line per step, then one for all of them. */
export function summarise(title: string, steps: readonly Step[], outcomes: readonly Outcome[]): boolean {
  const green = outcomes.length === steps.length && outcomes.every(outcome => outcome.green);
  console.log(`\n${'─'.repeat(40)}`);
  for (const outcome of outcomes) console.log(line(outcome));
  for (const step of steps.slice(outcomes.length)) console.log(`– ${step.name}: not run`);
  const seconds = outcomes.reduce((sum, outcome) => sum + outcome.ms, 0) / 1000;
  console.log(`${green ? '✓' : '✗'} ${title}: ${green ? 'green' : 'RED'} in ${seconds.toFixed(1)} s`);
  return green;
}

/** Sum of all figures; a red step that reports no failed test counts as one failure. */
export function total(outcomes: readonly Outcome[]): Tally {
  const sum: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { green, tally } of outcomes) {
    sum.passed += tally?.passed ?? 0;
    sum.skipped += tally?.skipped ?? 0;
    sum.failed += green ? 0 : Math.max(1, tally?.failed ?? 0);
  }
  return sum;
}

const line = ({ name, green, ms, tally }: Outcome): string =>
  `${green ? '✓' : '✗'} ${name}: ${(ms / 1000).toFixed(1)} s${
    tally ? ` (${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped)` : ''
  }`;

async function runStep(step: Step): Promise<Outcome> {
  const start = performance.now();
  let green = true;
  try {
    if (typeof step.run === 'function') await step.run();
    else green = await execute(step.run, step.limit, step.env);
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    green = false;
  }
  const ms = performance.now() - start;
  if (!step.tally) return { name: step.name, green, ms };
  const tally = readTally(step.tally);
  if (tally.passed + tally.failed === 0) console.log('no test ran');
  return { name: step.name, green: green && tally.failed === 0 && tally.passed > 0, ms, tally };
}

function readTally(read: () => Tally): Tally {
  try {
    return read();
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Runs a command with the tools of this repository first on the path; the whole group ends at the limit. */
function execute(
  [command, ...args]: readonly [string, ...string[]],
  limit: number,
  env: Record<string, string> = {},
): Promise<boolean> {
  const windows = process.platform === 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        NODE_COMPILE_CACHE: compiled,
        ...env,
      },
      shell: windows,
      detached: !windows,
    });
    const stop = (): void => {
      if (child.pid === undefined) return;
      if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
      else process.kill(-child.pid, 'SIGKILL');
    };
    const onExit = (): never => {
      stop();
      return process.exit(130);
    };
    const timer = setTimeout(() => {
      console.log(`ended after ${limit} s`);
      stop();
    }, limit * 1000);
    process.once('SIGINT', onExit);
    child.once('error', reject);
    child.once('close', code => {
      clearTimeout(timer);
      process.off('SIGINT', onExit);
      resolve(code === 0);
    });
  });
}

/** A vitest project as a step with figures. */
export function vitest(project: string, limit: number, env: Record<string, string> = {}): Step {
  const file = resultFile(project);
  return {
    name: `${project} tests`,
    run: [
      'vitest',
      'run',
      '-c',
      'test/vitest.config.ts',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    limit,
    env,
    tally: () => {
      const report = JSON.parse(readFileSync(file, 'utf8')) as {
        numPassedTests: number;
        numFailedTests: number;
        numPendingTests: number;
        numTodoTests: number;
      };
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      };
    },
  };
}

/** A Playwright suite as a step with figures. */
export function playwright(name: string, config: string, limit: number): Step {
  const file = resultFile(name);
  return {
    name: `${name} tests`,
    run: ['playwright', 'test', '-c', config, '--reporter=line,json'],
    limit,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    tally: () => {
      const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
    },
  };
}

/** Path of a report that this run will write; an old one is removed so that it cannot be taken for new. */
function resultFile(name: string): string {
  mkdirSync(results, { recursive: true });
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** What git sees of the work tree, or undefined outside a repository. */
export function treeState(): string | undefined {
  const status = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status.error || status.status !== 0) return undefined;
  const diff = spawnSync('git', ['diff', 'HEAD'], { cwd: root, maxBuffer: 1 << 28 });
  return `${status.stdout}${createHash('sha256').update(diff.stdout).digest('hex')}`;
}
