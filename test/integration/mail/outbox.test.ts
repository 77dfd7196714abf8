import { afterEach, describe, expect, it } from 'vitest';
import { smtpTransport } from '#electron/backend/mail/smtp-transport.ts';
import type { DeliveryHooks, MailTransport } from '#electron/backend/mail/transport.ts';
import { instant } from '#shared/domain/base/days.ts';
import type { OutboxState } from '#shared/domain/mail/outbox-states.ts';
import { requiredSenderEntries } from '#shared/domain/mail/sender.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makePractice, testSender, useServer } from '#test/helpers/mail.ts';
import { type LeadSeed, makeLeads } from '#test/helpers/make-lead.ts';
import { type FakeSmtp, fakeSmtp, type Script } from '#test/helpers/smtp.ts';

/** Friday afternoon before the long weekend of 2026-11-23. */
const FRIDAY = '2026-11-20T14:00:00+09:00';
const at = (text: string) => instant(`${text}+09:00`);
const open: (TestBackend | FakeSmtp)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await ('stop' in one ? one.stop() : one.close());
});

async function backend(mail?: MailTransport): Promise<TestBackend> {
  const t = await testBackend({ now: FRIDAY, ...(mail ? { ports: { mail } } : {}) });
  open.push(t);
  return t;
}
async function practice(mail?: MailTransport): Promise<TestBackend> {
  const t = await backend(mail);
  await makePractice(t);
  return t;
}
async function server(script: Script = {}): Promise<FakeSmtp> {
  const fake = await fakeSmtp(script);
  open.push(fake);
  return fake;
}
const person = (n: number, more: LeadSeed = {}): LeadSeed => ({
  name: `山本 ${n}郎`,
  email: `yamamoto${n}@kakuu.example`,
  ...more,
});
const enroll = async (t: TestBackend, leadUids: string[]) =>
  await t.client.sequences.enroll({ sequenceKey: 'thanks', leadUids });
const outbox = async (t: TestBackend) => await t.client.outbox.list({ limit: 1000 });
const states = async (t: TestBackend): Promise<OutboxState[]> =>
  (await outbox(t)).rows
    .toSorted((a, b) => a.stepNo - b.stepNo || a.address.localeCompare(b.address))
    .map(row => row.state);

