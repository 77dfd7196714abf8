import process from 'node:process';
import { app, type BrowserWindow, type Tray } from 'electron';
import { PORT_MESSAGE } from '#shared/contract/page.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { langOf } from '#shared/i18n/lang.ts';
import { BackendProcess } from './backend-process.ts';
import { guardApp } from './guard.ts';
import { logFile } from './log-file.ts';
import { offerEditing, setAppMenu } from './menu.ts';
import { notify } from './notifications.ts';
import { places } from './places.ts';
import { registerScheme } from './protocol.ts';
import { secretsKind } from './secrets.ts';
import { answerShell } from './shell-ipc.ts';
import { shellRouter } from './shell-router.ts';
import { makeTray, showCount } from './tray.ts';
import { mayLose, openWindow, prepareSession, showPlace, showWindow } from './window.ts';

/** As in `electron.builder.yml`. */
const APP_ID = 'jp.dosen.app';

/** The running shell. */
export interface Shell {
  readonly window: BrowserWindow;
  readonly backend: BackendProcess;
}

/**
 * Starts the desktop shell: one instance, then backend, window and tray. Undefined when another instance runs, which
 * then shows its window. Closing the window leaves Dosen beside the clock; quitting closes it, asks where something is
 * not saved, and then stops the backend.
 */
export async function startShell(): Promise<Shell | undefined> {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return undefined;
  }
  // Windows shows notifications only of an app it knows by this name, that of its shortcut.
  app.setAppUserModelId(APP_ID);
  registerScheme();
  guardApp();
  await app.whenReady();
  prepareSession();
  const t = catalogue(langOf(app.getLocale())).shell;
  let quitting = false;
  let told = false;
  // Held here: a tray without a reference is collected and disappears.
  const held: { window?: BrowserWindow; tray?: Tray } = {};
  const show = (): void => {
    if (held.window) showWindow(held.window);
  };
  const showAt = (target?: string): void => {
    show();
    if (held.window && target !== undefined) showPlace(held.window, target);
  };
  const backend = new BackendProcess({
    config: {
      dataFolder: places.data(),
      sample: process.argv.includes('--sample'),
      secrets: await secretsKind(),
    },
    shell: shellRouter(showAt, figure => held.tray && showCount(held.tray, figure)),
    log: logFile(places.logs()),
    onRestart: () => held.window && handOverPort(backend, held.window),
  });
  backend.start();
  answerShell(() => backend.client);
  const window = openWindow(loaded => handOverPort(backend, loaded));
  held.window = window;
  setAppMenu(t, () => app.quit());
  offerEditing(window.webContents, t.menu);
  held.tray = makeTray(t, { show, quit: () => app.quit() });
  app.on('second-instance', show);
  app.on('activate', show);
  window.on('close', event => {
    if (quitting) return;
    event.preventDefault();
    window.hide();
    if (!told) notify({ title: t.name, body: t.stillRunning }, show);
    told = true;
  });
  // The computer goes down: what is being written is finished while there is time.
  window.on('session-end', () => void backend.stop());
  window.webContents.on('will-prevent-unload', event => {
    show();
    if (mayLose(window, t)) event.preventDefault();
    else quitting = false;
  });
  window.on('closed', () => {
    delete held.window;
    void backend.stop().finally(() => app.quit());
  });
  // Without a listener the app would end with its window, before the backend has finished its writes.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', event => {
    if (held.window === undefined) return;
    quitting = true;
    event.preventDefault();
    window.close();
  });
  return { window, backend };
}

/** Gives a window its way to the backend; the preload passes the port on to the page. */
function handOverPort(backend: BackendProcess, window: BrowserWindow): void {
  const port = window.isDestroyed() ? undefined : backend.portForWindow();
  if (port) window.webContents.postMessage(PORT_MESSAGE, null, [port]);
}
