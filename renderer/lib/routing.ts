import { useSyncExternalStore } from 'react';
import { navigate as goTo } from 'wouter/use-hash-location';
import { askToLeave, hasUnsaved } from './unsaved.ts';

/**
 * How places map to addresses: after the hash, the only part a page served from any host can change freely. Every way
 * to another place passes here (links, keys, palette, the browser's back and forward, an address that is typed), so
 * here is asked when something is not saved. Each history entry carries its number, by which a step back that was
 * taken too early is taken back itself.
 */
interface Entry {
  readonly at: number;
}
type Options = { readonly replace?: boolean };

const listeners = new Set<() => void>();
let shown = '/';
let at = 0;
let isAgreed = false;

const addressed = (): string => `/${location.hash.replace(/^#?\/?/, '')}`;
const numberOf = (state: unknown): number | null => (state as Entry | null)?.at ?? null;

function show(): void {
  shown = addressed();
  for (const listener of listeners) listener();
}

function push(to: string, { replace = false }: Options): void {
  if (!replace) at += 1;
  goTo(to, { replace, state: { at } satisfies Entry });
  show();
}

function navigate(to: string, options: Options = {}): void {
  if (hasUnsaved() && to !== shown) askToLeave(() => push(to, options));
  else push(to, options);
}

/** The browser has already gone to another entry; where that loses something, it comes back and asks. */
function onPopState({ state }: PopStateEvent): void {
  const to = numberOf(state) ?? at + 1;
  const entry: Entry = { at: to };
  if (numberOf(state) === null) history.replaceState(entry, '');
  const steps = to - at;
  if (hasUnsaved() && !isAgreed && steps !== 0 && addressed() !== shown) {
    history.go(-steps);
    askToLeave(() => {
      isAgreed = true;
      history.go(steps);
    });
    return;
  }
  isAgreed = false;
  at = to;
  show();
}

function begin(): void {
  at = numberOf(history.state) ?? 0;
  history.replaceState({ at } satisfies Entry, '');
  shown = addressed();
  window.addEventListener('popstate', onPopState);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) begin();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', onPopState);
  };
}

const current = (): string => (listeners.size === 0 ? addressed() : shown);

/** The place that is shown, and how to go to another one. */
export const hashLocation = Object.assign(
  (): [string, typeof navigate] => [useSyncExternalStore(subscribe, current), navigate],
  { hrefs: (href: string) => `#${href}` },
);
