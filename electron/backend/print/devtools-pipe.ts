import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const zMessage = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  sessionId: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const eventKey = (event: string, sessionId = ''): string => `${sessionId} ${event}`;

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (reason: Error) => void;
}

/**
 * The part of the Chrome DevTools Protocol a print needs, over the pipe of `--remote-debugging-pipe`:
 * JSON messages ended by NUL, so no port is opened. Everything waiting rejects when the pipe ends.
 */
export class DevtoolsPipe {
  readonly #out: Writable;
  readonly #answers = new Map<number, Waiting>();
  readonly #events = new Map<string, Waiting[]>();
  #next = 1;
  #ended: Error | null = null;

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#out = toBrowser;
    // A browser that dies breaks the pipe under a write; the reading side reports it.
    const ended = () => this.#end(new Error('the browser ended'));
    toBrowser.on('error', ended);
    fromBrowser.on('error', ended);
    fromBrowser.on('close', ended);
    let pieces: Buffer[] = [];
    fromBrowser.on('data', (chunk: Buffer) => {
      let rest = chunk;
      for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
        const text = Buffer.concat([...pieces, rest.subarray(0, at)]).toString('utf8');
        pieces = [];
        rest = rest.subarray(at + 1);
        this.#receive(text);
      }
      if (rest.length > 0) pieces.push(rest);
    });
  }

  /** Calls a method and gives its result, parsed by `schema`. Rejects with the browser's own message. */
  async call<T>(schema: z.ZodType<T>, method: string, params: object = {}, sessionId?: string): Promise<T> {
    if (this.#ended) throw this.#ended;
    const id = this.#next++;
    const answer = new Promise<unknown>((resolve, reject) => this.#answers.set(id, { resolve, reject }));
    this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    return schema.parse(await answer);
  }

  /** The next event of a name in a session. Ask before doing what causes it. */
  async next(event: string, sessionId: string): Promise<void> {
    if (this.#ended) throw this.#ended;
    const key = eventKey(event, sessionId);
    await new Promise<unknown>((resolve, reject) => {
      this.#events.set(key, [...(this.#events.get(key) ?? []), { resolve, reject }]);
    });
  }

  #receive(text: string): void {
    const parsed = zMessage.safeParse(parseJson(text));
    if (!parsed.success) {
      this.#end(new Error('the browser does not speak the DevTools protocol'));
      return;
    }
    const message = parsed.data;
    if (message.id !== undefined) {
      const waiting = this.#answers.get(message.id);
      this.#answers.delete(message.id);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
    } else if (message.method) {
      const key = eventKey(message.method, message.sessionId);
      for (const waiting of this.#events.get(key) ?? []) waiting.resolve(null);
      this.#events.delete(key);
    }
  }

  #end(reason: Error): void {
    this.#ended ??= reason;
    for (const waiting of [...this.#answers.values(), ...[...this.#events.values()].flat()])
      waiting.reject(this.#ended);
    this.#answers.clear();
    this.#events.clear();
  }
}
