import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { type Backend, createBackend } from '#electron/backend/create-backend.ts';
import { AppError } from '#electron/backend/errors.ts';
import { jsonLog } from '#electron/backend/log.ts';
import type { HostPorts } from '#electron/backend/ports.ts';
import { router } from '#electron/backend/rpc/router.ts';
import type { FileOut } from '#shared/contract/base.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { TestClock } from './clock.ts';
import { writeEmptyStore } from './empty-store.ts';

type Client = RouterClient<typeof router>;

export interface TestBackend {
  readonly backend: Backend;
  readonly client: Client;
  readonly clock: TestClock;
  readonly dir: string;
  readonly storePath: string;
  /** What the backend handed out, in order. */
  readonly given: (FileOut & { bytes: Uint8Array })[];
  /** Lines the backend logged. */
  readonly logged: string[];
  /** Closes the store and opens it again in a new backend, as a restart does. */
  restart(): Promise<TestBackend>;
  stop(): Promise<void>;
}

/** A real backend on a real store in a temp folder; only clock and host ports are ours. */
export async function testBackend(
  options: { dir?: string; now?: string; ports?: Partial<HostPorts> } = {},
): Promise<TestBackend> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'dosen-'));
  const clock = new TestClock(options.now ?? '2026-11-20T01:00:00Z');
  const given: (FileOut & { bytes: Uint8Array })[] = [];
  const logged: string[] = [];
  const ports: HostPorts = { ...testPorts(dir, clock, given), ...options.ports };
  const backend = createBackend({ ports, log: jsonLog(line => logged.push(line)) });
  const storePath = join(dir, 'dosen.db');
  if (!existsSync(storePath)) await writeEmptyStore(storePath);
  await backend.keeper.open(storePath);
  const client = createRouterClient(router, { context: { backend } });
  return {
    backend,
    client,
    clock,
    dir,
    storePath,
    given,
    logged,
    async restart() {
      await backend.stop();
      return await testBackend({ ...options, dir, now: clock.now() });
    },
    async stop() {
      await backend.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function testPorts(dir: string, clock: TestClock, given: (FileOut & { bytes: Uint8Array })[]): HostPorts {
  return {
    clock,
    dataFolder: dir,
    loopbackOnly: true,
    secrets: {
      kind: 'keyFile',
      seal: plain => Promise.resolve(Buffer.from(plain).toString('base64')),
      open: sealed => Promise.resolve(Buffer.from(sealed, 'base64').toString()),
    },
    printer: { toPdf: () => Promise.reject(new AppError('PDF_ENGINE_MISSING', {})) },
    notifier: { notify: () => undefined, count: () => undefined },
    files: {
      take: ref => {
        if (!('path' in ref)) return Promise.reject(new AppError('FILE_REF_UNKNOWN', {}));
        const { path } = ref;
        return Promise.resolve({
          name: basename(path),
          size: statSync(path).size,
          stream: () => createReadStream(path),
        });
      },
      done: () => Promise.resolve(),
      give: async ({ name, mediaType, bytes: made }) => {
        const bytes = made instanceof Uint8Array ? made : await buffer(made);
        const out: FileOut = { name, mediaType, size: bytes.length, ref: `out-${given.length}`, path: null };
        given.push({ ...out, bytes });
        return out;
      },
    },
  };
}

/** Watches a job to its end and returns the last event. */
export async function finished(events: AsyncIterable<JobEvent>): Promise<JobEvent> {
  let last: JobEvent | undefined;
  for await (const event of events) last = event;
  if (!last) throw new Error('the job said nothing');
  return last;
}
