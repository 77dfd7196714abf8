import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a request may do before anything else looks at it. */
export type Admission = 'refused' | 'exchange' | 'admitted';

const TOKEN_BYTES = 32;

/**
 * The door of the browser host. Whoever has the token of this launch (`?k=`) gets a cookie for it; everybody else, every
 * other Host header (DNS rebinding) and every other Origin (cross-site request) is refused.
 */
export class Guard {
  readonly token: string = randomBytes(TOKEN_BYTES).toString('base64url');
  readonly #session: string = randomBytes(TOKEN_BYTES).toString('base64url');
  readonly #host: string;
  readonly #cookieName: string;

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    // Cookies don't tell ports apart; the name does, so that two launches don't log each other out.
    this.#cookieName = `dosen-${port}`;
  }

  get origin(): string {
    return `http://${this.#host}`;
  }

  /** HttpOnly: no script reads it. Strict: no other site sends it along. */
  get cookie(): string {
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  admit(request: IncomingMessage, url: URL): Admission {
    const { host, origin } = request.headers;
    if (host !== this.#host) return 'refused';
    if (origin !== undefined && origin !== this.origin) return 'refused';
    const given = url.searchParams.get('k');
    if (given !== null) return request.method === 'GET' && same(given, this.token) ? 'exchange' : 'refused';
    return this.#cookiesOf(request).some(value => same(value, this.#session)) ? 'admitted' : 'refused';
  }

  #cookiesOf(request: IncomingMessage): string[] {
    const prefix = `${this.#cookieName}=`;
    return (request.headers.cookie ?? '')
      .split(';')
      .map(part => part.trim())
      .filter(part => part.startsWith(prefix))
      .map(part => part.slice(prefix.length));
  }
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function same(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
