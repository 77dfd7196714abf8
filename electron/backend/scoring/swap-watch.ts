import type { Store } from '#electron/backend/db/store.ts';

/** Leads brought up to date while other rules are computed beside the rules in force, by store. */
const underWay = new WeakMap<Store, Set<number>>();

/** Starts to note whose facts change from now on; what was computed of them before no longer holds. */
export function startNoting(store: Store): ReadonlySet<number> {
  const noted = new Set<number>();
  underWay.set(store, noted);
  return noted;
}

export const stopNoting = (store: Store): boolean => underWay.delete(store);

/** Called by the one chain that every change of a lead goes through. */
export function noteFollowed(store: Store, leadIds: readonly number[]): void {
  const noted = underWay.get(store);
  if (noted) for (const id of leadIds) noted.add(id);
}
