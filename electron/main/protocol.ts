import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from 'electron';
import { protocol } from 'electron';
import { commonHeaders, mediaTypeOf, pageHeaders, pagePath, withNonce } from '#shared/contract/page.ts';
import { places } from './places.ts';
import { security, valuesOf } from './security.ts';

export const SCHEME = 'app';
export const PAGE_ORIGIN: string = security.behaviour.sender.value;

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: valuesOf(security.schemePrivileges) }]);
}

/** Serves the built page and the fonts, and nothing outside their folders. */
export function servePages(session: Session): void {
  session.protocol.handle(SCHEME, async request => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== new URL(PAGE_ORIGIN).host) return nothing();
    return await fileOf(url.pathname);
  });
}

/** Serves one document to print and the fonts beside it. */
export function servePrint(session: Session, html: string): void {
  session.protocol.handle(SCHEME, async request => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/fonts/')) return await fileOf(pathname);
    return pathname === '/' ? answer(html, printHeaders(html)) : nothing();
  });
}

async function fileOf(pathname: string): Promise<Response> {
  const parts = pagePath(pathname);
  if (!parts) return nothing();
  const [first, ...rest] = parts;
  const path = first === 'fonts' ? join(places.fonts(), ...rest) : join(places.renderer(), ...parts);
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return nothing();
  if (parts.join('/') !== 'index.html') return answer(bytes, { 'content-type': mediaTypeOf(path) });
  const nonce = randomBytes(16).toString('base64');
  return answer(withNonce(bytes.toString('utf8'), nonce), pageHeaders(nonce));
}

/** A printed page runs nothing and loads nothing but fonts; its own style sheets are allowed by their digest. */
function printHeaders(html: string): Record<string, string> {
  const digests = Array.from(html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g), ([, css = '']) => {
    const digest = createHash('sha256').update(css).digest('base64');
    return `'sha256-${digest}'`;
  });
  const policy = [
    "default-src 'none'",
    `style-src 'self' ${digests.join(' ')}`,
    "font-src 'self'",
    'img-src data:',
  ];
  return { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy.join('; ') };
}

const answer = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response => new Response(body, { headers: { ...commonHeaders, ...headers } });
const nothing = (): Response => new Response('not found', { status: 404, headers: { ...commonHeaders } });
