import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export type Stage = 'greeting' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'body' | 'dot';
/** What the server does at a stage: answer with this line, drop the line, or never answer. */
export type Behaviour = { reply: string } | 'drop' | 'hang';

export interface FakeSmtp {
  port: number;
  /** Bodies that arrived up to the final dot, dots unstuffed, whatever was answered. */
  bodies: Buffer[];
  /** Bytes of bodies that arrived, complete or not. */
  bodyBytes: number;
  connections: number;
  commands: string[];
  close(): Promise<void>;
}

export type Script = Partial<Record<Stage, Behaviour | (() => Behaviour | undefined)>>;

const END = Buffer.from('\r\n.\r\n');
const usual: Record<Exclude<Stage, 'body'>, string> = {
  greeting: '220 fake ready',
  ehlo: '250-fake\r\n250-PIPELINING\r\n250 AUTH PLAIN',
  auth: '235 2.7.0 ok',
  mail: '250 2.1.0 ok',
  rcpt: '250 2.1.5 ok',
  data: '354 go ahead',
  dot: '250 2.0.0 queued as FAKE1',
};

class Session {
  readonly #socket: Socket;
  readonly #server: FakeSmtp;
  readonly #script: Script;
  #buffered = Buffer.alloc(0);
  #inBody = false;
  #silent = false;

  constructor(socket: Socket, server: FakeSmtp, script: Script) {
    this.#socket = socket;
    this.#server = server;
    this.#script = script;
    this.#socket.on('error', () => undefined);
  }

  start(): void {
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#answer('greeting');
  }

  /** False when the conversation is over. */
  #answer(stage: Stage): boolean {
    const scripted = this.#script[stage];
    const behaviour = typeof scripted === 'function' ? scripted() : scripted;
    if (behaviour === 'drop') this.#socket.destroy();
    if (behaviour === 'hang') this.#silent = true;
    if (behaviour === 'drop' || behaviour === 'hang') return false;
    if (stage === 'body' && !behaviour) return true;
    this.#socket.write(`${behaviour ? behaviour.reply : usual[stage as Exclude<Stage, 'body'>]}\r\n`);
    return true;
  }

  #take(chunk: Buffer): void {
    if (this.#inBody) {
      this.#server.bodyBytes += chunk.length;
      if (!this.#silent && !this.#answer('body')) this.#silent = true;
    }
    this.#buffered = Buffer.concat([this.#buffered, chunk]);
    while (this.#step());
  }

  #step(): boolean {
    if (this.#inBody) return this.#endOfBody();
    const eol = this.#buffered.indexOf('\r\n');
    if (eol < 0 || this.#silent || this.#socket.destroyed) return false;
    const line = this.#buffered.subarray(0, eol).toString();
    this.#buffered = this.#buffered.subarray(eol + 2);
    this.#server.commands.push(line);
    this.#command(line.slice(0, 4).toUpperCase());
    return true;
  }

  #command(verb: string): void {
    const stages: Record<string, Stage> = {
      EHLO: 'ehlo',
      AUTH: 'auth',
      MAIL: 'mail',
      RCPT: 'rcpt',
      DATA: 'data',
    };
    const stage = stages[verb];
    if (stage === undefined) this.#socket.end('221 bye\r\n');
    else if (this.#answer(stage) && stage === 'data') {
      const scripted = this.#script.data;
      this.#inBody = scripted === undefined || typeof scripted === 'function';
    }
  }

  #endOfBody(): boolean {
    const at = this.#buffered.indexOf(END);
    if (at < 0) return false;
    const raw = this.#buffered.subarray(0, at + 2).toString('latin1');
    this.#server.bodies.push(Buffer.from(raw.replace(/^\./gm, ''), 'latin1'));
    this.#buffered = this.#buffered.subarray(at + END.length);
    this.#inBody = false;
    if (!this.#silent) this.#answer('dot');
    return true;
  }
}

/** A real SMTP server on 127.0.0.1 that misbehaves as told and counts what reached it. */
export async function fakeSmtp(script: Script = {}): Promise<FakeSmtp> {
  const sockets = new Set<Socket>();
  const listener = createServer(socket => {
    fake.connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new Session(socket, fake, script).start();
  });
  const fake: FakeSmtp = {
    port: 0,
    bodies: [],
    bodyBytes: 0,
    connections: 0,
    commands: [],
    close: async () => {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  fake.port = (listener.address() as AddressInfo).port;
  return fake;
}
