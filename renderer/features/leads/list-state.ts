import { useSyncExternalStore } from 'react';
import { LIST_COLUMNS, type ListColumn } from '#shared/contract/lead-columns.ts';
import { type LeadFilter, zLeadFilter, zLeadView } from '#shared/contract/lead-filter.ts';
import { type View, type ViewQuery, zViewQuery } from '#shared/contract/views.ts';

/** Views everybody has from the start; the trash is one of them. */
export const standardViews = [...zLeadView.options, 'trash'] as const;
export type StandardView = (typeof standardViews)[number];
/** What the list showed before anybody changed it: the point 戻す goes back to. */
export type Base =
  | { readonly kind: 'standard'; readonly view: StandardView }
  | { readonly kind: 'saved'; readonly view: View };

export type ListState = {
  readonly base: Base;
  readonly query: ViewQuery;
  /** Row the keyboard is on. */
  readonly current: number;
};
type Look = Pick<ViewQuery, 'columns' | 'density' | 'pinned' | 'widths'>;

export const firstColumns: readonly ListColumn[] = [
  'rank',
  'company',
  'name',
  'phone',
  'nextKind',
  'next',
  'touched',
  'owner',
];
const lookKey = 'dosen.leads.look';
const keptPlaces = 50;

function storedLook(): Look {
  const first: Look = { columns: [...firstColumns], density: 'compact', pinned: 2, widths: {} };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(lookKey) ?? 'null');
    const look = zViewQuery.pick({ columns: true, density: true, pinned: true, widths: true });
    return look.safeParse(kept).data ?? first;
  } catch {
    return first;
  }
}

const lookOf = ({ columns, density, pinned, widths }: Look): Look => ({ columns, density, pinned, widths });

/** In the trash it matters who it was and how long they can come back. */
const trashColumns: readonly ListColumn[] = ['rank', 'company', 'name', 'phone', 'owner', 'trashed'];

/** What a standard view asks. */
const standardQuery = (view: StandardView): Pick<ViewQuery, 'filter' | 'sort'> =>
  view === 'trash'
    ? { filter: zLeadFilter.parse({ trash: true }), sort: 'trashed' }
    : { filter: zLeadFilter.parse({ view }), sort: 'rank' };

let state: ListState = {
  base: { kind: 'standard', view: 'all' },
  query: { ...standardQuery('all'), ...storedLook() },
  current: 0,
};
/** Row and scroll of each question asked before: coming back to it finds the same place. */
const places = new Map<string, { current: number; scroll: number }>();
let scroll = 0;
const listeners = new Set<() => void>();

const placeKey = ({ filter, sort, direction }: ViewQuery): string =>
  JSON.stringify([filter, sort, direction]);

function show(next: ListState): void {
  state = next;
  if (!next.query.filter.trash) localStorage.setItem(lookKey, JSON.stringify(lookOf(next.query)));
  for (const listener of listeners) listener();
}

function ask(base: Base, query: ViewQuery): void {
  places.delete(placeKey(state.query));
  places.set(placeKey(state.query), { current: state.current, scroll });
  for (const old of [...places.keys()].slice(0, Math.max(0, places.size - keptPlaces))) places.delete(old);
  const known = places.get(placeKey(query)) ?? { current: 0, scroll: 0 };
  scroll = known.scroll;
  show({ base, query, current: known.current });
}

/** How the list looks; it outlives the screen. */
export const useListState = (): ListState =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );

export const keptScroll = (): number => scroll;
export const keepScroll = (at: number): void => {
  scroll = at;
};
export const setCurrent = (current: number): void => show({ ...state, current });
/** Asks another question or sorts otherwise. */
export const setQuery = (patch: Partial<ViewQuery>): void => ask(state.base, { ...state.query, ...patch });
export const setFilter = (patch: Partial<LeadFilter>): void =>
  setQuery({ filter: { ...state.query.filter, ...patch } });
/** Changes columns, widths or density: the place in the list stays. */
export const setLook = (patch: Partial<Look>): void =>
  show({ ...state, query: { ...state.query, ...patch } });

const narrowest = 48;
const widest = 900;

/** Gives a column a width in px, within what can be read. */
export const setWidth = (query: ViewQuery, column: ListColumn, width: number): void =>
  setLook({
    widths: { ...query.widths, [column]: Math.round(Math.min(widest, Math.max(narrowest, width))) },
  });

/** Goes to a view; a standard one keeps the columns somebody chose, the trash has its own. */
export function openBase(base: Base): void {
  if (base.kind === 'saved') ask(base, base.view.query);
  else {
    const look = state.query.filter.trash ? storedLook() : lookOf(state.query);
    const columns = base.view === 'trash' ? [...trashColumns] : look.columns;
    ask(base, { ...standardQuery(base.view), ...look, columns });
  }
}

/** After a view was saved it is what the list goes back to. */
export const rebase = (base: Base): void => show({ ...state, base });

/** Whether the list differs from its view; a search is no change. */
export function isChanged({ base, query }: ListState): boolean {
  const bare = (of: ViewQuery): unknown[] => [
    zLeadFilter.parse({ ...of.filter, search: '' }),
    of.sort,
    of.direction ?? null,
  ];
  const before: unknown[] =
    base.kind === 'saved'
      ? [...bare(base.view.query), lookOf(base.view.query)]
      : bare({ ...query, direction: undefined, ...standardQuery(base.view) });
  const now = base.kind === 'saved' ? [...bare(query), lookOf(query)] : bare(query);
  return stable(before) !== stable(now);
}

/** JSON with its keys in order and without what is not set. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Columns the chooser offers that are not shown. */
export const otherColumns = ({ columns, filter }: ViewQuery): ListColumn[] =>
  LIST_COLUMNS.filter(column => !columns.includes(column) && (filter.trash || column !== 'trashed'));
