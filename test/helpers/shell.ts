import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { RouterClient } from '@orpc/server';
import { vi } from 'vitest';
import { type DesktopBackend, serveParent } from '#electron/backend/entry/utility-process.ts';
import type { Shell } from '#electron/main/app.ts';
import type { router } from '#electron/backend/rpc/router.ts';
import { PORT_MESSAGE } from '#shared/contract/page.ts';
import { type ElectronControl, electronDouble } from './electron-double.ts';
import type { WindowDouble } from './electron-parts.ts';

export interface TestShell {
  readonly shell: Shell | undefined;
  readonly control: ElectronControl;
  readonly window: WindowDouble;
  /** The backend that runs behind the double, newest first. */
  backend(): Promise<DesktopBackend>;
  /** The contract over the port the window got last. */
  client(): RouterClient<typeof router>;
  /** Calls the shell as the preload of our own page does. */
  invoke(channel: string, input: unknown, sender?: { origin: string; parent: unknown }): Promise<unknown>;
  stop(): Promise<void>;
}

const PAGE =
  '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script type="module" src="./assets/a.js"></script>';

/** The real shell on the double of Electron, with the real backend behind the forked process. */
export async function testShell(
  prepare: (control: ElectronControl) => void = () => undefined,
): Promise<TestShell> {
  vi.resetModules();
  const { electron, control } = electronDouble();
  vi.doMock('electron', () => electron);
  makeBuild(control.appPath);
  const backends: Promise<DesktopBackend>[] = [];
  control.program = parent => void backends.unshift(serveParent(parent));
  prepare(control);
  const { startShell } = await import('#electron/main/app.ts');
  const shell = await startShell();
  if (shell) await vi.waitUntil(() => control.windows[0]?.visible, { timeout: 20_000 });
  const backend = async (): Promise<DesktopBackend> => {
    const [newest] = backends;
    if (!newest) throw new Error('nothing was forked');
    return await newest;
  };
  const first = (): WindowDouble => {
    const [window] = control.windows;
    if (!window) throw new Error('no window');
    return window;
  };
  return {
    shell,
    control,
    get window() {
      return first();
    },
    backend,
    client() {
      const posted = first().webContents.posted.filter(({ channel }) => channel === PORT_MESSAGE);
      const port = posted.at(-1)?.ports[0];
      if (!port) throw new Error('the window got no port');
      const client = createORPCClient<RouterClient<typeof router>>(new RPCLink({ port: port }));
      port.start();
      return client;
    },
    async invoke(channel, input, sender = { origin: 'app://dosen', parent: null }) {
      const handler = control.ipc.get(channel);
      if (!handler) throw new Error(`nobody answers ${channel}`);
      const event = { sender: first().webContents, senderFrame: sender } as never;
      return await handler(event, structuredClone(input));
    },
    async stop() {
      for (const each of backends) await (await each).stop();
      rmSync(dirname(control.appPath), { recursive: true, force: true });
    },
  };
}

function makeBuild(app: string): void {
  const files = {
    'out/renderer/index.html': PAGE,
    'out/renderer/assets/a.js': 'export {};',
    'out/fonts/print.css': '@font-face {}',
    'out/fonts/files/a.woff2': 'wOF2',
    'secret.txt': 'outside',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(app, name)), { recursive: true });
    writeFileSync(join(app, name), text);
  }
}
