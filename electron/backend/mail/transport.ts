import type { SmtpReply } from '#shared/domain/mail/reply.ts';

/** Where mails are handed in. `none` is allowed for loopback only. */
export interface SmtpTarget {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  login: { user: string; password: string } | null;
}

/** One finished mail with its envelope: exactly one recipient, and the bytes as they were frozen. */
export interface OutgoingMail {
  from: string;
  to: string;
  raw: Uint8Array;
}

/**
 * How one try ended. Only `unknown` leaves open whether the mail arrived: the body was started and no
 * reply came. After `notSent` and `withdrawn` no byte of the body has left this machine.
 */
export type DeliveryOutcome =
  | { kind: 'accepted'; reply: SmtpReply }
  | { kind: 'refused'; reply: SmtpReply }
  | { kind: 'notSent'; errorCode: string }
  | { kind: 'withdrawn' }
  | { kind: 'unknown'; errorCode: string };

export interface DeliveryHooks {
  /**
   * Called when the server is ready for the body and before its first byte. It makes the start durable
   * and looks once more whether the mail may go. False or a throw closes the connection with nothing sent.
   */
  onBodyStarted(): Promise<boolean>;
}

/** Hands one mail to a server. Never throws: every way it can end is an outcome. */
export interface MailTransport {
  deliver(target: SmtpTarget, mail: OutgoingMail, hooks: DeliveryHooks): Promise<DeliveryOutcome>;
}

/** True for this machine itself, by address: a name could be resolved to somewhere else. */
export const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === '::1';

/**
 * Whether this mail may go to this server at all. Step mails reach only a server on this machine; a real
 * account may write to nobody but itself.
 */
export const mayHandIn = (target: SmtpTarget, mail: Pick<OutgoingMail, 'from' | 'to'>): boolean =>
  isLoopback(target.host) ||
  (target.security !== 'none' && mail.from.toLowerCase() === mail.to.toLowerCase());
