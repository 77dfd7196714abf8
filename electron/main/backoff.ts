const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** A process that lived this long was well; the next end starts the count anew. */
const WELL_AFTER_MS = 60_000;

/** How long to wait before the next start: doubling from half a second to half a minute. */
export function nextWait(failures: number): number {
  return Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
}

/** How many failures in a row there are, after one more that came `livedMs` after its start. */
export const failuresAfter = (failures: number, livedMs: number): number =>
  livedMs >= WELL_AFTER_MS ? 0 : failures + 1;
