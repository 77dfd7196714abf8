import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import {
  ChildDouble,
  type ChildProgram,
  ContentsDouble,
  MessageChannelMainDouble,
  SessionDouble,
  strict,
  WindowDouble,
} from './electron-parts.ts';

/*
 * A faithful double of the part of Electron the shell uses. Every member is typed by Electron's own declarations, does
 * what the real one does as far as a plain process can, and whatever is not here throws: a call nobody checked cannot
 * pass unseen.
 */

/** What a test sees of the shell, and what it decides before the shell starts. */
export interface ElectronControl {
  readonly windows: WindowDouble[];
  readonly sessions: Map<string, SessionDouble>;
  readonly children: ChildDouble[];
  readonly notifications: { title: string; body: string; click(): void }[];
  readonly trays: { tooltip: string; title: string; menu: Electron.MenuItemConstructorOptions[] }[];
  /** The menu of the app, and those shown by the right button. */
  readonly menus: {
    app: Electron.MenuItemConstructorOptions[];
    shown: Electron.MenuItemConstructorOptions[][];
  };
  /** What was handed to the system to open. */
  readonly opened: string[];
  readonly switches: Map<string, string>;
  readonly schemes: Electron.CustomScheme[];
  readonly ipc: Map<string, (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown>;
  /** The folder of the app: `out/` of a build lies in it. */
  readonly appPath: string;
  readonly userData: string;
  sandboxed: boolean;
  quits: number;
  /** By which Windows knows the app. */
  appId: string;
  /** Of the one screen there is. */
  workArea: Electron.Rectangle;
  isDark: boolean;
  /** The figure on the dock. */
  badge: number;
  hasLock: boolean;
  locale: string;
  hasKeychain: boolean;
  linuxBackend: ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;
  /** Answer of the next save dialog. */
  saveTo: string | null;
  /** What a forked file runs. */
  program: ChildProgram;
  /** The app becomes ready at this moment; what must come before it has come. */
  ready: boolean;
  app: EventEmitter;
}

/** A new Electron and the control over it. */
export function electronDouble(): { electron: Partial<typeof Electron>; control: ElectronControl } {
  const appEvents = new EventEmitter();
  const home = mkdtempSync(join(tmpdir(), 'dosen-electron-'));
  const control: ElectronControl = {
    windows: [],
    sessions: new Map(),
    children: [],
    notifications: [],
    trays: [],
    menus: { app: [], shown: [] },
    opened: [],
    switches: new Map(),
    schemes: [],
    ipc: new Map(),
    appPath: join(home, 'app'),
    userData: join(home, 'data'),
    sandboxed: false,
    quits: 0,
    appId: '',
    workArea: { x: 0, y: 0, width: 1920, height: 1040 },
    isDark: false,
    badge: 0,
    hasLock: true,
    locale: 'ja',
    hasKeychain: true,
    linuxBackend: 'gnome_libsecret',
    saveTo: null,
    program: () => undefined,
    ready: false,
    app: appEvents,
  };
  const electron = {
    app: appDouble(control),
    ...windowDoubles(control),
    ...processDoubles(control),
    ...systemDoubles(control),
  };
  return { electron: strict('electron', electron) as unknown as Partial<typeof Electron>, control };
}

function appDouble(control: ElectronControl) {
  const { app: events } = control;
  const on = (event: string, listener: (...args: unknown[]) => void): EventEmitter =>
    events.on(event, listener);
  const beforeReady = (what: string): void => {
    if (control.ready) throw new Error(`${what} must be called before the app is ready`);
  };
  const paths: Record<string, string> = {
    userData: control.userData,
    logs: join(control.userData, 'logs'),
  };
  return strict('app', {
    requestSingleInstanceLock: () => control.hasLock,
    /** As in Electron: listeners of `before-quit` may prevent it. */
    quit: () => {
      control.quits += 1;
      events.emit('before-quit', { preventDefault: () => undefined });
    },
    whenReady: () => {
      control.ready = true;
      return Promise.resolve();
    },
    enableSandbox: () => {
      beforeReady('enableSandbox');
      control.sandboxed = true;
    },
    getPath: (name: string) => {
      const path = paths[name];
      if (!path) throw new Error(`electron double: no path ${name}`);
      return path;
    },
    setAppUserModelId: (id: string) => {
      control.appId = id;
    },
    setBadgeCount: (n: number) => {
      control.badge = n;
      return true;
    },
    getAppPath: () => control.appPath,
    getLocale: () => control.locale,
    on,
    commandLine: strict('commandLine', {
      appendSwitch: (name: string, value = '') => {
        beforeReady('appendSwitch');
        control.switches.set(name, value);
      },
    }),
  } satisfies { [K in keyof Electron.App]?: unknown });
}

function windowDoubles(control: ElectronControl) {
  const session = (partition: string): SessionDouble => {
    const known = control.sessions.get(partition) ?? strict('session', new SessionDouble());
    control.sessions.set(partition, known);
    return known;
  };
  class BrowserWindow {
    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      if (!control.ready) throw new Error('a window needs a ready app');
      const own = options.webPreferences?.session as unknown as SessionDouble | undefined;
      const contents = strict('webContents', new ContentsDouble(own ?? session('default')));
      const window = strict('BrowserWindow', new WindowDouble(options, contents));
      control.windows.push(window);
      control.app.emit('web-contents-created', {}, contents);
      return window;
    }

    static fromWebContents(contents: unknown): WindowDouble | null {
      return control.windows.find(window => window.webContents === contents) ?? null;
    }
  }
  return {
    BrowserWindow,
    session: strict('session', {
      get defaultSession() {
        return session('default');
      },
      fromPartition: session,
    }),
    protocol: strict('protocol', {
      registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
        if (control.ready) throw new Error('schemes must be registered before the app is ready');
        control.schemes.push(...schemes);
      },
    }),
    dialog: strict('dialog', {
      showSaveDialog: () =>
        Promise.resolve({ canceled: control.saveTo === null, filePath: control.saveTo ?? '' }),
      showOpenDialog: () =>
        Promise.resolve({
          canceled: control.saveTo === null,
          filePaths: control.saveTo === null ? [] : [control.saveTo],
        }),
    }),
  };
}

