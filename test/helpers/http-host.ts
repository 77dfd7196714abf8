import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { RouterClient } from '@orpc/server';
import { type HttpHost, type HttpHostOptions, startHttpHost } from '#electron/backend/entry/http-server.ts';
import { jsonLog } from '#electron/backend/log.ts';
import type { router } from '#electron/backend/rpc/router.ts';
import { MEMBER_HEADER } from '#shared/contract/page.ts';

/** A small stand-in for the built page; the real one is what the end-to-end tests open. */
const PAGE =
  '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script type="module" src="/assets/a.js"></script>';

export interface TestHttpHost {
  readonly host: HttpHost;
  readonly dir: string;
  /** Lines the backend logged. */
  readonly logged: string[];
  /** The cookie of a browser that opened the address of this launch. */
  cookie(): Promise<string>;
  /** fetch with that cookie. */
  get(path: string, init?: RequestInit): Promise<Response>;
  client(member?: string): Promise<RouterClient<typeof router>>;
  stop(): Promise<void>;
}

/** The real browser host on a temp folder with a free port. */
export async function testHttpHost(options: HttpHostOptions = {}): Promise<TestHttpHost> {
  const dir = mkdtempSync(join(tmpdir(), 'dosen-host-'));
  const rendererFolder = join(dir, 'renderer');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), PAGE);
  writeFileSync(join(rendererFolder, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(dir, 'secret.txt'), 'outside');
  const logged: string[] = [];
  const log = jsonLog(line => logged.push(line));
  const host = await startHttpHost({ dataFolder: join(dir, 'data'), rendererFolder, log, ...options });
  const cookie = async (): Promise<string> => {
    const response = await fetch(host.url, { redirect: 'manual' });
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const get = async (path: string, init: RequestInit = {}): Promise<Response> =>
    await fetch(`${host.origin}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie: await cookie() },
    });
  return {
    host,
    dir,
    logged,
    cookie,
    get,
    async client(member) {
      const headers = { cookie: await cookie(), ...(member ? { [MEMBER_HEADER]: member } : {}) };
      return createORPCClient(new RPCLink({ url: `${host.origin}/rpc`, headers }));
    },
    async stop() {
      await host.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
