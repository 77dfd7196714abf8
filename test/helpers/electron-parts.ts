import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type * as Electron from 'electron';

/* The classes of the Electron double: what has state. See electron-double.ts. */

/** An object that throws at every member it does not have. `then` and symbols are asked for by the language itself. */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key === 'then' || Reflect.has(target, key))
        return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`electron double: ${name}.${key} is not implemented`);
    },
  });
}

type PortHolder = { readonly port: MessagePort };
const realPort = (port: Electron.MessagePortMain): MessagePort => (port as unknown as PortHolder).port;

/** MessagePortMain over a port of worker_threads: `message` events carry `{data, ports}`, nothing flows before `start`. */
class PortDouble
  extends EventEmitter
  implements Pick<Electron.MessagePortMain, 'start' | 'postMessage' | 'close'>
{
  readonly port: MessagePort;
  isStarted = false;

  constructor(port: MessagePort) {
    super();
    this.port = port;
    port.on('close', () => this.emit('close'));
  }

  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    this.port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
  }

  postMessage(message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    this.port.postMessage(message, transfer.map(realPort));
  }

  close(): void {
    this.port.close();
  }
}

const portMain = (port: MessagePort): Electron.MessagePortMain =>
  strict('MessagePortMain', new PortDouble(port));

export class MessageChannelMainDouble {
  readonly port1: Electron.MessagePortMain;
  readonly port2: Electron.MessagePortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = portMain(port1);
    this.port2 = portMain(port2);
  }
}

/** What runs in a forked process: gets its parent port, as `process.parentPort` there. */
export type ChildProgram = (parent: Electron.ParentPort) => void;

/** A forked utility process: the program runs here, its parent port is an emitter. */
export class ChildDouble
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill'>
{
  readonly path: string;
  readonly options: Electron.ForkOptions | undefined;
  readonly stdout: PassThrough = new PassThrough();
  readonly stderr: PassThrough = new PassThrough();
  readonly parent: EventEmitter = new EventEmitter();
  killed = false;

  constructor(path: string, options: Electron.ForkOptions | undefined) {
    super();
    this.path = path;
    this.options = options;
  }

  postMessage(message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    const data: unknown = structuredClone(message);
    queueMicrotask(() => this.parent.emit('message', { data, ports: transfer }));
  }

  kill(): boolean {
    if (this.killed) return false;
    this.exit(0);
    return true;
  }

  /** The process ends. */
  exit(code: number): void {
    this.killed = true;
    queueMicrotask(() => this.emit('exit', code));
  }
}

type Handler = (request: Request) => Response | Promise<Response>;
type Blocker = (
  details: Electron.OnBeforeRequestListenerDetails,
  decide: (answer: Electron.CallbackResponse) => void,
) => void;
type PermissionRequest = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceCheck = Parameters<Electron.Session['setDevicePermissionHandler']>[0];

/** A session: remembers what was set, serves its schemes. */
export class SessionDouble
  implements
    Pick<
      Electron.Session,
      'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
    >
{
  readonly handlers: Map<string, Handler> = new Map();
  permissionRequest: PermissionRequest = null;
  permissionCheck: PermissionCheck = null;
  deviceCheck: DeviceCheck = null;
  blocked: { urls: string[]; decide: (url: string) => Electron.CallbackResponse } | undefined;

  readonly protocol: Pick<Electron.Protocol, 'handle' | 'unhandle'> = strict('protocol', {
    handle: (scheme: string, handler: Handler) => {
      if (this.handlers.has(scheme)) throw new Error(`${scheme} is handled already`);
      this.handlers.set(scheme, handler);
    },
    unhandle: (scheme: string) => {
      this.handlers.delete(scheme);
    },
  });

  readonly webRequest: { onBeforeRequest(filter: Electron.WebRequestFilter, listener: Blocker): void } =
    strict('webRequest', {
      onBeforeRequest: (filter: Electron.WebRequestFilter, listener: Blocker) => {
        const decide = (url: string): Electron.CallbackResponse => {
          let answer: Electron.CallbackResponse = {};
          listener({ url } as Electron.OnBeforeRequestListenerDetails, given => {
            answer = given;
          });
          return answer;
        };
        this.blocked = { urls: filter.urls ?? [], decide };
      },
    });

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: DeviceCheck): void {
    this.deviceCheck = handler;
  }

  /** Answers as the network service does: by the handler of the scheme. */
  async fetch(url: string, init?: RequestInit): Promise<Response> {
    const handler = this.handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) throw new Error(`no handler for ${url}`);
    return await handler(new Request(url, init));
  }
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
export interface PostedMessage {
  readonly channel: string;
  readonly message: unknown;
  readonly ports: Electron.MessagePortMain[];
}

/** The contents of a window. `load` plays what happens when a page was loaded. */
export class ContentsDouble
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      'setWindowOpenHandler' | 'postMessage' | 'reload' | 'executeJavaScript' | 'printToPDF'
    >
{
  readonly session: SessionDouble;
  readonly posted: PostedMessage[] = [];
  readonly scripts: string[] = [];
  readonly printed: Electron.PrintToPDFOptions[] = [];
  openHandler: OpenHandler | undefined;
  reloads = 0;
  page = '';

  constructor(session: SessionDouble) {
    super();
    this.session = session;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  postMessage(channel: string, message: unknown, ports: Electron.MessagePortMain[] = []): void {
    this.posted.push({ channel, message, ports });
  }

  reload(): void {
    this.reloads += 1;
    this.emit('did-finish-load');
  }

  executeJavaScript(code: string): Promise<unknown> {
    this.scripts.push(code);
    return Promise.resolve([]);
  }

  /** A PDF that holds the page as a comment, so that a test sees what was printed. */
  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    this.printed.push(options);
    return Promise.resolve(Buffer.from(`%PDF-1.7\n%${Buffer.from(this.page).toString('base64')}\n%%EOF`));
  }
}

const given = ({ x, y, width, height }: Partial<Electron.Rectangle>): Partial<Electron.Rectangle> =>
  Object.fromEntries(Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined));

/** A window. */
export class WindowDouble
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'loadURL'
      | 'show'
      | 'hide'
      | 'focus'
      | 'isMinimized'
      | 'restore'
      | 'isDestroyed'
      | 'destroy'
      | 'close'
      | 'getNormalBounds'
      | 'isMaximized'
      | 'maximize'
    >
{
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: ContentsDouble;
  visible: boolean;
  destroyed = false;
  minimized = false;
  maximized = false;
  bounds: Electron.Rectangle;
  focused = 0;
  url = '';

  constructor(options: Electron.BrowserWindowConstructorOptions, contents: ContentsDouble) {
    super();
    this.options = options;
    this.webContents = contents;
    this.bounds = { x: 320, y: 120, width: 800, height: 600, ...given(options) };
    this.visible = options.show ?? true;
  }

  async loadURL(url: string): Promise<void> {
    this.url = url;
    const response = await this.webContents.session.fetch(url);
    this.webContents.page = await response.text();
    if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading ${url}`);
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  show(): void {
    this.visible = true;
  }

  hide(): void {
    this.visible = false;
  }

  focus(): void {
    this.focused += 1;
  }

  getNormalBounds(): Electron.Rectangle {
    return this.bounds;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  maximize(): void {
    this.maximized = true;
    this.visible = true;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  restore(): void {
    this.minimized = false;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }

  /** The person closes it: hidden or gone, as the `close` listeners decide. */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (!prevented) this.destroy();
  }
}
