import { prepareSystem } from '#test/setup/system.ts';
import { checkSteps } from './check-steps.ts';
import { playwright, runSteps, type Step, summarise, total, vitest } from './steps.ts';

/**
 * `npm test`: the check, then integration and end-to-end tests. Goes on after a red step, so that one run tells
 * everything; its last line is the sum of all test figures.
 */
const steps: Step[] = [
  ...checkSteps(),
  { name: 'system packages', run: prepareSystem, limit: 600 },
  vitest('integration', 300),
  {
    name: 'build',
    run: ['electron-vite', 'build', '-c', 'electron/vite.config.ts', '--logLevel=warn'],
    limit: 120,
  },
  playwright(300),
];
const outcomes = await runSteps(steps, true);
const green = summarise('test', steps, outcomes);
const { passed, failed, skipped } = total(outcomes);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = green ? 0 : 1;
