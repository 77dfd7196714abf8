import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Store } from '#electron/backend/db/store.ts';
import { type FilterOn, isSearchAlone } from './filter.repo.ts';
import { countMatching, type LeadOrder, listWindow } from './leads.repo.ts';
import { searchQuery } from './search.ts';
import { findLastId, listHits } from './search.repo.ts';

/** A search does not count further than this: the screen says "1,000+". */
const COUNT_STOP = 1001;
/** Of leads in the order of the list, how many are asked about before all hits are gathered instead. */
const PROBED = 4000;
/** Asking about one lead costs as much as gathering this many hits (measured at a million leads). */
const PROBE_COST = 100;

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
  const hits = await listHits(db, match, { limit: COUNT_STOP });
  if (hits.length < COUNT_STOP) {
    if (isSearchAlone(on.filter))
      return { ids: await listWindow(db, on, order, { ...page, plan: hits }), total: hits.length };
    const all = await listWindow(db, on, order, { offset: 0, limit: COUNT_STOP, plan: hits });
    return { ids: all.slice(page.offset, page.offset + page.limit), total: all.length };
  }
  const total = isSearchAlone(on.filter) ? COUNT_STOP : await countOnce(store, on, COUNT_STOP);
  const probed = await byProbing(db, on, order, page, hits);
  return { ids: probed ?? (await listWindow(db, on, order, { ...page, plan: 'order' })), total };
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

/** Walks the list and asks of each lead whether the search finds it; undefined where that would take long. */
async function byProbing(
  db: ReadDb,
  on: FilterOn,
  order: LeadOrder,
  page: Page,
  hits: readonly number[],
): Promise<number[] | undefined> {
  const match = searchQuery(on.filter.search);
  // A prefix is a different list of hits for every character that may follow: asking it lead by lead is slow.
  if (match.includes('*')) return undefined;
  const lastId = await findLastId(db);
  const share = hits.length / Math.max(1, hits.at(-1) ?? 1);
  const needed = page.offset + page.limit;
  const probes = Math.ceil((needed / share) * 1.5);
  if (probes > PROBED || probes * PROBE_COST > lastId * share) return undefined;
  const unsearched = { ...on, filter: { ...on.filter, search: '' } };
  const ids = await listWindow(db, unsearched, order, { offset: 0, limit: probes });
  const found = new Set(await listHits(db, match, { limit: probes, among: ids }));
  const matched = ids.filter(id => found.has(id));
  return matched.length < needed ? undefined : matched.slice(page.offset, needed);
}