describe('a sequence in a practice store', () => {
  it('waits for rank C who can get mail and are not in it yet', async () => {
    const t = await practice();
    const [first = '', second = '', , hot = ''] = await makeLeads(t, [
      person(1),
      person(2),
      person(3, { email: '' }),
      person(4),
    ]);
    await t.client.events.record({ leadUid: hot, kind: 'enquiry.received' });
    const waiting = async () => (await t.client.sequences.waiting({ sequenceKey: 'thanks' })).leadUids;
    expect((await waiting()).toSorted()).toEqual([first, second].toSorted());
    await enroll(t, [first]);
    expect(await waiting()).toEqual([second]);
    await t.client.suppressions.add({ address: 'yamamoto2@kakuu.example' });
    expect(await waiting()).toEqual([]);
  });

  it('sends three mails on business days 0, 3 and 7, each once, and can be read', async () => {
    const t = await practice();
    const [uid = ''] = await makeLeads(t, [person(1, { fields: { department: '営業部', title: '部長' } })]);
    expect(await enroll(t, [uid])).toMatchObject({ enrolled: 1, left: [] });
    const sentOn: string[] = [];
    for (let hour = 0; hour < 24 * 16; hour += 3) {
      t.clock.set(instant(Date.parse(FRIDAY) + hour * 3_600_000));
      const { accepted } = await t.client.mail.tick({});
      if (accepted > 0) sentOn.push(t.clock.now());
    }
    // Day 0; three business days on over the holiday, at 11:00 the first look inside the window; then four more.
    expect(sentOn).toEqual([at('2026-11-20T14:00'), at('2026-11-26T11:00'), at('2026-12-02T11:00')]);
    const inbox = (await t.client.mail.practiceInbox({ limit: 50 })).toReversed();
    expect(inbox.map(mail => mail.subject)).toEqual([
      '展示会2026秋のお礼(株式会社れんしゅう商事)',
      '事例のご案内(株式会社れんしゅう商事 練習 太郎)',
      'ご検討状況のお伺い(株式会社れんしゅう商事 練習 太郎)',
    ]);
    expect(inbox[0]?.text).toContain('株式会社架空ソリューションズ\n営業部 部長\n山本 1郎 様');
    expect(new Set(inbox.map(mail => mail.messageId)).size).toBe(3);
    expect(await states(t)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await t.client.sequences.list({})).toMatchObject([
      { key: 'thanks', n: 1, enrolled: 1, steps: [{ afterDays: 0 }, { afterDays: 3 }, { afterDays: 4 }] },
    ]);
    const lead = await t.client.leads.get({ uid });
    expect(lead.timeline.filter(event => event.kind === 'mail.accepted')).toHaveLength(3);
  });
  it('plans the next step only when the one before was accepted', async () => {
    const t = await practice();
    await enroll(t, await makeLeads(t, [person(1)]));
    expect(await states(t)).toEqual(['planned']);
    await t.client.mail.tick({});
    expect(await states(t)).toEqual(['accepted', 'planned']);
    // A planned mail is listed as it will read, not with the marks of its template.
    expect((await outbox(t)).rows.map(row => row.subject)).toEqual([
      '事例のご案内(株式会社れんしゅう商事 練習 太郎)',
      '展示会2026秋のお礼(株式会社れんしゅう商事)',
    ]);
    for (let i = 0; i < 5; i++) await t.client.mail.tick({});
    expect(await t.client.mail.practiceInbox({})).toHaveLength(1);
  });
  it('sends one mail though many ask at once', async () => {
    const t = await practice();
    await enroll(t, await makeLeads(t, [person(1)]));
    await Promise.all([1, 2, 3, 4].map(async () => await t.client.mail.tick({})));
    expect(await t.client.mail.practiceInbox({})).toHaveLength(1);
  });
  it('waits outside the window and on days off', async () => {
    const t = await practice();
    t.clock.set(at('2026-11-21T10:00'));
    await enroll(t, await makeLeads(t, [person(1)]));
    expect((await t.client.mail.tick({})).accepted).toBe(0);
    expect((await outbox(t)).rows[0]?.notBeforeAt).toBe(at('2026-11-24T09:00'));
    t.clock.set(at('2026-11-24T09:00'));
    expect((await t.client.mail.tick({})).accepted).toBe(1);
  });
  it('leaves out whoever may not or cannot get mail, with the reason', async () => {
    const t = await practice();
    const uids = await makeLeads(t, [
      person(1),
      person(1, { name: '別名 同人' }),
      person(2, { email: '' }),
      person(3, { email: '山本@kakuu.example' }),
      person(4, { fields: { consent_basis: 'unknown' } }),
      person(5, { fields: { consent_basis: 'organiser' } }),
      person(6),
      person(7, { fields: { trashed_at: at('2026-11-19T10:00') } }),
    ]);
    await t.client.suppressions.add({ address: 'YAMAMOTO6+x@Kakuu.example' });
    const { enrolled, left } = await enroll(t, [...uids, 'nobody']);
    expect(enrolled).toBe(1);
    const why = new Map(left.map(one => [one.leadUid, one.reason.code]));
    expect([...uids, 'nobody'].map(uid => why.get(uid))).toEqual([
      undefined,
      'sameAddress',
      'noAddress',
      'addressInvalid',
      'consentBasis',
      'consentBasis',
      'suppressed',
      'leadTrashed',
      'leadMissing',
    ]);
    const again = await enroll(t, [uids[0] ?? '']);
    expect(again).toMatchObject({ enrolled: 0, left: [{ reason: { code: 'alreadyEnrolled' } }] });
  });
  it('holds a step that is more than three business days late', async () => {
    const t = await practice();
    await enroll(t, await makeLeads(t, [person(1)]));
    t.clock.set(at('2026-11-27T10:00'));
    expect(await t.client.mail.tick({})).toMatchObject({ accepted: 0, held: 1 });
    expect((await outbox(t)).rows[0]).toMatchObject({ state: 'needsReview', reason: 'late' });
  });
  it('asks before it lets loose what piled up while the app was closed', async () => {
    const t = await practice();
    await t.client.mail.tick({});
    await enroll(
      t,
      await makeLeads(
        t,
        Array.from({ length: 21 }, (_, i) => person(i)),
      ),
    );
    t.clock.set(at('2026-11-24T10:00'));
    expect(await t.client.mail.tick({})).toMatchObject({ accepted: 0, held: 21 });
    expect((await outbox(t)).rows.every(row => row.reason === 'backlog')).toBe(true);
  });
  it('stops with the lead it was for', async () => {
    const t = await practice();
    const [uid = ''] = await makeLeads(t, [person(1)]);
    await enroll(t, [uid]);
    const ctx = await t.backend.contextFor(undefined);
    const { id } = await ctx.read
      .selectFrom('leads')
      .select('id')
      .where('uid', '=', uid)
      .executeTakeFirstOrThrow();
    await ctx.write(null, async tx => await tx.remove('leads', id));
    await t.client.mail.tick({});
    expect(await t.client.mail.practiceInbox({})).toEqual([]);
    expect((await outbox(t)).rows).toMatchObject([{ state: 'cancelled', reason: 'leadGone', leadUid: null }]);
  });
});

