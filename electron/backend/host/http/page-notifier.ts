import type { ServerResponse } from 'node:http';
import type { Notifier } from '#electron/backend/ports.ts';

/** Messages kept for a page that is not open yet. */
const KEPT = 20;

/**
 * Tells the person through the open pages, which pass it on to the system: a browser host has no tray to speak from. What
 * comes before the first page is kept for it and marked `waited`.
 */
export class PageNotifier implements Notifier {
  readonly #pages = new Set<ServerResponse>();
  #waiting: object[] = [];
  #figure: { n: number; label: string } | undefined;

  notify(message: { title: string; body: string; target?: string }): void {
    if (this.#pages.size > 0) this.#send('notice', { ...message, waited: false });
    else this.#waiting = [...this.#waiting, { ...message, waited: true }].slice(-KEPT);
  }

  count(figure: { n: number; label: string }): void {
    this.#figure = figure;
    this.#send('count', figure);
  }

  /** Answers a page with everything from now on, as server-sent events. */
  attach(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
    for (const message of this.#waiting) this.#send('notice', message);
    this.#waiting = [];
    if (this.#figure) this.#send('count', this.#figure);
  }

  #send(event: string, data: object): void {
    for (const page of this.#pages) page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}
