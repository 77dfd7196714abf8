import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Backend, createBackend } from '#electron/backend/create-backend.ts';
import { type AppWindow, openAppWindow } from '#electron/backend/host/app-window.ts';
import { defaultDataFolder } from '#electron/backend/host/data-folder.ts';
import { SessionFileDesk } from '#electron/backend/host/file-desk.ts';
import { openHttp } from '#electron/backend/host/http/http-host.ts';
import { PageNotifier } from '#electron/backend/host/http/page-notifier.ts';
import { keyFileBox } from '#electron/backend/host/key-file-box.ts';
import { realClock } from '#electron/backend/host/real-clock.ts';
import { startTicking } from '#electron/backend/host/tick-loop.ts';
import { jsonLog, type Log } from '#electron/backend/log.ts';
import type { HostPorts } from '#electron/backend/ports.ts';
import { chromiumPrinter } from '#electron/backend/print/chromium-printer.ts';
import { openAtStart } from '#electron/backend/store/open-at-start.ts';

/*
 * The browser host: the same backend in plain Node, for machines where Electron cannot run and for end-to-end tests.
 * node electron/backend/entry/http-server.ts [--data DIR] [--store FILE] [--sample] [--port N]
 *   [--window] [--exit-with-parent]
 * Prints `READY <url>` on standard output once it answers.
 */

export interface HttpHostOptions {
  /** The app's own data folder; default the same as every host's. */
  dataFolder?: string;
  /** The store to open; default the app's own. */
  storePath?: string;
  /** Open the practice store with invented leads instead. */
  sample?: boolean;
  /** Default: a free one. */
  port?: number;
  rendererFolder?: string;
  log?: Log;
  /** What a test replaces (a clock that can be moved). */
  ports?: Partial<HostPorts>;
}

export interface HttpHost {
  readonly origin: string;
  /** Opens the app: holds the token of this launch. */
  readonly url: string;
  readonly backend: Backend;
  readonly ports: HostPorts;
  readonly desk: SessionFileDesk;
  stop(): Promise<void>;
}

/** Starts the browser host. Comes up even where the store cannot be opened: `system.status` says why. */
export async function startHttpHost(options: HttpHostOptions = {}): Promise<HttpHost> {
  const desk = new SessionFileDesk();
  const notices = new PageNotifier();
  const dataFolder = options.dataFolder ?? defaultDataFolder();
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const ports: HostPorts = {
    clock: realClock,
    secrets: keyFileBox(dataFolder),
    printer: chromiumPrinter(),
    notifier: notices,
    files: desk,
    dataFolder,
    loopbackOnly: false,
    ...options.ports,
  };
  const backend = createBackend({ ports, log: options.log ?? jsonLog(line => process.stderr.write(line)) });
  await openAtStart(backend, options);
  const rendererFolder = options.rendererFolder ?? builtRenderer();
  const door = await openHttp({ backend, desk, notices, rendererFolder, port: options.port ?? 0 });
  const ticking = startTicking(backend);
  return {
    origin: door.origin,
    url: door.url,
    backend,
    ports,
    desk,
    async stop() {
      await door.close();
      await ticking.stop();
      await backend.stop();
      await desk.close();
    },
  };
}

/** `out/renderer`, seen from the source and from the built host in `out/main`. */
function builtRenderer(): string {
  const beside = fileURLToPath(new URL('../renderer', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../../out/renderer', import.meta.url));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      store: { type: 'string' },
      sample: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      window: { type: 'boolean', default: false },
      'exit-with-parent': { type: 'boolean', default: false },
    },
  });
  const host = await startHttpHost({
    ...(values.data ? { dataFolder: resolve(values.data) } : {}),
    ...(values.store ? { storePath: resolve(values.store) } : {}),
    sample: values.sample,
    port: Number(values.port),
  });
  let window: AppWindow | null = null;
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const ended = Promise.all([window?.close(), host.stop()]);
    void ended.then(() => process.exit(0));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  if (values['exit-with-parent']) {
    process.stdin.once('end', stop).once('close', stop).once('error', stop);
    process.stdin.resume();
  }
  process.stdout.write(`READY ${host.url}\n`);
  if (!values.window) return;
  window = await openAppWindow(host.url);
  // A window somebody closed ends the app; one that never came leaves the address to be opened by hand.
  if (await window?.closed) stop();
}

const started = process.argv[1];
if (started && import.meta.url === pathToFileURL(realpathSync(started)).href) await main();
