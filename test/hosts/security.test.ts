import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { security } from '#electron/main/security.ts';
import type { SessionDouble, WindowDouble } from '#test/helpers/electron-parts.ts';
import { type TestShell, testShell } from '#test/helpers/shell.ts';

let test: TestShell;
let printer: WindowDouble;
beforeAll(async () => {
  test = await testShell();
  const { ports } = await test.backend();
  await ports.printer.toPdf('<!doctype html><style>p{}</style><p>x</p>');
  const last = test.control.windows.at(-1);
  if (!last || last === test.window) throw new Error('no print window');
  printer = last;
});
afterAll(async () => await test.stop());

const windows = (): WindowDouble[] => [test.window, printer];
const sessions = (): SessionDouble[] => windows().map(({ webContents }) => webContents.session);

/** Plays an event of the contents and says whether a listener prevented it. */
function prevented(window: WindowDouble, event: string, details: Record<string, unknown> = {}): boolean {
  let isPrevented = false;
  window.webContents.emit(event, { ...details, preventDefault: () => (isPrevented = true) });
  return isPrevented;
}

describe.each(Object.entries(security.webPreferences))('web preference %s', (key, { rule, value }) => {
  it(`${rule}: ${value}, in the window and in the print window`, () => {
    for (const window of windows()) expect(window.options.webPreferences).toMatchObject({ [key]: value });
  });
});

describe.each(Object.entries(security.schemePrivileges))('scheme privilege %s', (key, { rule, value }) => {
  it(`${rule}: ${value}`, () => {
    expect(test.control.schemes).toEqual([
      { scheme: 'app', privileges: expect.objectContaining({ [key]: value }) as unknown },
    ]);
  });
});

describe.each(Object.entries(security.engineSwitches))('engine switch %s', (name, { rule, value }) => {
  it(rule, () => {
    expect(test.control.switches.get(name)).toBe(value);
  });
});

/** A row without a check does not build. */
const checks: { readonly [K in keyof typeof security.behaviour]: () => void | Promise<void> } = {
  permissions() {
    for (const session of sessions()) {
      let granted: boolean | undefined;
      session.permissionRequest?.(null as never, 'media', given => (granted = given), {} as never);
      expect(granted).toBe(false);
      expect(session.permissionCheck?.(null, 'geolocation', 'app://dosen', {} as never)).toBe(false);
    }
  },
  devices() {
    for (const session of sessions()) expect(session.deviceCheck?.({} as never)).toBe(false);
  },
  navigation() {
    for (const window of windows()) {
      expect(prevented(window, 'will-navigate', { url: 'https://evil.example/' })).toBe(true);
      expect(prevented(window, 'will-redirect', { url: 'https://evil.example/' })).toBe(true);
      const frame = (url: string, isMainFrame: boolean) =>
        prevented(window, 'will-frame-navigate', { url, isMainFrame });
      expect(frame('https://evil.example/', false)).toBe(true);
      expect(frame('app://dosen/', true)).toBe(true);
      expect(frame('about:srcdoc', false)).toBe(false);
    }
  },
  dialling() {
    const [window] = windows();
    const handed = ['tel:+819012345678', 'https://evil.example/', 'tel:javascript:x', 'file:///etc/passwd'];
    for (const url of handed) if (window) expect(prevented(window, 'will-navigate', { url })).toBe(true);
    expect(test.control.opened).toEqual(['tel:+819012345678']);
  },
  windowOpen() {
    for (const { webContents } of windows())
      expect(webContents.openHandler?.({} as never)).toEqual({ action: 'deny' });
  },
  webview() {
    for (const window of windows()) expect(prevented(window, 'will-attach-webview')).toBe(true);
  },
  network() {
    for (const { blocked } of sessions()) {
      expect(blocked?.urls).toEqual(
        ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map(scheme => `${scheme}://*/*`),
      );
      expect(blocked?.decide('https://example.com/')).toEqual({ cancel: true });
    }
  },
  async sender() {
    const file = { path: '/tmp/x' };
    const foreign = [
      { origin: 'https://evil.example', parent: null },
      { origin: 'app://dosen.evil', parent: null },
      { origin: 'app://dosen', parent: {} },
    ];
    for (const sender of foreign)
      await expect(test.invoke('shell:fileRef', file, sender)).rejects.toThrow('refused');
    await expect(test.invoke('shell:fileRef', { path: 3 })).rejects.toThrow(/path/);
    await expect(test.invoke('shell:saveFile', { name: 'x' })).rejects.toThrow(/mediaType/);
    await expect(test.invoke('shell:saveFiles', [])).rejects.toThrow();
    expect([...test.control.ipc.keys()]).toEqual(['shell:fileRef', 'shell:saveFile', 'shell:saveFiles']);
  },
  async singleInstance() {
    const second = await testShell(control => {
      control.hasLock = false;
    });
    expect([second.shell, second.control.windows.length]).toEqual([undefined, 0]);
    await second.stop();
  },
  appSandbox() {
    expect(test.control.sandboxed).toBe(true);
  },
};

describe.each(Object.entries(security.behaviour))('behaviour %s', (key, { rule }) => {
  it(rule, async () => {
    expect.hasAssertions();
    await checks[key as keyof typeof checks]();
  });
});

describe('the app:// protocol', () => {
  const get = async (path: string, init?: RequestInit) =>
    await test.window.webContents.session.fetch(`app://dosen${path}`, init);

  it('serves the page with a fresh nonce and a policy without unsafe-inline', async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 2; load += 1) {
      const response = await get('/');
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(policy).not.toContain('unsafe');
      expect(await response.text()).toContain(`content="${nonce}"`);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  it('serves the files of the page and the fonts', async () => {
    expect((await get('/assets/a.js')).headers.get('content-type')).toContain('text/javascript');
    expect((await get('/fonts/files/a.woff2')).headers.get('content-type')).toBe('font/woff2');
    expect((await get('/fonts/print.css')).headers.get('content-type')).toContain('text/css');
  });

  it.each([
    '/%2e%2e/%2e%2e/secret.txt',
    '/..%2f..%2fsecret.txt',
    '/fonts/..%2f..%2f..%2fsecret.txt',
    '/c:%5csecret.txt',
    '/nothing.js',
  ])('serves nothing outside: %s', async path => {
    expect((await get(path)).status).toBe(404);
  });

  it('answers no other method and no other host', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(404);
    expect((await test.window.webContents.session.fetch('app://elsewhere/')).status).toBe(404);
  });

  it('lets a printed page run nothing and load only fonts and its own style sheets', async () => {
    const shown: { policy: string }[] = [];
    const { ports } = await test.backend();
    const windows = test.control.windows.length;
    test.control.app.once(
      'web-contents-created',
      (
        _event: unknown,
        contents: { session: SessionDouble; once: (event: string, listener: () => void) => void },
      ) => {
        const { session } = contents;
        contents.once('did-finish-load', () => {
          void session
            .fetch('app://dosen/')
            .then(response => shown.push({ policy: response.headers.get('content-security-policy') ?? '' }));
        });
      },
    );
    await ports.printer.toPdf('<!doctype html><style>p{color:red}</style><p>x</p>');
    expect(test.control.windows.length).toBe(windows + 1);
    await expect.poll(() => shown.length).toBe(1);
    // Digest of `p{color:red}`: printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
    expect(shown[0]?.policy).toBe(
      "default-src 'none'; style-src 'self' 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='; font-src 'self'; img-src data:",
    );
  });
});
