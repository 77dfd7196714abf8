import type { Privileges, WebPreferences } from 'electron';

/*
 * The security of the desktop shell, as one table: rule → configuration value. Every value is used from here and
 * nowhere repeated; `test/hosts/security.test.ts` checks each row against what the windows really get.
 */

/** Web preferences every window gets. */
const webPreferences = {
  contextIsolation: { rule: 'page code cannot reach the objects of the preload', value: true },
  sandbox: { rule: 'page and preload run in the sandbox of the system', value: true },
  nodeIntegration: { rule: 'page code has no Node', value: false },
  nodeIntegrationInWorker: { rule: 'workers have no Node', value: false },
  nodeIntegrationInSubFrames: { rule: 'frames have neither Node nor preload', value: false },
  webSecurity: { rule: 'the same-origin policy holds', value: true },
  allowRunningInsecureContent: { rule: 'no insecure content in a secure page', value: false },
  experimentalFeatures: { rule: 'no unfinished features of the engine', value: false },
  webviewTag: { rule: 'no embedded guest pages', value: false },
  navigateOnDragDrop: { rule: 'a file dropped beside its target does not replace the page', value: false },
  spellcheck: { rule: 'no dictionary is fetched from the network', value: false },
  safeDialogs: { rule: 'a page cannot flood the person with dialogs', value: true },
} as const satisfies { [K in keyof WebPreferences]: Row<WebPreferences[K]> };

/** Privileges of the scheme the page is served by, instead of `file:`. */
const schemePrivileges = {
  standard: { rule: 'the page has an origin of its own', value: true },
  secure: { rule: 'the page is a secure context', value: true },
  supportFetchAPI: { rule: 'the page may fetch its own files', value: true },
  corsEnabled: { rule: 'fonts load under the rules of CORS', value: true },
  bypassCSP: { rule: 'the content security policy holds', value: false },
  allowServiceWorkers: { rule: 'nothing stays behind the page', value: false },
} as const satisfies { [K in keyof Privileges]: Row<Privileges[K]> };

/** What windows, sessions and calls may do. */
const behaviour = {
  permissions: { rule: 'no page gets a permission of the system', value: 'deny' },
  devices: { rule: 'no page gets a device', value: 'deny' },
  navigation: { rule: 'a window stays on its page', value: 'deny' },
  dialling: { rule: 'only numbers to call are handed to the system', value: /^tel:\+?[\d*#,;=a-z-]{1,40}$/ },
  windowOpen: { rule: 'a page opens no window', value: 'deny' },
  webview: { rule: 'no guest page is attached', value: 'deny' },
  network: { rule: 'pages reach neither the network nor the file system', value: blockedUrls() },
  sender: { rule: 'shell calls come from the top frame of our own page', value: 'app://dosen' },
  singleInstance: { rule: 'one shell at a time; a second start shows the first', value: true },
  appSandbox: { rule: 'every renderer is sandboxed, also one made by mistake', value: true },
} as const satisfies Record<string, Row<unknown>>;

/** Switches of the engine: it never speaks by itself. */
const engineSwitches = {
  'disable-background-networking': { rule: 'no field trials, no safe-browsing updates', value: '' },
  'disable-component-update': { rule: 'no component is fetched', value: '' },
  'disable-domain-reliability': { rule: 'no reports are sent', value: '' },
} as const satisfies Record<string, Row<string>>;

export const security = { webPreferences, schemePrivileges, behaviour, engineSwitches } as const;

interface Row<V> {
  readonly rule: string;
  readonly value: V;
}

type Values<T extends Record<string, Row<unknown>>> = { -readonly [K in keyof T]: T[K]['value'] };

/** The values of one part of the table. */
export const valuesOf = <T extends Record<string, Row<unknown>>>(part: T): Values<T> =>
  Object.fromEntries(Object.entries(part).map(([key, row]) => [key, row.value])) as Values<T>;

function blockedUrls(): string[] {
  return ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map(scheme => `${scheme}://*/*`);
}
