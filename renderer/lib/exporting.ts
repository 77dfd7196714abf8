import type { JobEvent } from '#shared/contract/jobs.ts';

type Start = () => Promise<AsyncIterable<JobEvent>>;
let follower: ((run: Start) => void) | null = null;

/** Starts an export; the strip at the foot of the sheet follows it wherever one goes meanwhile. */
export const startExport = (run: Start): void => follower?.(run);

/** Who follows exports; returns the way to stop. */
export function followExports(follow: (run: Start) => void): () => void {
  follower = follow;
  return () => {
    follower = null;
  };
}
