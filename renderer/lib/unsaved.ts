import { useEffect, useSyncExternalStore } from 'react';

/** What is being edited on the screen and not saved yet. */
const drafts = new Set<object>();
const listeners = new Set<() => void>();
let waiting: (() => void) | null = null;

function wait(go: (() => void) | null): void {
  waiting = go;
  for (const listener of listeners) listener();
}

/** Reloading or closing the window is asked about by the browser, or by the shell, in words of its own. */
const onBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();

function add(draft: object): () => void {
  if (drafts.size === 0) window.addEventListener('beforeunload', onBeforeUnload);
  drafts.add(draft);
  return () => {
    drafts.delete(draft);
    if (drafts.size === 0) window.removeEventListener('beforeunload', onBeforeUnload);
  };
}

/** Whether something would be lost by leaving now. */
export const hasUnsaved = (): boolean => drafts.size > 0;

/** While `isUnsaved`, nobody leaves the screen without being asked. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => (isUnsaved ? add({}) : undefined), [isUnsaved]);
}

/** Asks whether what is not saved may be lost, and goes on a yes. */
export const askToLeave = (go: () => void): void => wait(go);

/** Answers the question that stands: go and lose it, or stay. */
export function answerLeave(goes: boolean): void {
  const go = waiting;
  wait(null);
  if (goes) go?.();
}

/** Whether the question stands. */
export const useIsAskedToLeave = (): boolean =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
