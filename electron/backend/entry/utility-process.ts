import process from 'node:process';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { type Backend, createBackend } from '#electron/backend/create-backend.ts';
import { isAppError } from '#electron/backend/errors.ts';
import { SessionFileDesk } from '#electron/backend/host/file-desk.ts';
import { keyFileBox } from '#electron/backend/host/key-file-box.ts';
import { realClock } from '#electron/backend/host/real-clock.ts';
import {
  type ShellClient,
  shellNotifier,
  shellPrinter,
  shellSecrets,
} from '#electron/backend/host/shell-ports.ts';
import { startTicking } from '#electron/backend/host/tick-loop.ts';
import { jsonLog } from '#electron/backend/log.ts';
import type { HostPorts } from '#electron/backend/ports.ts';
import { servePort } from '#electron/backend/rpc/serve.ts';
import { openAtStart } from '#electron/backend/store/open-at-start.ts';
import { backendContract, type StartMessage, zProcessMessage } from '#shared/contract/host.ts';

/** A port of the process: Electron's MessagePortMain, as much of it as is used. */
export interface ProcessPort {
  on(event: string, listener: (event?: { data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
}

/** `process.parentPort` of a utility process. */
export interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: ProcessPort[] }) => void): unknown;
}

export interface DesktopBackend {
  readonly backend: Backend;
  readonly ports: HostPorts;
  stop(): Promise<void>;
}

/**
 * The backend as the desktop shell forks it: the first message brings the configuration and two ports, every later one
 * the port of a loaded window. Resolves when the backend stands.
 */
export async function serveParent(parent: ParentPort): Promise<DesktopBackend> {
  const rpc = servePort();
  return await new Promise(resolve => {
    let started: Promise<DesktopBackend> | undefined;
    parent.on('message', event => {
      const message = zProcessMessage.parse(event.data);
      if (message.kind === 'start') {
        const [toShell, fromShell] = event.ports;
        if (!toShell || !fromShell) throw new Error('start needs two ports');
        started = startBackend(message, toShell, fromShell);
        void started.then(resolve);
        return;
      }
      const [port] = event.ports;
      if (!port || !started) throw new Error('a window needs a port and a started backend');
      void started.then(({ backend }) => {
        rpc.upgrade(port, { context: { backend } });
        port.start();
      });
    });
  });
}

async function startBackend(
  config: StartMessage,
  toShell: ProcessPort,
  fromShell: ProcessPort,
): Promise<DesktopBackend> {
  const shell: ShellClient = createORPCClient(new RPCLink({ port: toShell }));
  toShell.start();
  const desk = new SessionFileDesk();
  const ports: HostPorts = {
    clock: realClock,
    secrets: config.secrets === 'keychain' ? shellSecrets(shell) : keyFileBox(config.dataFolder),
    printer: shellPrinter(shell),
    notifier: shellNotifier(shell),
    files: desk,
    dataFolder: config.dataFolder,
    loopbackOnly: false,
  };
  const backend = createBackend({ ports, log: jsonLog(line => process.stderr.write(line)) });
  await openAtStart(backend, { sample: config.sample });
  const ticking = startTicking(backend);
  const stop = async (): Promise<void> => {
    await ticking.stop();
    await backend.stop();
    await desk.close();
  };
  new RPCHandler(shellSide(desk, stop)).upgrade(fromShell, { context: {} });
  fromShell.start();
  return { backend, ports, stop };
}

/** What the shell may ask: files the person gave it, files to put where the person said, and the end. */
function shellSide(desk: SessionFileDesk, stop: () => Promise<void>) {
  const os = implement(backendContract);
  const files = os.files;
  return {
    files: {
      register: files.register.handler(async ({ input }) => await coded(desk.register(input.path))),
      receive: files.receive.handler(
        async ({ input }) => await coded(desk.receiveBytes(Buffer.from(input.base64, 'base64'), input.name)),
      ),
      deliver: files.deliver.handler(async ({ input }) => {
        await coded(desk.deliver(input.ref, input.path));
        return {};
      }),
    },
    lifecycle: {
      stop: os.lifecycle.stop.handler(async () => {
        await stop();
        return {};
      }),
    },
  };
}

/** Our codes cross to the shell; anything else stays an internal error. */
async function coded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new ORPCError('FILE_FAILED', { data: { code: error.code, params: error.data }, cause: error });
  }
}

const { parentPort } = process as { parentPort?: ParentPort };
if (parentPort) await serveParent(parentPort);
