import { afterEach, describe, expect, it } from 'vitest';
import { smtpTransport } from '#electron/backend/mail/smtp-transport.ts';
import type { DeliveryOutcome, SmtpTarget } from '#electron/backend/mail/transport.ts';
import { type FakeSmtp, fakeSmtp, type Script } from '#test/helpers/smtp.ts';

const raw = Buffer.from(`Subject: x\r\n\r\n.a line with a dot\r\n${'body line\r\n'.repeat(20)}`);
const mail = { from: 'me@example.co.jp', to: 'you@example.jp', raw };
const open: FakeSmtp[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const targetOf = (server: FakeSmtp): SmtpTarget => ({
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  login: null,
});

async function tryOnce(
  script: Script,
  options: { start?: () => Promise<boolean>; bytes?: Buffer; login?: SmtpTarget['login'] } = {},
): Promise<{ outcome: DeliveryOutcome; server: FakeSmtp; asked: number }> {
  const server = await fakeSmtp(script);
  open.push(server);
  let asked = 0;
  // A server that answers is waited for, however busy the machine is.
  const patience = Object.values(script).includes('hang') ? 600 : 20_000;
  const outcome = await smtpTransport({ setupTimeout: patience, silenceTimeout: patience }).deliver(
    { ...targetOf(server), login: options.login ?? null },
    { ...mail, raw: options.bytes ?? raw },
    {
      onBodyStarted: async () => {
        asked++;
        return (await options.start?.()) ?? true;
      },
    },
  );
  return { outcome, server, asked };
}

describe('delivery over SMTP', () => {
  it('delivers exactly the frozen bytes, once', async () => {
    const { outcome, server, asked } = await tryOnce({});
    expect(outcome).toEqual({
      kind: 'accepted',
      reply: { code: 250, text: '250 2.0.0 queued as FAKE1', phase: 'body' },
    });
    expect(server.bodies).toEqual([raw]);
    expect(asked).toBe(1);
  });
  it('speaks without PIPELINING too, and names exactly one recipient', async () => {
    const { outcome, server } = await tryOnce({ ehlo: { reply: '250 fake' } });
    expect(outcome.kind).toBe('accepted');
    expect(server.commands.slice(0, 4)).toEqual([
      'EHLO [127.0.0.1]',
      'MAIL FROM:<me@example.co.jp>',
      'RCPT TO:<you@example.jp>',
      'DATA',
    ]);
    expect(server.bodies).toEqual([raw]);
  });

  /** Before the body: nothing has left, whatever happened. */
  const before: [string, Script, Partial<DeliveryOutcome>][] = [
    ['drops at the greeting', { greeting: 'drop' }, { kind: 'notSent' }],
    ['never greets', { greeting: 'hang' }, { kind: 'notSent', errorCode: 'ETIMEDOUT' }],
    ['refuses at the greeting', { greeting: { reply: '554 no service' } }, { kind: 'refused' }],
    ['drops after MAIL FROM', { mail: 'drop' }, { kind: 'notSent' }],
    ['says 421 to MAIL FROM', { mail: { reply: '421 4.3.2 closing' } }, { kind: 'refused' }],
    ['drops after RCPT TO', { rcpt: 'drop' }, { kind: 'notSent' }],
    ['hangs after RCPT TO', { rcpt: 'hang' }, { kind: 'notSent', errorCode: 'ETIMEDOUT' }],
    ['drops after DATA', { data: 'drop' }, { kind: 'notSent' }],
    ['hangs after DATA', { data: 'hang' }, { kind: 'notSent', errorCode: 'ETIMEDOUT' }],
    ['refuses DATA', { data: { reply: '554 5.5.1 no' } }, { kind: 'refused' }],
  ];
  for (const pipelining of [true, false])
    it.each(before)(
      `knows that nothing was sent when the server %s (pipelining ${pipelining})`,
      async (_, script, expected) => {
        const { outcome, server, asked } = await tryOnce(
          pipelining ? script : { ehlo: { reply: '250 fake' }, ...script },
        );
        expect(outcome).toMatchObject(expected);
        expect([asked, server.bodies.length, server.bodyBytes]).toEqual([0, 0, 0]);
        expect(outcome.kind === 'refused' && outcome.reply.phase === 'body').toBe(false);
      },
    );
  it.each([true, false])('reports a temporary refusal of the recipient (pipelining %s)', async pipelining => {
    const script: Script = {
      rcpt: { reply: '450 4.2.0 greylisted' },
      data: { reply: '503 5.5.1 no recipients' },
    };
    const { outcome, server, asked } = await tryOnce(
      pipelining ? script : { ehlo: { reply: '250 fake' }, ...script },
    );
    expect(outcome).toEqual({
      kind: 'refused',
      reply: { code: 450, text: '450 4.2.0 greylisted', phase: 'envelope' },
    });
    expect([asked, server.bodyBytes]).toEqual([0, 0]);
  });

  /** After the body was started, only a reply decides. */
  it.each([
    ['drops after the dot', { dot: 'drop' }, 1],
    ['hangs after the dot', { dot: 'hang' }, 1],
    ['drops in the middle of the body', { body: 'drop' }, 0],
  ] as [string, Script, number][])('does not know when the server %s', async (_, script, bodies) => {
    const bytes = bodies ? raw : Buffer.from(`Subject: x\r\n\r\n${'long body\r\n'.repeat(300_000)}`);
    const { outcome, server, asked } = await tryOnce(script, { bytes });
    expect(outcome.kind).toBe('unknown');
    expect([asked, server.bodies.length]).toEqual([1, bodies]);
  });
  it.each(['451 4.3.0 try later', '421 4.3.2 closing', '552 5.3.4 too big', '554 5.6.0 refused'])(
    'knows the answer %s after the dot',
    async text => {
      const { outcome } = await tryOnce({ dot: { reply: text } });
      expect(outcome).toEqual({
        kind: 'refused',
        reply: { code: Number(text.slice(0, 3)), text, phase: 'body' },
      });
    },
  );
  it('does not believe an acceptance that comes before the end of the body', async () => {
    const bytes = Buffer.from(`Subject: x\r\n\r\n${'long body\r\n'.repeat(300_000)}`);
    let said = false;
    const body = () => {
      if (said) return undefined;
      said = true;
      return { reply: '250 sure' };
    };
    const { outcome, server } = await tryOnce({ body }, { bytes });
    expect(outcome).toEqual({ kind: 'unknown', errorCode: 'EARLYREPLY' });
    expect(server.bodies).toHaveLength(0);
  });
  it('survives a refusal in the middle of the body', async () => {
    const bytes = Buffer.from(`Subject: x\r\n\r\n${'long body\r\n'.repeat(300_000)}`);
    const { outcome, server } = await tryOnce({ body: { reply: '421 4.3.2 going down' } }, { bytes });
    expect(outcome).toMatchObject({ kind: 'refused', reply: { code: 421, phase: 'body' } });
    expect(server.bodies).toHaveLength(0);
  });

  it('sends not one byte when the start is taken back', async () => {
    const { outcome, server } = await tryOnce({}, { start: async () => false });
    expect(outcome).toEqual({ kind: 'withdrawn' });
    expect([server.bodyBytes, server.bodies.length]).toEqual([0, 0]);
  });
  it('sends not one byte when the start cannot be made durable', async () => {
    const start = async () => {
      throw new Error('disk full');
    };
    const { outcome, server } = await tryOnce({}, { start });
    expect(outcome.kind).toBe('notSent');
    expect([server.bodyBytes, server.bodies.length]).toEqual([0, 0]);
  });
  it('counts a body as started when the server hangs up while the start is made durable', async () => {
    let hangUp: () => void = () => undefined;
    const server = await fakeSmtp({});
    hangUp = () => void server.close();
    const outcome = await smtpTransport({ silenceTimeout: 2_000 }).deliver(targetOf(server), mail, {
      onBodyStarted: async () => {
        hangUp();
        await new Promise(resolve => setTimeout(resolve, 100));
        return true;
      },
    });
    expect(outcome.kind).toBe('unknown');
    expect(server.bodies).toHaveLength(0);
  });
  it('signs in, and says so when that fails', async () => {
    const login = { user: 'me', password: 'secret' };
    const good = await tryOnce({}, { login });
    expect(good.outcome.kind).toBe('accepted');
    expect(good.server.commands[1]).toBe(`AUTH PLAIN ${Buffer.from('\0me\0secret').toString('base64')}`);
    const bad = await tryOnce({ auth: { reply: '535 5.7.8 wrong' } }, { login });
    expect(bad.outcome).toEqual({
      kind: 'refused',
      reply: { code: 535, text: '535 5.7.8 wrong', phase: 'auth' },
    });
  });
  it('gives up on a server that trickles', async () => {
    const server = await fakeSmtp({ greeting: 'hang' });
    open.push(server);
    const transport = smtpTransport({ setupTimeout: 5_000, totalTimeout: 150 });
    const outcome = await transport.deliver(targetOf(server), mail, { onBodyStarted: async () => true });
    expect(outcome).toEqual({ kind: 'notSent', errorCode: 'ETIMEDOUT' });
  });
  it.each([
    ['another host', { host: 'localhost', security: 'none' as const }, mail],
    ['a real server for somebody else', { host: 'smtp.example.co.jp', security: 'tls' as const }, mail],
    [
      'a real server in the clear',
      { host: '192.0.2.1', security: 'none' as const },
      { ...mail, to: mail.from },
    ],
  ])('refuses %s without connecting', async (_, target, letter) => {
    const points: string[] = [];
    const outcome = await smtpTransport({ observe: point => void points.push(point) }).deliver(
      { ...target, port: 25, login: null },
      letter,
      { onBodyStarted: async () => true },
    );
    expect(outcome).toEqual({ kind: 'notSent', errorCode: 'LOOPBACK_ONLY' });
    expect(points).toEqual([]);
  });
  it('finds nobody at a closed port', async () => {
    const server = await fakeSmtp();
    await server.close();
    const outcome = await smtpTransport().deliver(targetOf(server), mail, {
      onBodyStarted: async () => true,
    });
    expect(outcome).toMatchObject({ kind: 'notSent' });
  });
});
