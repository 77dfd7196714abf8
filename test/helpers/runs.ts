/** How often a counted property test runs: the full figure under DEEP, a twentieth of it otherwise. */
export const runs = (full: number): number => (process.env.DEEP ? full : Math.ceil(full / 20));

/** The seed of this run: `SEED` from the environment, else a fixed one. Printed by a failing property. */
export const seed = (): number => Number(process.env.SEED ?? 20261122);

/** Parameters for `fc.assert`: counted runs and a repeatable seed (fast-check prints it on failure). */
export const counted = (full: number): { numRuns: number; seed: number } => ({
  numRuns: runs(full),
  seed: seed(),
});
