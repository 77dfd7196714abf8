import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpPhase, SmtpReply } from '#shared/domain/mail/reply.ts';
import {
  type DeliveryHooks,
  type DeliveryOutcome,
  type MailTransport,
  mayHandIn,
  type OutgoingMail,
  type SmtpTarget,
} from './transport.ts';

/** Points of one delivery, told to whoever watches: a log, or a test that ends the process there. */
export type DeliveryPoint =
  | 'connecting'
  | 'ready'
  | 'bodyRequested'
  | 'bodyStarted'
  | 'bodyChunk'
  | 'bodyEnded';

export interface SmtpOptions {
  /** Milliseconds to connect and to be greeted. */
  setupTimeout: number;
  /** Milliseconds of silence after which a connection is given up; RFC 5321 §4.5.3.2.6 asks for ten minutes. */
  silenceTimeout: number;
  /** Milliseconds for a whole delivery, against servers that trickle. */
  totalTimeout: number;
  observe?: (point: DeliveryPoint) => void;
}

const defaults: SmtpOptions = { setupTimeout: 60_000, silenceTimeout: 600_000, totalTimeout: 900_000 };
const CHUNK = 16 * 1024;
const QUIT_TIMEOUT = 2_000;

type SmtpError = Error & {
  code?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
};

/**
 * The message as nodemailer reads it: nothing is read before the server answered DATA with 354, so the
 * first read is the last moment at which it is certain that no byte has left.
 */
class Body extends Readable {
  /** `open` once the hook said yes; only then can anything have left. */
  state: 'closed' | 'asked' | 'open' | 'withdrawn' = 'closed';
  /** Settled when the hook has answered, or was never asked. */
  asked: Promise<void> = Promise.resolve();
  readonly #raw: Uint8Array;
  readonly #hooks: DeliveryHooks;
  readonly #observe: (point: DeliveryPoint) => void;
  #offset = 0;

  constructor(raw: Uint8Array, hooks: DeliveryHooks, observe: (point: DeliveryPoint) => void) {
    super({ highWaterMark: CHUNK });
    this.#raw = raw;
    this.#hooks = hooks;
    this.#observe = observe;
  }

  override _read(): void {
    if (this.state === 'open') setImmediate(() => this.#next());
    else if (this.state === 'closed') this.asked = this.#ask();
  }

  async #ask(): Promise<void> {
    this.state = 'asked';
    try {
      this.#observe('bodyRequested');
      // Once the start is durable it counts as started, even if the server has hung up meanwhile.
      this.state = (await this.#hooks.onBodyStarted()) ? 'open' : 'withdrawn';
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error('body not started'));
      return;
    }
    if (this.state === 'withdrawn') {
      this.destroy(new Error('withdrawn'));
      return;
    }
    this.#observe('bodyStarted');
    this.#next();
  }

  #next(): void {
    if (this.destroyed) return;
    if (this.#offset >= this.#raw.length) {
      this.push(null);
      this.#observe('bodyEnded');
      return;
    }
    if (this.#offset > 0) this.#observe('bodyChunk');
    const end = this.#offset + CHUNK;
    const chunk = this.#raw.subarray(this.#offset, end);
    this.#offset = end;
    this.push(chunk);
  }
}

/** One connection, one mail. */
class Delivery {
  #phase: SmtpPhase = 'connect';
  readonly #connection: SMTPConnection;
  readonly #target: SmtpTarget;
  readonly #mail: OutgoingMail;
  readonly #body: Body;
  readonly #observe: (point: DeliveryPoint) => void;

  constructor(target: SmtpTarget, mail: OutgoingMail, hooks: DeliveryHooks, options: SmtpOptions) {
    this.#target = target;
    this.#mail = mail;
    this.#observe = options.observe ?? (() => undefined);
    this.#body = new Body(mail.raw, hooks, this.#observe);
    this.#connection = new SMTPConnection({
      host: target.host,
      port: target.port,
      secure: target.security === 'tls',
      requireTLS: target.security === 'starttls',
      ignoreTLS: target.security === 'none',
      tls: { minVersion: 'TLSv1.2' },
      // An address literal (RFC 5321 §4.1.4), so the name of this computer stays here.
      name: '[127.0.0.1]',
      connectionTimeout: options.setupTimeout,
      greetingTimeout: options.setupTimeout,
      dnsTimeout: options.setupTimeout,
      socketTimeout: options.silenceTimeout,
      socketCloseTimeout: 0,
    });
  }

  async run(totalTimeout: number): Promise<DeliveryOutcome> {
    const { promise: broken, reject: abort } = Promise.withResolvers<never>();
    this.#connection.on('error', abort);
    const timer = setTimeout(
      () => abort(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
      totalTimeout,
    );
    try {
      const response = await Promise.race([broken, this.#converse()]);
      this.#quit();
      return this.#taken(response);
    } catch (error) {
      this.#connection.close();
      await this.#body.asked;
      return this.#failed(error as SmtpError);
    } finally {
      clearTimeout(timer);
    }
  }

  async #converse(): Promise<string> {
    this.#observe('connecting');
    await settle(done => this.#connection.connect(done));
    const login = this.#target.login;
    if (login) {
      this.#phase = 'auth';
      await settle(done => this.#connection.login({ user: login.user, pass: login.password }, done));
    }
    this.#phase = 'envelope';
    this.#observe('ready');
    const envelope = { from: this.#mail.from, to: [this.#mail.to], size: this.#mail.raw.length };
    return await new Promise((resolve, reject) => {
      this.#connection.send(envelope, this.#body, (error, info) => {
        if (error) reject(error);
        else resolve(info.response);
      });
    });
  }

  /** A 2xx after the whole body is an acceptance; one before its end proves nothing. */
  #taken(response: string): DeliveryOutcome {
    if (!this.#body.readableEnded) return { kind: 'unknown', errorCode: 'EARLYREPLY' };
    return { kind: 'accepted', reply: { code: Number(response.slice(0, 3)), text: response, phase: 'body' } };
  }

  #failed(error: SmtpError): DeliveryOutcome {
    if (this.#body.state === 'withdrawn') return { kind: 'withdrawn' };
    const open = this.#body.state === 'open';
    const code = error.responseCode ?? 0;
    if (code >= 400 && code < 600) {
      const reply: SmtpReply = {
        code,
        text: error.response ?? String(code),
        phase: open ? 'body' : this.#phase,
      };
      return { kind: 'refused', reply };
    }
    return { kind: open ? 'unknown' : 'notSent', errorCode: error.code ?? 'EUNKNOWN' };
  }

  #quit(): void {
    this.#connection.quit();
    setTimeout(() => this.#connection.close(), QUIT_TIMEOUT).unref();
  }
}

async function settle(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => start(error => (error ? reject(error) : resolve())));
}

/**
 * Delivery over SMTP with a known moment of no return. Drives nodemailer's connection itself, because its
 * `sendMail` and pool read the message early and hide what was sent before a failure.
 */
export function smtpTransport(given: Partial<SmtpOptions> = {}): MailTransport {
  const options = { ...defaults, ...given };
  return {
    deliver: async (target, mail, hooks) =>
      mayHandIn(target, mail)
        ? await new Delivery(target, mail, hooks, options).run(options.totalTimeout)
        : { kind: 'notSent', errorCode: 'LOOPBACK_ONLY' },
  };
}
