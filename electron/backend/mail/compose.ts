import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type Instant, toMs } from '#shared/domain/base/days.ts';
import { htmlFromText } from '#shared/domain/mail/html.ts';

export interface MailToCompose {
  /** Becomes the Message-ID, so it is unique for ever. */
  uid: string;
  at: Instant;
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** Where and under which code the reader can opt out by mail. Null for a test mail to oneself. */
  refusal: { address: string; code: string } | null;
  /** Message-IDs of the earlier steps, oldest first. */
  references: readonly string[];
}

/** A mail frozen: these bytes go out on every try, or none. */
export interface FrozenMail {
  raw: Buffer;
  sha256: string;
  messageId: string;
  envelope: { from: string; to: string };
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The envelope as SMTP wants it: an unusual local part is quoted, an international domain is ASCII. */
export function envelopeOf(from: string, to: string): FrozenMail['envelope'] {
  const envelope = new MailComposer({ from, to }).compile().getEnvelope();
  const [recipient, another] = envelope.to;
  if (!envelope.from || recipient === undefined || another !== undefined)
    throw new Error('a mail has one sender and one recipient');
  return { from: envelope.from, to: recipient };
}

/** RFC 5322 date in Japan Standard Time: what the reader's clock shows, not UTC. */
function dateHeader(at: Instant): string {
  const shifted = new Date(toMs(at) + 9 * 3_600_000);
  return shifted.toUTCString().replace('GMT', '+0900');
}

/** RFC 2369: opens a mail with the code in its subject. One-click (RFC 8058) needs an https address and stays out. */
const unsubscribeHeader = (refusal: { address: string; code: string }): string =>
  `<mailto:${encodeURIComponent(refusal.address).replace('%40', '@')}?subject=${encodeURIComponent(`配信停止 ${refusal.code}`)}>`;

/**
 * Builds the bytes of one mail: text first, then the same as HTML; UTF-8 in base64; own Message-ID under
 * the domain of the sender; no Precedence and no Auto-Submitted, because absence replies are wanted.
 */
export async function composeMail(mail: MailToCompose): Promise<FrozenMail> {
  const messageId = `<${mail.uid}@${mail.from.address.slice(mail.from.address.lastIndexOf('@') + 1)}>`;
  const node = new MailComposer({
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    messageId,
    date: dateHeader(mail.at),
    text: mail.text,
    html: htmlFromText(mail.text),
    textEncoding: 'base64',
    baseBoundary: mail.uid,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(mail.references.length
      ? { inReplyTo: mail.references.at(-1), references: [...mail.references] }
      : {}),
    headers: mail.refusal
      ? {
          'List-Unsubscribe': { prepared: true, value: unsubscribeHeader(mail.refusal) },
          'X-Dosen-Ref': mail.refusal.code,
        }
      : {},
  }).compile();
  const raw = await node.build();
  return { raw, sha256: sha256(raw), messageId, envelope: envelopeOf(mail.from.address, mail.to.address) };
}
