import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fontFilePath, printFontCss } from '#electron/backend/print/fonts.ts';
import { mediaTypeOf, pageHeaders, pagePath, withNonce } from '#shared/contract/page.ts';

/** Answers with the built page, or one of its files. */
export async function servePage(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const parts = pagePath(pathname);
  const bytes = parts && (await readFile(join(folder, ...parts)).catch(() => null));
  if (!bytes) return plain(response, 404, 'not found');
  if (parts.join('/') === 'index.html') {
    const nonce = randomBytes(16).toString('base64');
    response.writeHead(200, { ...pageHeaders(nonce) });
    response.end(withNonce(bytes.toString('utf8'), nonce));
    return;
  }
  response.writeHead(200, { 'content-type': mediaTypeOf(parts.join('/')), 'cache-control': 'no-cache' });
  response.end(bytes);
}

/** Answers for `/fonts/`: the style sheet of printed pages and the font files it names. */
export async function serveFonts(pathname: string, response: ServerResponse): Promise<void> {
  const headers = { 'content-type': mediaTypeOf(pathname), 'cache-control': 'max-age=3600' };
  if (pathname === '/fonts/print.css') {
    response.writeHead(200, headers);
    response.end(printFontCss());
    return;
  }
  const path = fontFilePath(pathname.replace(/^\/fonts\/files\//, ''));
  if (!path) return plain(response, 404, 'not found');
  const bytes = await readFile(path);
  response.writeHead(200, headers);
  response.end(bytes);
}

export function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}
