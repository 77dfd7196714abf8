import { setFlagsFromString } from 'node:v8';

/** Percent of what is alive that may be garbage before it is collected. */
const GARBAGE = 40;

/**
 * Makes the engine collect garbage early, or as it likes. Left alone it lets the heap of a big import grow to four times
 * what is alive, which costs a little less time and all of an office computer's memory.
 */
export const collectEarly = (isBig: boolean): void =>
  setFlagsFromString(`--heap-growing-percent=${isBig ? GARBAGE : 0}`);
