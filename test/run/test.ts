import { prepareSystem } from '#test/setup/system.ts';
import { buildIfStale } from '#electron/start/build.ts';
import { electronProgram } from '#electron/start/runtime.ts';
import { checkSteps } from './check-steps.ts';
import { playwright, root, runSteps, type Step, summarise, total, vitest } from './steps.ts';

/**
 * `npm test`: the check, then integration and end-to-end tests. Goes on after a red step, so that one run tells
 * everything; its last line is the sum of all test figures.
 */
const steps: Step[] = [
  ...checkSteps(),
  { name: 'system packages', run: prepareSystem, limit: 600 },
  { name: 'build', run: build, limit: 300 },
  vitest('integration', 900),
  playwright('e2e', 'test/playwright.config.ts', 1200),
  electronSuite(),
];

async function build(): Promise<void> {
  if (!(await buildIfStale(root))) throw new Error('the build failed');
}

/** The suite for the real Electron, where its runtime is. Never fetched here: `npm start` and the workflow do that. */
function electronSuite(): Step {
  if (electronProgram(root)) return playwright('electron', 'test/electron/playwright.config.ts', 600);
  return { name: 'electron', run: () => console.log('skipped: no Electron binary'), limit: 1 };
}

const outcomes = await runSteps(steps, true);
const green = summarise('test', steps, outcomes);
const { passed, failed, skipped } = total(outcomes);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = green ? 0 : 1;
