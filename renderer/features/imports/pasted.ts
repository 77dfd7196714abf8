import type { GivenFile } from './types.ts';

let waiting: GivenFile | null = null;

/** Leaves what was pasted for the import screen, which takes it once. */
export function leavePasted(file: GivenFile): void {
  waiting = file;
}

/** What was pasted, if anything. */
export function takePasted(): GivenFile | null {
  const taken = waiting;
  waiting = null;
  return taken;
}
