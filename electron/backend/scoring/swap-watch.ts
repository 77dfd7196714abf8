import type { Store } from '#electron/backend/db/store.ts';

/** Leads brought up to date while others are still computed beside what the store shows, by store and by who computes. */
const underWay = new WeakMap<Store, Set<Set<number>>>();

/** Runs `work` and tells it whose facts change meanwhile: what was computed of them before no longer holds. */
export async function noting<R>(
  store: Store,
  work: (changedSince: ReadonlySet<number>) => Promise<R>,
): Promise<R> {
  const noted = new Set<number>();
  const all = underWay.get(store) ?? new Set();
  underWay.set(store, all.add(noted));
  try {
    return await work(noted);
  } finally {
    all.delete(noted);
  }
}

/** Called by the one chain that every change of a lead goes through. */
export function noteFollowed(store: Store, leadIds: Iterable<number>): void {
  const all = underWay.get(store);
  if (!all || all.size === 0) return;
  for (const id of leadIds) for (const noted of all) noted.add(id);
}
