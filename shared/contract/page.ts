/** What every host that shows the page agrees on: its policy, its files, and the names on its border. Pure text. */

/** Stands in the built `index.html` where the host puts the nonce of this page load. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';
/** With this message the preload hands the window its port to the backend. */
export const PORT_MESSAGE = 'dosen:port';
/** Header of a call: uid of the member the window remembers. */
export const MEMBER_HEADER = 'x-dosen-member';
/** Where a page of the browser host hears what the person is to be told, as server-sent events `notice` and `count`. */
export const NOTICES = '/notices';
/** Header of an upload: the file's name, percent-encoded. */
export const FILE_NAME_HEADER = 'x-file-name';

/** No page of ours loads from elsewhere, runs what stands in the markup, or is framed (CSP level 3). */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of everything a host answers. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Headers of the page itself, beside the common ones. */
export const pageHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
});

/** The page with this load's nonce in place. */
export const withNonce = (html: string, nonce: string): string => html.replaceAll(NONCE_PLACEHOLDER, nonce);

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** Media type by file ending; unknown endings are bytes, which no browser runs. */
export const mediaTypeOf = (name: string): string =>
  mediaTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

/** One part of a path that names a plain file or folder on every system: no `..`, drive, stream or separator. */
const SAFE_PART = /^[A-Za-z0-9_@-][A-Za-z0-9_.@-]*$/;

/**
 * The parts of the file a URL path asks for inside the folder of built files, or null when it asks for anything else.
 * `/` is the page; so is every path without an ending, because the page routes itself.
 */
export function pagePath(pathname: string): readonly string[] | null {
  const parts = pathname.split('/').filter(part => part !== '');
  const last = parts.at(-1);
  if (parts.some(part => !SAFE_PART.test(part))) return null;
  return last?.includes('.') ? parts : ['index.html'];
}
