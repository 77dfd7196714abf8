import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { isPractice, preferences } from '#electron/backend/settings/settings.ts';
import { addVersion } from '#electron/backend/settings/versions.ts';
import type { MailAccount } from '#shared/contract/mail.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { checkAddress } from '#shared/domain/mail/address.ts';
import { missingSenderEntries, type Sender } from '#shared/domain/mail/sender.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { type Account, findAccount, putAccount, resumeAccount } from './accounts.repo.ts';
import { activeSender, senderKind } from './agreements.ts';
import { composeMail } from './compose.ts';
import { openPracticeMailbox, type PracticeMailbox } from './practice-mailbox.ts';
import { keepPracticeMail } from './practice.ts';
import { smtpTransport } from './smtp-transport.ts';
import { isLoopback, type MailTransport, type SmtpTarget } from './transport.ts';

const view = (account: Account): MailAccount => ({
  uid: account.uid,
  kind: account.kind,
  fromName: account.fromName,
  fromAddress: account.fromAddress,
  host: account.host,
  port: account.port,
  security: account.security,
  userName: account.userName,
  hasSecret: account.sealedSecret !== null,
});

/** The account mails are handed in with, or null while there is none. */
export async function getAccount(ctx: Context): Promise<MailAccount | null> {
  const account = await findAccount(ctx.read);
  return account ? view(account) : null;
}

type SaveInput = Omit<MailAccount, 'uid' | 'kind' | 'hasSecret'> & { secret?: string | undefined };

/**
 * Saves the sending account; the password is sealed before it is stored. Throws ADDRESS_INVALID, and
 * MAIL_LOOPBACK_ONLY for an unencrypted server that is not this machine.
 */
export async function saveAccount(ctx: Context, input: SaveInput): Promise<MailAccount> {
  const checked = checkAddress(input.fromAddress);
  if (!checked.ok) throw new AppError('ADDRESS_INVALID', {});
  if (input.security === 'none' && !isLoopback(input.host)) throw new AppError('MAIL_LOOPBACK_ONLY', {});
  const known = await findAccount(ctx.read);
  const { secret, ...rest } = input;
  const account: Omit<Account, 'id'> = {
    ...rest,
    uid: known?.uid ?? ctx.newId(),
    kind: 'smtp',
    fromAddress: checked.address,
    sealedSecret: secret === undefined ? (known?.sealedSecret ?? null) : await ctx.ports.secrets.seal(secret),
    pausedUntilAt: null,
    pauseReason: null,
  };
  await ctx.write({ kind: 'mail.saveAccount', undoable: false }, async tx => await putAccount(tx, account));
  return view({ ...account, id: known?.id ?? 0 });
}

type SenderView = { sender: Sender; missing: string[] };

export async function getSender(ctx: Context): Promise<SenderView> {
  const sender = await activeSender(ctx.read, dayOf(ctx.now()));
  return { sender, missing: missingSenderEntries(sender) };
}

export async function saveSender(ctx: Context, sender: Sender): Promise<SenderView> {
  await ctx.write(
    { kind: 'mail.saveSender', undoable: false },
    async tx => await addVersion(tx, senderKind, sender),
  );
  return { sender, missing: missingSenderEntries(sender) };
}

/** A practice store gets its account when it first needs one. */
export async function practiceAccount(ctx: Context): Promise<Account> {
  const known = await findAccount(ctx.read);
  if (known) return known;
  const sender = await activeSender(ctx.read, dayOf(ctx.now()));
  const account: Omit<Account, 'id'> = {
    uid: ctx.newId(),
    kind: 'practice',
    fromName: sender.company,
    fromAddress: sender.contactAddress,
    host: '127.0.0.1',
    port: 0,
    security: 'none',
    userName: '',
    sealedSecret: null,
    pausedUntilAt: null,
    pauseReason: null,
  };
  await ctx.write(null, async tx => await putAccount(tx, account));
  const stored = await findAccount(ctx.read);
  if (!stored) throw new Error('the practice account was not stored');
  return stored;
}

export interface Outlet {
  account: Account;
  target: SmtpTarget;
  transport: MailTransport;
  close(): Promise<void>;
}

/** Opens the way out: the embedded mailbox of a practice store, else the account's server. */
export async function openOutlet(ctx: Context, account: Account): Promise<Outlet> {
  const transport = ctx.ports.mail ?? smtpTransport();
  if (await isPractice(ctx.read)) {
    const box: PracticeMailbox = await openPracticeMailbox(async mail => await keepPracticeMail(ctx, mail));
    const target: SmtpTarget = { host: box.host, port: box.port, security: 'none', login: null };
    return { account, target, transport, close: async () => await box.close() };
  }
  const password = account.sealedSecret === null ? null : await ctx.ports.secrets.open(account.sealedSecret);
  const login = password === null || account.userName === '' ? null : { user: account.userName, password };
  const { host, port, security } = account;
  return { account, target: { host, port, security, login }, transport, close: async () => undefined };
}

/**
 * Sends one mail from the account to its own address, the only thing a real account may do so far. A success
 * ends a pause. Throws MAIL_ACCOUNT_MISSING, NETWORK_NOT_ALLOWED, MAIL_FAILED with the stage and the reply.
 */
export async function testAccount(ctx: Context): Promise<{ messageId: string; replyCode: number }> {
  const practice = await isPractice(ctx.read);
  const account = practice ? await practiceAccount(ctx) : await findAccount(ctx.read);
  if (!account) throw new AppError('MAIL_ACCOUNT_MISSING', {});
  if (ctx.ports.loopbackOnly && !isLoopback(account.host)) throw new AppError('NETWORK_NOT_ALLOWED', {});
  const texts = catalogue((await preferences(ctx.read)).language ?? 'ja').mail.test;
  const self = { name: account.fromName, address: account.fromAddress };
  const mail = await composeMail({
    uid: ctx.newId(),
    at: ctx.now(),
    from: self,
    to: self,
    subject: texts.subject,
    text: texts.text,
    refusal: null,
    references: [],
  });
  const outlet = await openOutlet(ctx, account);
  try {
    const outcome = await outlet.transport.deliver(
      outlet.target,
      { ...mail.envelope, raw: mail.raw },
      { onBodyStarted: async () => await Promise.resolve(true) },
    );
    if (outcome.kind !== 'accepted') {
      const stage = outcome.kind === 'refused' ? outcome.reply.phase : outcome.kind;
      throw new AppError('MAIL_FAILED', {
        stage,
        replyCode: outcome.kind === 'refused' ? outcome.reply.code : null,
      });
    }
    if (account.pauseReason !== null) await ctx.write(null, async tx => await resumeAccount(tx, account.id));
    return { messageId: mail.messageId, replyCode: outcome.reply.code };
  } finally {
    await outlet.close();
  }
}