describe('an opt-out', () => {
  it('stops what waits in the same transaction, for every spelling, for ever', async () => {
    const t = await practice();
    const uids = await makeLeads(t, [person(1), person(2)]);
    await enroll(t, uids);
    const first = await t.client.suppressions.add({ address: ' Yamamoto1+neu@KAKUU.example ' });
    expect(first).toMatchObject({ addressKey: 'yamamoto1@kakuu.example', stopped: 1 });
    t.clock.advance(60);
    const second = await t.client.suppressions.add({
      address: 'yamamoto1@kakuu.example',
      reason: 'complaint',
    });
    expect(second).toMatchObject({ sinceAt: first.sinceAt, reason: 'optOut', stopped: 0 });
    await t.client.mail.tick({});
    expect((await t.client.mail.practiceInbox({})).map(mail => mail.to)).toEqual([
      '"山本 2郎 様" <yamamoto2@kakuu.example>',
    ]);
    expect(await t.client.suppressions.list({})).toHaveLength(1);
    await expect(t.client.suppressions.add({ address: 'nothing' })).rejects.toMatchObject({
      code: 'ADDRESS_INVALID',
    });
  });
  it('wins between claim and the first byte', async () => {
    let optOut = async (): Promise<void> => await Promise.resolve();
    const real = smtpTransport();
    const late: MailTransport = {
      deliver: async (target, mail, hooks: DeliveryHooks) =>
        await real.deliver(target, mail, {
          onBodyStarted: async () => {
            await optOut();
            return await hooks.onBodyStarted();
          },
        }),
    };
    const t = await practice(late);
    await enroll(t, await makeLeads(t, [person(1)]));
    optOut = async () => void (await t.client.suppressions.add({ address: 'yamamoto1@kakuu.example' }));
    expect(await t.client.mail.tick({})).toMatchObject({ accepted: 0, unknown: 0 });
    expect(await t.client.mail.practiceInbox({})).toEqual([]);
    expect((await outbox(t)).rows).toMatchObject([{ state: 'cancelled', reason: 'suppressed', attempts: 1 }]);
  });
});

describe('a real store', () => {
  it('lets mails wait while there is no account, and counts none as sent', async () => {
    const t = await backend();
    await enroll(t, await makeLeads(t, [person(1)]));
    expect(await t.client.mail.tick({})).toEqual({
      rendered: 0,
      accepted: 0,
      deferred: 0,
      rejected: 0,
      unknown: 0,
      held: 0,
    });
    const list = await outbox(t);
    expect(list).toMatchObject({ waitingForAccount: true, counts: { planned: 1 } });
    expect(list.missing).toEqual(['account', ...requiredSenderEntries.map(entry => `sender.${entry}`)]);
    await expect(t.client.mail.practiceInbox({})).rejects.toMatchObject({ code: 'STORE_PRACTICE_ONLY' });
    await expect(t.client.mail.testAccount({})).rejects.toMatchObject({ code: 'MAIL_ACCOUNT_MISSING' });
  });
  it('delivers over its own account on this machine', async () => {
    const fake = await server();
    const t = await backend();
    await useServer(t, fake.port);
    await enroll(t, await makeLeads(t, [person(1), person(2)]));
    expect(await t.client.mail.tick({})).toMatchObject({ rendered: 2, accepted: 2 });
    expect(fake.commands.filter(line => line.startsWith('RCPT'))).toEqual([
      'RCPT TO:<yamamoto1@kakuu.example>',
      'RCPT TO:<yamamoto2@kakuu.example>',
    ]);
    expect(await outbox(t)).toMatchObject({ waitingForAccount: false, missing: [] });
  });
  it('keeps step mails from a server elsewhere, and sends it nothing on a given clock', async () => {
    const t = await backend();
    await t.client.mail.saveSender(testSender);
    await t.client.mail.saveAccount({
      fromName: '',
      fromAddress: 'a@dosen.example',
      host: 'smtp.dosen.example',
      port: 465,
      security: 'tls',
      userName: 'a',
      secret: 's3cret',
    });
    await enroll(t, await makeLeads(t, [person(1)]));
    await t.client.mail.tick({});
    expect(await outbox(t)).toMatchObject({
      waitingForAccount: true,
      missing: ['loopbackOnly'],
      counts: { planned: 1 },
    });
    await expect(t.client.mail.testAccount({})).rejects.toMatchObject({ code: 'NETWORK_NOT_ALLOWED' });
    expect(JSON.stringify(await t.client.mail.account({}))).not.toContain('s3cret');
    await expect(
      t.client.mail.saveAccount({
        fromName: '',
        fromAddress: 'a@dosen.example',
        host: '192.0.2.1',
        port: 25,
        security: 'none',
        userName: '',
      }),
    ).rejects.toMatchObject({ code: 'MAIL_LOOPBACK_ONLY' });
  });
  it('sends a test mail to itself', async () => {
    const fake = await server();
    const t = await backend();
    await useServer(t, fake.port);
    expect(await t.client.mail.testAccount({})).toMatchObject({ replyCode: 250 });
    expect(fake.commands).toContain('RCPT TO:<suzuki@dosen.example>');
    expect((await outbox(t)).rows).toEqual([]);
  });
  it('says where a test mail failed', async () => {
    const fake = await server({ rcpt: { reply: '550 5.7.1 no' }, ehlo: { reply: '250 fake' } });
    const t = await backend();
    await useServer(t, fake.port);
    await expect(t.client.mail.testAccount({})).rejects.toMatchObject({
      code: 'MAIL_FAILED',
      data: { stage: 'envelope', replyCode: 550 },
    });
  });
});

