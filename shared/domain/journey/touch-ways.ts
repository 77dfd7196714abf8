/** How somebody was in touch, in the order of their keys. `visit`: we went there; `visitIn`: they came to us. */
export const TOUCH_WAYS = ['phone', 'mail', 'visit', 'visitIn', 'web', 'chat', 'letter'] as const;
export type TouchWay = (typeof TOUCH_WAYS)[number];
export type TouchDirection = 'out' | 'in';

/**
 * What is usual for a way, so that one key is enough: on site and on screen people meet, a call or a mail went out and is
 * only an attempt. Whoever comes to us came by themselves.
 */
export const usualTouch = (
  way: TouchWay,
): { readonly direction: TouchDirection; readonly reached: boolean } => ({
  direction: way === 'visitIn' ? 'in' : 'out',
  reached: way === 'visit' || way === 'visitIn' || way === 'web',
});
