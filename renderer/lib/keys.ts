import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * One key of a screen. `keys` is one of: a letter or digit (`j`, `1`), matched by its place on the keyboard so
 * that kana input and JIS layouts work; a named key (`Enter`, `Escape`, `ArrowDown`, `Space`); a sign (`?`, `/`); any of
 * these after `mod+` (Ctrl, on a Mac Command) or `shift+`; or `g x` for two strokes.
 */
export type KeyBinding = {
  readonly keys: string;
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also while a text field has the focus. */
  readonly whileTyping?: boolean;
  /** Also while a dialog is open. */
  readonly inDialog?: boolean;
  /** Asked when the key is pressed; without a yes the key does what it always does. */
  readonly when?: () => boolean;
};

type Entry = { readonly bindings: readonly KeyBinding[] };

const entries = new Set<Entry>();
const listeners = new Set<() => void>();
let snapshot: readonly KeyBinding[] = [];
let prefixUntil = 0;
const prefixMs = 1200;

function publish(): void {
  snapshot = [...entries].flatMap(entry => entry.bindings);
  for (const listener of listeners) listener();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));

/** Enter and Space press what has the focus before they are keys of the screen. */
const usesKey = (stroke: string, target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement) || (stroke !== 'Enter' && stroke !== 'Space')) return false;
  const own = stroke === 'Enter' ? 'button, a[href], summary' : 'button, summary, input';
  return target.closest(`${own}, [role="menuitem"], [role="option"]`) !== null;
};

/** The name a binding uses for the pressed key, without modifiers. */
function nameOf(event: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (digit && (!event.shiftKey || event.code.startsWith('Numpad'))) return digit;
  // With a Japanese input method the space may be a full-width one.
  return event.code === 'Space' ? 'Space' : event.key;
}

function strokeOf(event: KeyboardEvent): string {
  const name = nameOf(event);
  const isSign = name.length === 1 && !/[a-z0-9]/.test(name);
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.shiftKey && !isSign ? 'shift+' : ''}${name}`;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return;
  const stroke = strokeOf(event);
  const isPlain = !stroke.startsWith('mod+');
  const afterPrefix = isPlain && event.timeStamp < prefixUntil;
  prefixUntil = 0;
  const dialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
  const typing = isTyping(event.target);
  const wanted = afterPrefix ? `g ${stroke}` : stroke;
  const match = snapshot.findLast(
    binding =>
      binding.keys === wanted &&
      (!typing || binding.whileTyping === true) &&
      (!dialog || binding.inDialog === true) &&
      !usesKey(stroke, event.target) &&
      binding.when?.() !== false,
  );
  if (match) {
    event.preventDefault();
    match.run(event);
  } else if (
    stroke === 'g' &&
    !typing &&
    !dialog &&
    snapshot.some(binding => binding.keys.startsWith('g '))
  ) {
    prefixUntil = event.timeStamp + prefixMs;
  }
}

/**
 * A list to pick from takes every Enter for itself, also Ctrl+Enter, which it would answer by opening or by taking what is
 * marked: the screen's own key comes first there.
 */
function onKeyDownInPickList(event: KeyboardEvent): void {
  const isPickList = event.target instanceof HTMLInputElement && event.target.ariaHasPopup === 'listbox';
  if (!isPickList || !strokeOf(event).startsWith('mod+')) return;
  onKeyDown(event);
  if (event.defaultPrevented) event.stopPropagation();
}

function add(entry: Entry): () => void {
  if (entries.size === 0) {
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keydown', onKeyDownInPickList, { capture: true });
  }
  entries.add(entry);
  publish();
  return () => {
    entries.delete(entry);
    if (entries.size === 0) {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keydown', onKeyDownInPickList, { capture: true });
    }
    publish();
  };
}

/** Binds keys while the component is shown; of two bindings of one key the later shown wins. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  // Texts and keys decide when to bind again; what a key does is looked up when it is pressed.
  const signature = JSON.stringify(
    bindings.map(({ keys, label, whileTyping = false, inDialog = false }) => ({
      keys,
      label,
      whileTyping,
      inDialog,
    })),
  );
  useEffect(() => {
    const stable = (JSON.parse(signature) as Omit<KeyBinding, 'run'>[]).map((binding, index) => ({
      ...binding,
      run: (event: KeyboardEvent) => current.current[index]?.run(event),
      when: () => current.current[index]?.when?.() !== false,
    }));
    return add({ bindings: stable });
  }, [signature]);
}

/** All keys that work now, for the key list. */
export const useActiveKeys = (): readonly KeyBinding[] =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
