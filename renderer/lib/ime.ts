/**
 * True for a key that belongs to the input method: pressed while composing, or reported as key code 229,
 * which is what the Enter or Esc that ends a composition carries when it arrives after `compositionend`.
 */
const isImeKey = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

/**
 * Keeps every key of the input method away from every key handler of the app, library components included.
 * It listens first, at the window in the capture phase, so it must be installed before anything renders.
 * What the browser itself does with the key (converting, typing) stays untouched.
 */
export function installImeGuard(target: Window): void {
  const guard = (event: KeyboardEvent): void => {
    if (isImeKey(event)) event.stopImmediatePropagation();
  };
  target.addEventListener('keydown', guard, { capture: true });
  target.addEventListener('keyup', guard, { capture: true });
}