describe('what the server answers', () => {
  async function after(script: Script) {
    const fake = await server({ ehlo: { reply: '250 fake' }, ...script });
    const t = await backend();
    await useServer(t, fake.port);
    await enroll(t, await makeLeads(t, [person(1)]));
    const result = await t.client.mail.tick({});
    return { t, fake, result, row: (await outbox(t)).rows[0] };
  }
  it('tries a greylisted mail again later, with the same bytes', async () => {
    let refusals = 1;
    const { t, fake, result, row } = await after({
      dot: () => (refusals-- > 0 ? { reply: '451 4.2.0 greylisted' } : undefined),
    });
    expect(result).toMatchObject({ accepted: 0, deferred: 1 });
    expect(row).toMatchObject({ state: 'ready', reason: 'retryMessage' });
    t.clock.advance(14);
    expect((await t.client.mail.tick({})).accepted).toBe(0);
    t.clock.advance(1);
    expect((await t.client.mail.tick({})).accepted).toBe(1);
    expect(fake.bodies).toHaveLength(2);
    expect(fake.bodies[0]).toEqual(fake.bodies[1]);
  });
  it('tries after 15 minutes, 1 hour and 4 hours, and asks when two days are over', async () => {
    const tries: string[] = [];
    let clock = (): string => FRIDAY;
    const rcpt = () => {
      tries.push(clock());
      return { reply: '450 4.2.0 greylisted' };
    };
    const { t, fake } = await after({ rcpt });
    clock = () => t.clock.now();
    for (let quarter = 0; quarter < 4 * 24 * 6; quarter++) {
      t.clock.advance(15);
      await t.client.mail.tick({});
    }
    // 15:15 plus four hours is after closing, so the fourth try is Tuesday morning, past the 48 hours.
    expect(tries.slice(1)).toEqual([at('2026-11-20T14:15'), at('2026-11-20T15:15'), at('2026-11-24T09:00')]);
    expect((await outbox(t)).rows).toMatchObject([
      { state: 'needsReview', reason: 'retriesExhausted', attempts: 4 },
    ]);
    expect(fake.bodies).toHaveLength(0);
  });
  it('rejects an address that does not exist and ends its sequence', async () => {
    const { t, result, row } = await after({ rcpt: { reply: '550 5.1.1 no such user' } });
    expect(result).toMatchObject({ rejected: 1 });
    expect(row).toMatchObject({ state: 'rejected', reason: 'recipientInvalid' });
    t.clock.advance(60 * 24 * 7);
    await t.client.mail.tick({});
    expect(await states(t)).toEqual(['rejected']);
  });
  it('rests the account when it is throttled, and blames no mail', async () => {
    const { t, fake, row } = await after({ mail: { reply: '421 4.7.0 too many messages' } });
    expect(row).toMatchObject({ state: 'ready', reason: 'accountThrottle' });
    const before = fake.connections;
    t.clock.advance(4);
    await t.client.mail.tick({});
    expect(fake.connections).toBe(before);
    t.clock.advance(2);
    await t.client.mail.tick({});
    expect(fake.connections).toBe(before + 1);
  });
  it('shows a mail whose answer was lost, freezes the sequence and never sends it again', async () => {
    const { t, fake, result, row } = await after({ dot: 'drop' });
    expect(result).toMatchObject({ unknown: 1 });
    expect(row).toMatchObject({ state: 'unknown', reason: 'noReply' });
    for (let i = 0; i < 10; i++) {
      t.clock.advance(60 * 24);
      await t.client.mail.tick({});
    }
    expect(fake.bodies).toHaveLength(1);
    expect(await states(t)).toEqual(['unknown']);
  });
  it('comes back to a server it could not reach', async () => {
    const { t, fake, row } = await after({ greeting: 'drop' });
    expect(row).toMatchObject({ state: 'ready', reason: 'unreachable' });
    expect(fake.bodies).toHaveLength(0);
    t.clock.advance(6);
    expect((await t.client.mail.tick({})).deferred).toBe(1);
  });
});
