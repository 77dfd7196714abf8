import type { Store } from '#electron/backend/db/store.ts';
import { type FilterOn, isSearchAlone } from './filter.repo.ts';
import { countMatching, type LeadOrder, listWindow, windowOf } from './leads.repo.ts';
import { searchQuery } from './search.ts';
import { hitsOf, trashedOf } from './search.repo.ts';

/** A search does not count further than this: the screen says "1,000+". */
const COUNT_STOP = 1001;
/** Of leads in the order of the list, how many are held against the hits before the store does it by itself. */
const WALKED = 20_000;

interface Page {
  readonly offset: number;
  readonly limit: number;
}
interface Window {
  readonly ids: number[];
  /** Stops at COUNT_STOP when something is searched. */
  readonly total: number;
}

/** One window of the filtered list. A search that finds tens of thousands neither sorts nor counts them all. */
export async function findWindow(store: Store, on: FilterOn, order: LeadOrder, page: Page): Promise<Window> {
  const db = store.read;
  const match = searchQuery(on.filter.search);
  if (match === '' || on.filter.trash) {
    const ids = await listWindow(db, on, order, page);
    return { ids, total: await countOnce(store, on, match === '' ? undefined : COUNT_STOP) };
  }
  const hits = hitsOutsideTrash(store, match);
  const isAlone = isSearchAlone(on.filter);
  if (hits.length >= COUNT_STOP) {
    const total = isAlone ? COUNT_STOP : await countOnce(store, on, COUNT_STOP);
    const walked = byWalking(store, on, order, page, hits);
    return { ids: walked ?? (await listWindow(db, on, order, { ...page, plan: 'order' })), total };
  }
  if (isAlone) return { ids: await listWindow(db, on, order, { ...page, plan: hits }), total: hits.length };
  const all = await listWindow(db, on, order, { offset: 0, limit: COUNT_STOP, plan: hits });
  return { ids: all.slice(page.offset, page.offset + page.limit), total: all.length };
}

/** What was counted since the last commit: scrolling asks for window after window of one and the same list. */
const counted = new WeakMap<Store, Map<string, number>>();

async function countOnce(store: Store, on: FilterOn, stopAt: number | undefined): Promise<number> {
  let known = counted.get(store);
  if (!known) {
    const fresh = new Map<string, number>();
    store.onCommit(() => fresh.clear());
    counted.set(store, fresh);
    known = fresh;
  }
  const key = JSON.stringify(on);
  const total = known.get(key) ?? (await countMatching(store.read, on, stopAt));
  known.set(key, total);
  return total;
}

function hitsOutsideTrash(store: Store, match: string): number[] {
  const hits = store.ids(hitsOf(store.read, match));
  const trashed = new Set(store.ids(trashedOf(store.read)));
  return trashed.size === 0 ? hits : hits.filter(id => !trashed.has(id));
}

/** Walks the list and keeps whom the search finds; undefined where the window lies too far away. */
function byWalking(
  store: Store,
  on: FilterOn,
  order: LeadOrder,
  page: Page,
  hits: readonly number[],
): number[] | undefined {
  const lastHit = hits.at(-1) ?? 0;
  const needed = page.offset + page.limit;
  // As many as the window takes when hits are spread evenly, and half as many again.
  const limit = Math.ceil(((needed * lastHit) / hits.length) * 1.5);
  if (limit > WALKED) return undefined;
  const isHit = new Uint8Array(lastHit + 1);
  for (const id of hits) isHit[id] = 1;
  const unsearched = { ...on, filter: { ...on.filter, search: '' } };
  const listed = store.ids(windowOf(store.read, unsearched, order, { offset: 0, limit }));
  const found = listed.filter(id => isHit[id] === 1);
  const isWhole = found.length >= needed || listed.length < limit;
  return isWhole ? found.slice(page.offset, needed) : undefined;
}
