/** Where in the SMTP dialogue a reply came: `body` is the reply after the final dot. */
export const smtpPhases = ['connect', 'auth', 'envelope', 'body'] as const;
export type SmtpPhase = (typeof smtpPhases)[number];

export type SmtpReply = { code: number; text: string; phase: SmtpPhase };

/** Who has to change something before it can work. */
export const replyClasses = [
  'accountThrottle',
  'accountStop',
  'auth',
  'retryMessage',
  'recipientInvalid',
  'messageRefused',
  'policy',
] as const;
export type ReplyClass = (typeof replyClasses)[number];

/** The enhanced status code of a reply (RFC 3463), `4.2.1`, or null. An IP address is not one. */
export const enhancedCode = (text: string): string | null =>
  /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/.exec(text)?.[1] ?? null;

const isRecipientGone = (enhanced: string | null, text: string): boolean =>
  /^5\.1\.(?:0|1|2|3|6|10)$/.test(enhanced ?? '') ||
  /user unknown|no such user|unknown user|mailbox (?:not found|unavailable)|does not exist/i.test(text);

function temporary(reply: SmtpReply, enhanced: string | null): ReplyClass {
  if (reply.phase === 'auth') return 'auth';
  const throttled =
    reply.code === 421 ||
    reply.code === 432 ||
    (enhanced ?? '').startsWith('4.7.') ||
    (reply.code === 452 && enhanced === '4.5.3') ||
    /too (?:much|many)|rate limit|throttl/i.test(reply.text);
  return throttled || reply.phase === 'connect' ? 'accountThrottle' : 'retryMessage';
}

function permanent(reply: SmtpReply, enhanced: string | null): ReplyClass {
  const e = enhanced ?? '';
  if (reply.phase === 'auth' || [530, 534, 535, 538].includes(reply.code) || e === '5.7.8') return 'auth';
  if (reply.phase === 'connect') return 'accountStop';
  if (e === '5.4.5' || /^5\.7\.70\d$/.test(e) || /quota|sending limit|limit exceeded/i.test(reply.text))
    return 'accountStop';
  if (e.startsWith('5.7.') || /spf|dkim|dmarc|spam|blocked|blacklist/i.test(reply.text))
    return reply.code === 554 ? 'accountStop' : 'policy';
  if (isRecipientGone(enhanced, reply.text)) return 'recipientInvalid';
  return 'messageRefused';
}

/**
 * Classes a 4xx or 5xx reply by code (RFC 5321 §4.2.1), enhanced code (RFC 3463) and, where servers are
 * vague, text. Throws RangeError for a reply that is no refusal.
 */
export function classifyReply(reply: SmtpReply): ReplyClass {
  const enhanced = enhancedCode(reply.text);
  if (reply.code >= 400 && reply.code < 500) return temporary(reply, enhanced);
  if (reply.code >= 500 && reply.code < 600) return permanent(reply, enhanced);
  throw new RangeError(`not a refusal: ${reply.code}`);
}

export type Consequence = {
  /** What becomes of the mail. `release` is not its fault and does not count as a try. */
  mail: 'release' | 'retry' | 'reject' | 'review';
  /** What becomes of the account. `stop` waits for a person, `pause` for time. */
  account: 'go' | 'pause' | 'stop';
  /** Whether the address is worthless from now on. */
  recipientInvalid: boolean;
};

const consequences: Readonly<Record<ReplyClass, Consequence>> = {
  accountThrottle: { mail: 'release', account: 'pause', recipientInvalid: false },
  accountStop: { mail: 'release', account: 'stop', recipientInvalid: false },
  auth: { mail: 'release', account: 'stop', recipientInvalid: false },
  retryMessage: { mail: 'retry', account: 'go', recipientInvalid: false },
  recipientInvalid: { mail: 'reject', account: 'go', recipientInvalid: true },
  messageRefused: { mail: 'review', account: 'go', recipientInvalid: false },
  policy: { mail: 'release', account: 'stop', recipientInvalid: false },
};
export const consequenceOf = (replyClass: ReplyClass): Consequence => consequences[replyClass];

/** Tries of one mail after which a person looks; and the longest it is tried by itself, in hours. */
export const MAX_TRIES = 5;
export const MAX_RETRY_HOURS = 48;

/** Minutes until the next try of a mail after its `n`-th refused one (n ≥ 1): 15 min, 1 h, 4 h, then daily. */
export const retryMinutes = (n: number): number => [15, 60, 240][n - 1] ?? 24 * 60;

/** Minutes an account rests after its `n`-th throttling of the day (n ≥ 1): 5, 15, then 60. */
export const pauseMinutes = (n: number): number => [5, 15][n - 1] ?? 60;
