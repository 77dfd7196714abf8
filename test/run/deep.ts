import { prepareSystem } from '#test/setup/system.ts';
import { checkSteps } from './check-steps.ts';
import { runSteps, type Step, summarise, total, vitest } from './steps.ts';

/** `npm run deep`: every counted test at its full figure, then mistakes made on purpose, which a test must notice. */
const DEEP = { DEEP: '1' };
const steps: Step[] = [
  ...checkSteps(DEEP),
  { name: 'system packages', run: prepareSystem, limit: 600 },
  vitest('integration', 3600, DEEP),
  { name: 'mutation', run: ['node', 'test/deep/mutation.ts'], limit: 900 },
];
const outcomes = await runSteps(steps, true);
const green = summarise('deep', steps, outcomes);
const { passed, failed, skipped } = total(outcomes);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = green ? 0 : 1;
