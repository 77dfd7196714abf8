import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type AddressObject, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  envelopeFrom: string;
  envelopeTo: string;
  raw: Buffer;
}

export interface PracticeMailbox {
  readonly host: '127.0.0.1';
  readonly port: number;
  close(): Promise<void>;
}

const MAX_BYTES = 10 * 1024 * 1024;

/**
 * The mailbox of a practice store: a real SMTP server that only this machine reaches, on a free port.
 * A mail is acknowledged after `keep` has stored it; if that fails the sender gets a 451 and tries again.
 */
export async function openPracticeMailbox(
  keep: (mail: ReceivedMail) => Promise<void>,
): Promise<PracticeMailbox> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'practice mailbox',
    size: MAX_BYTES,
    onData: (stream, session, done) => {
      const receive = async (): Promise<void> => {
        const raw = await buffer(stream);
        if (stream.sizeExceeded) throw Object.assign(new Error('too large'), { responseCode: 552 });
        const { mailFrom, rcptTo } = session.envelope;
        for (const recipient of rcptTo)
          await keep({ envelopeFrom: mailFrom ? mailFrom.address : '', envelopeTo: recipient.address, raw });
      };
      receive().then(
        () => done(null, 'kept in the practice mailbox'),
        (error: Error) => done(Object.assign(new Error('not kept'), { responseCode: 451 }, error)),
      );
    },
  });
  // A client that breaks off is its own affair; an unheard 'error' would end the process.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    close: async () => await new Promise<void>(resolve => server.close(() => resolve())),
  };
}

export interface ReadMail {
  subject: string;
  from: string;
  to: string;
  date: string;
  messageId: string;
  text: string;
}

const addresses = (field: AddressObject | AddressObject[] | undefined): string =>
  [field ?? []]
    .flat()
    .map(one => one.text)
    .join(', ');

/** Reads a mail the way a mail program shows it. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await simpleParser(Buffer.from(raw));
  return {
    subject: mail.subject ?? '',
    from: addresses(mail.from),
    to: addresses(mail.to),
    date: mail.date?.toISOString() ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
  };
}
