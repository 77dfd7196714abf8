import { checkSteps } from './check-steps.ts';
import { runSteps, summarise } from './steps.ts';

/** `npm run check`: the fast tier, stops at the first red step. */
const steps = checkSteps();
process.exitCode = summarise('check', steps, await runSteps(steps)) ? 0 : 1;
