import { readFileSync, writeFileSync } from 'node:fs';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';

const zState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(960),
  height: z.int().min(600),
  isMaximized: z.boolean(),
});
type WindowState = z.output<typeof zState>;

/** At least this much of the window must lie on a screen, or nobody could take hold of it. */
const HOLD = 100;

/** Where the window was left; undefined the first time, with a damaged file, or when its screen is gone. */
export function keptWindow(path: string): WindowState | undefined {
  try {
    const state = zState.parse(JSON.parse(readFileSync(path, 'utf8')));
    return isInReach(state, screen.getDisplayMatching(state).workArea) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps where the window is. A place that cannot be written is forgotten: the window opens in the middle. */
export function keepWindow(path: string, window: BrowserWindow): void {
  const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  try {
    writeFileSync(path, JSON.stringify(state));
  } catch {
    // Nothing is lost but a place.
  }
}

function isInReach(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= HOLD && window.y >= area.y && window.y <= area.y + area.height - HOLD;
}
