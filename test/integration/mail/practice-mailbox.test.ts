import { afterEach, describe, expect, it } from 'vitest';
import { composeMail, type MailToCompose, sha256 } from '#electron/backend/mail/compose.ts';
import {
  openPracticeMailbox,
  type PracticeMailbox,
  readMail,
  type ReceivedMail,
} from '#electron/backend/mail/practice-mailbox.ts';
import { smtpTransport } from '#electron/backend/mail/smtp-transport.ts';
import { instant } from '#shared/domain/base/days.ts';

let box: PracticeMailbox | undefined;
afterEach(async () => await box?.close());

const letter: MailToCompose = {
  uid: '0193a1b2-0000-7000-8000-000000000001',
  at: instant('2026-11-20T16:00:00+09:00'),
  from: { name: '株式会社導線商事 鈴木', address: 'suzuki@example.co.jp' },
  to: { name: '髙﨑 太郎 様', address: 'takasaki@example.jp' },
  subject: '「産業機械展2026」でのお礼と資料のご案内、髙﨑様への①㈱Ⅲ～−の長い件名(株式会社導線商事)',
  text: '髙﨑 太郎 様\n\n<ご案内> です。\n.先頭の点\nhttps://example.co.jp/\n',
  refusal: { address: 'stop@example.co.jp', code: 'AB12' },
  references: ['<first@example.co.jp>'],
};

/** Header name → raw values, unfolded, read here by hand rather than by the library under test. */
function headers(raw: Buffer): Map<string, string[]> {
  const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
  const found = new Map<string, string[]>();
  for (const line of head.replace(/\r\n[ \t]/g, ' ').split('\r\n')) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    found.set(name, [...(found.get(name) ?? []), line.slice(line.indexOf(':') + 2)]);
  }
  return found;
}

async function send(mail: MailToCompose, keep: (received: ReceivedMail) => Promise<void>) {
  box = await openPracticeMailbox(keep);
  const frozen = await composeMail(mail);
  const outcome = await smtpTransport({ silenceTimeout: 5_000 }).deliver(
    { host: box.host, port: box.port, security: 'none', login: null },
    { ...frozen.envelope, raw: frozen.raw },
    { onBodyStarted: async () => true },
  );
  return { frozen, outcome };
}

describe('the practice mailbox', () => {
  it('receives the mail as it was frozen and shows it as a reader sees it', async () => {
    const received: ReceivedMail[] = [];
    const { frozen, outcome } = await send(letter, async mail => void received.push(mail));
    expect(outcome).toMatchObject({ kind: 'accepted', reply: { code: 250 } });
    expect(received).toHaveLength(1);
    const [mail] = received;
    expect(mail).toMatchObject({ envelopeFrom: 'suzuki@example.co.jp', envelopeTo: 'takasaki@example.jp' });
    expect(sha256(mail?.raw ?? Buffer.of())).toBe(frozen.sha256);
    expect(await readMail(mail?.raw ?? Buffer.of())).toEqual({
      subject: letter.subject,
      from: '"株式会社導線商事 鈴木" <suzuki@example.co.jp>',
      to: '"髙﨑 太郎 様" <takasaki@example.jp>',
      date: '2026-11-20T07:00:00.000Z',
      messageId: `<${letter.uid}@example.co.jp>`,
      text: letter.text,
    });
  });
  it('carries the right headers and none of the wrong ones', async () => {
    const { raw, messageId } = await composeMail(letter);
    const head = headers(raw);
    expect(messageId).toBe(`<${letter.uid}@example.co.jp>`);
    expect(head.get('message-id')).toEqual([messageId]);
    expect(head.get('date')).toEqual(['Fri, 20 Nov 2026 16:00:00 +0900']);
    expect(head.get('in-reply-to')).toEqual(['<first@example.co.jp>']);
    expect(head.get('references')).toEqual(['<first@example.co.jp>']);
    expect(head.get('list-unsubscribe')).toEqual([
      '<mailto:stop@example.co.jp?subject=%E9%85%8D%E4%BF%A1%E5%81%9C%E6%AD%A2%20AB12>',
    ]);
    expect(head.get('content-type')?.[0]).toMatch(/^multipart\/alternative;/);
    for (const name of ['list-unsubscribe-post', 'precedence', 'auto-submitted', 'x-mailer', 'bcc', 'cc'])
      expect(head.has(name)).toBe(false);
    for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'mime-version'])
      expect(head.get(name)).toHaveLength(1);
  });
  it('is plain ASCII in short lines, text before HTML, subject in whole characters', async () => {
    const { raw } = await composeMail(letter);
    const text = raw.toString('latin1');
    expect(raw.every(byte => [9, 10, 13].includes(byte) || (byte >= 32 && byte < 127))).toBe(true);
    expect(/(?<!\r)\n|\r(?!\n)/.test(text)).toBe(false);
    expect(Math.max(...text.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(78 + 60);
    expect(text.indexOf('text/plain')).toBeLessThan(text.indexOf('text/html'));
    const words = [...(text.match(/=\?UTF-8\?B\?[^?]+\?=/g) ?? [])];
    expect(words.length).toBeGreaterThan(2);
    for (const word of words)
      expect(Buffer.from(word.slice(10, -2), 'base64').toString('utf8')).not.toContain('\uFFFD');
  });
  it('is made of the same bytes every time, so a later try cannot differ', async () => {
    expect((await composeMail(letter)).sha256).toBe((await composeMail(letter)).sha256);
  });
  it('lets no header in through a subject or a name', async () => {
    const forged = 'x\r\nBcc: evil@example.com\r\n\r\nbody';
    const { raw, envelope } = await composeMail({
      ...letter,
      subject: forged,
      to: { ...letter.to, name: forged },
    });
    expect(headers(raw).has('bcc')).toBe(false);
    expect(envelope.to).toBe('takasaki@example.jp');
  });
  it('quotes the local parts that carriers once gave out', async () => {
    const to = { name: '', address: 'foo..bar.@docomo.ne.jp' };
    const { envelope, raw } = await composeMail({ ...letter, to });
    expect(envelope.to).toBe('"foo..bar."@docomo.ne.jp');
    expect(headers(raw).get('to')).toEqual(['<"foo..bar."@docomo.ne.jp>']);
  });
  it('asks the sender to come back when it cannot keep a mail', async () => {
    const { outcome } = await send(letter, async () => {
      throw new Error('disk full');
    });
    expect(outcome).toMatchObject({ kind: 'refused', reply: { code: 451, phase: 'body' } });
  });
});
