import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import type { AnyRouter } from '@orpc/server';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import {
  type backendContract,
  NODE_FLAGS,
  type StartMessage,
  zStartMessage,
  zWindowMessage,
} from '#shared/contract/host.ts';
import { failuresAfter, nextWait } from './backoff.ts';
import { places } from './places.ts';

export type BackendClient = ContractRouterClient<typeof backendContract>;

export interface BackendParts {
  readonly config: Omit<StartMessage, 'kind'>;
  /** What the backend may ask of us. */
  readonly shell: AnyRouter;
  /** Lines the process wrote, and how it ended. */
  readonly log: (line: string) => void;
  /** It runs again after it had ended: windows need new ports. */
  readonly onRestart: () => void;
}

const STOP_LIMIT_MS = 10_000;

/** The backend as a process of its own: forked, restarted with back-off when it ends by itself, stopped in order. */
export class BackendProcess {
  readonly #parts: BackendParts;
  #child: UtilityProcess | undefined;
  #client: BackendClient | undefined;
  #failures = 0;
  #stopping = false;

  constructor(parts: BackendParts) {
    this.#parts = parts;
  }

  /** The backend's own calls. Throws while it is down. */
  get client(): BackendClient {
    if (!this.#client) throw new Error('the backend is down');
    return this.#client;
  }

  start(): void {
    const startedAt = performance.now();
    // What `execArgv` holds goes on the command line of the child, where only this switch brings flags to its V8.
    const child = utilityProcess.fork(places.backend(), [], {
      serviceName: 'Dosen backend',
      stdio: 'pipe',
      execArgv: [`--js-flags=${NODE_FLAGS.join(' ')}`],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => this.#parts.log(data.toString('utf8').trimEnd()));
    child.once('exit', code => this.#ended(child, code, performance.now() - startedAt));
    const asks = new MessageChannelMain();
    const answers = new MessageChannelMain();
    const message: StartMessage = zStartMessage.parse({ kind: 'start', ...this.#parts.config });
    child.postMessage(message, [asks.port1, answers.port1]);
    new RPCHandler(this.#parts.shell).upgrade(asks.port2, { context: {} });
    asks.port2.start();
    this.#client = createORPCClient(new RPCLink({ port: answers.port2 }));
    answers.port2.start();
  }

  /** A new pair of ports: one to the backend, the other one for a window that was just loaded. */
  portForWindow(): MessagePortMain | undefined {
    if (!this.#child) return undefined;
    const { port1, port2 } = new MessageChannelMain();
    this.#child.postMessage(zWindowMessage.parse({ kind: 'window' }), [port1]);
    return port2;
  }

  /** Lets it finish its writes and close the store; a process that hangs is ended after ten seconds. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return;
    const limit = new Promise(resolve => {
      setTimeout(resolve, STOP_LIMIT_MS).unref();
    });
    await Promise.race([this.#client?.lifecycle.stop({}), limit]).catch(() => undefined);
    child.kill();
  }

  #ended(child: UtilityProcess, code: number, livedMs: number): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#client = undefined;
    this.#parts.log(JSON.stringify({ level: 'error', event: 'backend.exit', code }));
    if (this.#stopping) return;
    const wait = nextWait(this.#failures);
    this.#failures = failuresAfter(this.#failures, livedMs);
    setTimeout(() => {
      if (this.#stopping) return;
      this.start();
      this.#parts.onRestart();
    }, wait);
  }
}