function processDoubles(control: ElectronControl) {
  return {
    MessageChannelMain: MessageChannelMainDouble,
    utilityProcess: strict('utilityProcess', {
      fork: (path: string, _args?: string[], options?: Electron.ForkOptions) => {
        if (!control.ready) throw new Error('fork needs a ready app');
        const child = strict('UtilityProcess', new ChildDouble(path, options));
        control.children.push(child);
        control.program(strict('parentPort', child.parent) as unknown as Electron.ParentPort);
        return child;
      },
    }),
    ipcMain: strict('ipcMain', {
      handle: (
        channel: string,
        listener: (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown,
      ) => {
        if (control.ipc.has(channel)) throw new Error(`a second handler for ${channel}`);
        control.ipc.set(channel, listener);
      },
    }),
  };
}

function systemDoubles(control: ElectronControl) {
  const key = randomBytes(32);
  class Notification extends EventEmitter {
    readonly #options: Electron.NotificationConstructorOptions;

    constructor(options: Electron.NotificationConstructorOptions = {}) {
      super();
      this.#options = options;
    }

    static isSupported(): boolean {
      return true;
    }

    show(): void {
      const { title = '', body = '' } = this.#options;
      control.notifications.push({ title, body, click: () => void this.emit('click') });
    }
  }
  class Tray extends EventEmitter {
    readonly #shown: ElectronControl['trays'][number] = { tooltip: '', title: '', menu: [] };

    constructor(_image: unknown) {
      super();
      control.trays.push(this.#shown);
    }

    setToolTip(text: string): void {
      this.#shown.tooltip = text;
    }

    setTitle(text: string): void {
      this.#shown.title = text;
    }

    setContextMenu(menu: { template: Electron.MenuItemConstructorOptions[] }): void {
      this.#shown.menu = menu.template;
    }
  }
  return {
    Notification,
    Tray,
    Menu: strict('Menu', {
      buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => ({
        template,
        popup: () => void control.menus.shown.push(template),
      }),
      setApplicationMenu: ({ template }: { template: Electron.MenuItemConstructorOptions[] }) => {
        control.menus.app = template;
      },
    }),
    screen: strict('screen', {
      getDisplayMatching: () => {
        if (!control.ready) throw new Error('screen needs a ready app');
        return { workArea: control.workArea };
      },
    }),
    nativeTheme: strict('nativeTheme', {
      get shouldUseDarkColors() {
        return control.isDark;
      },
    }),
    shell: strict('shell', {
      openExternal: (url: string) => {
        control.opened.push(url);
        return Promise.resolve();
      },
    }),
    nativeImage: strict('nativeImage', {
      createFromPath: (path: string) => ({ path, resize: () => ({ path }) }),
    }),
    /** Really seals: AES-256-GCM under a key of this double, so that damage and foreign texts are refused. */
    safeStorage: strict('safeStorage', {
      isAsyncEncryptionAvailable: () => Promise.resolve(control.hasKeychain),
      getSelectedStorageBackend: () => control.linuxBackend,
      encryptStringAsync: (plain: string) => {
        const iv = randomBytes(12);
        const cipher = createCipheriv('aes-256-gcm', key, iv);
        const text = Buffer.concat([cipher.update(plain), cipher.final()]);
        return Promise.resolve(Buffer.concat([iv, cipher.getAuthTag(), text]));
      },
      decryptStringAsync: async (sealed: Buffer) => {
        await Promise.resolve();
        const [iv, tag, text] = [sealed.subarray(0, 12), sealed.subarray(12, 28), sealed.subarray(28)];
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 }).setAuthTag(tag);
        return {
          shouldReEncrypt: false,
          result: decipher.update(text, undefined, 'utf8') + decipher.final('utf8'),
        };
      },
    } satisfies Pick<
      Electron.SafeStorage,
      'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
    >),
  };
}
