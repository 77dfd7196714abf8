import type { Readable } from 'node:stream';
import type { FileOut, FileRef } from '#shared/contract/base.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import type { MailTransport } from './mail/transport.ts';

/** What the backend needs from whoever hosts it. Interfaces belong to the consumer: hosts implement these. */

/** The only source of time. Everything timed happens in `tick(now)`. */
export interface Clock {
  now(): Instant;
}

/** Seals small secrets (mail passwords). `kind` tells the user how well. */
export interface SecretBox {
  readonly kind: 'keychain' | 'keyFile';
  seal(plain: string): Promise<string>;
  /** Throws when the sealed text was made elsewhere or damaged. */
  open(sealed: string): Promise<string>;
}

/** Turns one HTML text into a PDF. Throws PDF_ENGINE_MISSING or PDF_FAILED. */
export interface HtmlPrinter {
  toPdf(html: string): Promise<Uint8Array>;
}

/** Tells the person at the machine; texts come from the catalogue, no personal data beyond what is shown. */
export interface Notifier {
  notify(message: { title: string; body: string; target?: string }): void;
  /** Shows a figure where the app stands while its window is closed; `label` says what it counts. */
  count(figure: { n: number; label: string }): void;
}

/** A file the user gave: its name, size and bytes, read as a stream or whole. */
export interface GivenFile {
  readonly name: string;
  readonly size: number;
  stream(): Readable;
}

/** A file made for the user, its bytes at hand or on their way. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Files in and out. JSON carries no file bytes. */
export interface FileDesk {
  /** Throws FILE_REF_UNKNOWN, FILE_NOT_FOUND. */
  take(ref: FileRef): Promise<GivenFile>;
  /** The file was used up; a `ref` dies here. */
  done(ref: FileRef): Promise<void>;
  /** Hands a made file to the user, written as its bytes come. What the bytes throw is thrown, and there is no file. */
  give(file: MadeFile): Promise<FileOut>;
}

/** Where the app's own data lives, and whether outgoing network may leave this machine. */
export interface HostPorts {
  clock: Clock;
  secrets: SecretBox;
  printer: HtmlPrinter;
  notifier: Notifier;
  files: FileDesk;
  /** How mails are handed in; without one, over SMTP. */
  mail?: MailTransport;
  /** The app's own data folder; stores are made here. */
  dataFolder: string;
  /** Only loopback: the command line with a given clock. */
  loopbackOnly: boolean;
}
