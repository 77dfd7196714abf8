import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Backend } from '#electron/backend/create-backend.ts';
import type { SessionFileDesk } from '#electron/backend/host/file-desk.ts';
import { serveHttp } from '#electron/backend/rpc/serve.ts';
import { commonHeaders, NOTICES } from '#shared/contract/page.ts';
import { serveFiles } from './file-routes.ts';
import { Guard } from './guard.ts';
import type { PageNotifier } from './page-notifier.ts';
import { plain, serveFonts, servePage } from './static-files.ts';

export interface HttpParts {
  readonly backend: Backend;
  readonly desk: SessionFileDesk;
  readonly notices: PageNotifier;
  /** The built renderer. */
  readonly rendererFolder: string;
  /** 0: a free port. */
  readonly port: number;
}

export interface HttpDoor {
  readonly origin: string;
  /** Opens the app: holds the token of this launch. */
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the backend to the browser of this machine: 127.0.0.1 only, everything behind the guard. */
export async function openHttp(parts: HttpParts): Promise<HttpDoor> {
  const server = createServer();
  await listen(server, parts.port);
  const guard = new Guard((server.address() as AddressInfo).port);
  const route = routing(parts);
  server.on('request', (request, response) => {
    void admit(guard, request, response, route).catch((error: unknown) => {
      parts.backend.log.error('http.failed', { cause: error instanceof Error ? (error.stack ?? '') : '' });
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'failed');
    });
  });
  return {
    origin: guard.origin,
    url: `${guard.origin}/?k=${guard.token}`,
    async close() {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Route = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void>;

async function admit(
  guard: Guard,
  request: IncomingMessage,
  response: ServerResponse,
  route: Route,
): Promise<void> {
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  const url = URL.parse(request.url ?? '', guard.origin);
  const admission = url ? guard.admit(request, url) : 'refused';
  if (!url || admission === 'refused') return plain(response, 403, 'refused');
  if (admission === 'admitted') return await route(request, response, url.pathname);
  response.writeHead(303, { location: '/', 'set-cookie': guard.cookie, 'cache-control': 'no-store' });
  response.end();
}

function routing({ backend, desk, notices, rendererFolder }: HttpParts): Route {
  const rpc = serveHttp();
  return async (request, response, pathname) => {
    if (pathname.startsWith('/rpc/')) {
      const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: { backend } });
      if (!matched) plain(response, 404, 'not found');
    } else if (pathname === '/files' || pathname.startsWith('/files/'))
      await serveFiles(desk, request, response, pathname);
    else if (request.method !== 'GET') plain(response, 405, 'method not allowed');
    else if (pathname === NOTICES) notices.attach(response);
    else if (pathname.startsWith('/fonts/')) await serveFonts(pathname, response);
    else await servePage(rendererFolder, pathname, response);
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
