import { BrowserWindow, dialog, nativeTheme, session } from 'electron';
import { guardSession } from './guard.ts';
import { places } from './places.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { PAGE_ORIGIN, servePages } from './protocol.ts';
import { security, valuesOf } from './security.ts';
import { keepWindow, keptWindow } from './window-state.ts';

/** Prepares the session all our windows share; once, when the app is ready. */
export function prepareSession(): void {
  guardSession(session.defaultSession);
  servePages(session.defaultSession);
}

/** The desk of the page, which the window shows until the page is there. */
const DESK = { light: '#F2F0EA', dark: '#1A1B1E' };

/** Opens the window on the page, where it was left. `onLoad` runs at every load, also after a reload. */
export function openWindow(onLoad: (window: BrowserWindow) => void): BrowserWindow {
  const kept = keptWindow(places.window());
  const { isMaximized = false, ...bounds } = kept ?? { width: 1280, height: 800 };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? DESK.dark : DESK.light,
    icon: places.icon(),
    webPreferences: { ...valuesOf(security.webPreferences), preload: places.preload() },
  });
  window.once('ready-to-show', () => {
    window.show();
    if (isMaximized) window.maximize();
  });
  window.on('close', () => keepWindow(places.window(), window));
  window.webContents.on('did-finish-load', () => onLoad(window));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  void window.loadURL(`${PAGE_ORIGIN}/`);
  return window;
}

/** The app's own screens, as a path behind the hash. */
const PLACE = /^\/[a-z]+(?:\/[\w-]+)*$/;

/** Shows a screen of the app in the window that is open; anything else than a path of ours is passed over. */
export function showPlace(window: BrowserWindow, path: string): void {
  if (!PLACE.test(path)) return;
  // Only the hash differs, so the page stays; a load that another one overtakes ends with an error that says nothing.
  window.loadURL(`${PAGE_ORIGIN}/#${path}`).catch(() => undefined);
}

/** Asks whether what is not saved on the screen may be lost; staying is what Enter and Esc answer. */
export function mayLose(window: BrowserWindow, t: Catalogue['shell']): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: t.unsaved,
    buttons: [t.stay, t.discard],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}

/** Brings the window to the person. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
