import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isAppError } from '#electron/backend/errors.ts';
import { MAX_FILE_BYTES, type SessionFileDesk } from '#electron/backend/host/file-desk.ts';
import { FILE_NAME_HEADER } from '#shared/contract/page.ts';
import { plain } from './static-files.ts';

/** `POST /files` takes an upload to a temp file and answers `{ref}`; `GET /files/<ref>` hands a made file out once. */
export async function serveFiles(
  desk: SessionFileDesk,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  if (request.method === 'POST' && pathname === '/files') return await upload(desk, request, response);
  if (request.method === 'GET') return await download(desk, response, pathname.slice('/files/'.length));
  plain(response, 405, 'method not allowed');
}

async function upload(
  desk: SessionFileDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = nameOf(request);
  if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) {
    // The rest of the body is not worth reading; the connection goes with it.
    response.setHeader('connection', 'close');
    return json(response, 413, { error: { code: 'FILE_TOO_LARGE', data: { name, limit: MAX_FILE_BYTES } } });
  }
  try {
    json(response, 200, await desk.receive(request, name));
  } catch (error) {
    if (!isAppError(error)) throw error;
    response.setHeader('connection', 'close');
    json(response, 413, { error: { code: error.code, data: error.data } });
  }
}

async function download(desk: SessionFileDesk, response: ServerResponse, ref: string): Promise<void> {
  const file = desk.collect(ref);
  if (!file) return plain(response, 404, 'not found');
  response.writeHead(200, {
    'content-type': file.mediaType,
    'content-length': file.size,
    'content-disposition': `attachment; filename*=UTF-8''${rfc8187(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
  await pipeline(file.stream(), response);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

/** The last part of the name the page gave: a name, never a path. */
function nameOf(request: IncomingMessage): string {
  const given = request.headers[FILE_NAME_HEADER];
  try {
    return (
      decodeURIComponent(String(given ?? ''))
        .split(/[\\/]/)
        .at(-1)
        ?.slice(0, 255) || 'file'
    );
  } catch {
    return 'file';
  }
}

/** Extended value of a header parameter (RFC 8187): UTF-8, percent-encoded beyond its attr-char. */
const rfc8187 = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
