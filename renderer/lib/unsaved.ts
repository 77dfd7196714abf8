import { useEffect, useState, useSyncExternalStore } from 'react';

/** What is being edited on the screen and not saved yet. */
const drafts = new Set<object>();
const listeners = new Set<() => void>();
let waiting: (() => void) | null = null;

function publish(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function wait(go: (() => void) | null): void {
  waiting = go;
  publish();
}

/** Reloading or closing the window is asked about by the browser, or by the shell, in words of its own. */
const onBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();

function add(draft: object): () => void {
  if (drafts.size === 0) window.addEventListener('beforeunload', onBeforeUnload);
  drafts.add(draft);
  publish();
  return () => {
    drafts.delete(draft);
    publish();
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

/** Does what empties the screen, such as opening another store: at once, or on a yes, after which nothing is asked again. */
export function leaveFor(go: () => void): void {
  if (hasUnsaved())
    askToLeave(() => {
      drafts.clear();
      publish();
      go();
    });
  else go();
}

/** Answers the question that stands: go and lose it, or stay. */
export function answerLeave(goes: boolean): void {
  const go = waiting;
  wait(null);
  if (goes) go?.();
}

/** Whether the question stands. */
export const useIsAskedToLeave = (): boolean => useSyncExternalStore(subscribe, () => waiting !== null);

let isBehind = false;

/**
 * What an editor starts from. While something is not saved it stays what it was, though another window, an undo or the
 * daily work may change it meanwhile: nobody's typing is thrown away by what others do.
 */
export function useHeld<T>(latest: T): T {
  const [held, setHeld] = useState(latest);
  const isHeld = useSyncExternalStore(subscribe, hasUnsaved) && held !== undefined;
  if (!isHeld && held !== latest) setHeld(latest);
  const differs = isHeld && JSON.stringify(held) !== JSON.stringify(latest);
  useEffect(() => {
    isBehind = differs;
    publish();
    return () => {
      isBehind = false;
    };
  }, [differs]);
  return isHeld ? held : latest;
}

/** Whether somebody else saved what is being edited here. */
export const useIsBehind = (): boolean => useSyncExternalStore(subscribe, () => isBehind);
