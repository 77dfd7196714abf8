import { z } from 'zod';
import { zInstant } from '#shared/domain/base/days.ts';
import { outboxStates } from '#shared/domain/mail/outbox-states.ts';
import { zSender } from '#shared/domain/mail/sender.ts';
import { procedure, zDone, zReason, zUid } from './base.ts';

const zStep = z.object({
  no: z.number().int(),
  /** Business days after the step before (after enrolment for the first). */
  afterDays: z.number().int(),
  subject: z.string(),
  text: z.string(),
});
const zSequence = z.object({
  key: z.string(),
  n: z.number().int(),
  name: z.string(),
  steps: z.array(zStep),
  enrolled: z.number().int(),
});
export type Sequence = z.output<typeof zSequence>;

export const sequences = {
  list: procedure.input(z.object({})).output(z.array(zSequence)),
  /** Whom this sequence could be started for at once: rank C on the way of step mails, not in it yet, at most 10,000. */
  waiting: procedure
    .input(z.object({ sequenceKey: z.string() }))
    .output(z.object({ leadUids: z.array(zUid) })),
  /** Enrols leads; whoever cannot get mail is listed with the reason and left out. */
  enroll: procedure
    .input(z.object({ sequenceKey: z.string(), leadUids: z.array(zUid).min(1).max(10_000) }))
    .output(
      zDone.extend({
        enrolled: z.number().int(),
        left: z.array(z.object({ leadUid: z.string(), reason: zReason })),
      }),
    ),
};

const zOutboxState = z.enum(outboxStates);

const zOutboxRow = z.object({
  uid: z.string(),
  leadUid: z.string().nullable(),
  leadName: z.string(),
  companyName: z.string(),
  address: z.string(),
  kind: z.enum(['step', 'test']),
  stepNo: z.number().int(),
  subject: z.string(),
  state: zOutboxState,
  reason: z.string().nullable(),
  notBeforeAt: zInstant,
  acceptedAt: zInstant.nullable(),
  attempts: z.number().int(),
});
export type OutboxRow = z.output<typeof zOutboxRow>;

export const outbox = {
  list: procedure
    .input(
      z.object({ state: zOutboxState.optional(), limit: z.number().int().min(1).max(1000).default(200) }),
    )
    .output(
      z.object({
        rows: z.array(zOutboxRow),
        counts: z.record(z.string(), z.number().int()),
        waitingForAccount: z.boolean(),
        /** What keeps mails from leaving at all, as codes: the short list 送信まであと n つ. */
        missing: z.array(z.string()),
      }),
    ),
};

const zPracticeMail = z.object({
  uid: z.string(),
  receivedAt: zInstant,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  messageId: z.string(),
  text: z.string(),
});

const zAccount = z.object({
  uid: z.string(),
  kind: z.enum(['practice', 'smtp']),
  fromName: z.string(),
  fromAddress: z.string(),
  host: z.string(),
  port: z.number().int(),
  security: z.enum(['tls', 'starttls', 'none']),
  userName: z.string(),
  hasSecret: z.boolean(),
});
export type MailAccount = z.output<typeof zAccount>;

export const mail = {
  /** Does what is due now: renders, claims, sends, settles. Hosts call it by the tick. */
  tick: procedure.input(z.object({})).output(
    z.object({
      rendered: z.number().int(),
      accepted: z.number().int(),
      deferred: z.number().int(),
      rejected: z.number().int(),
      unknown: z.number().int(),
      held: z.number().int(),
    }),
  ),
  account: procedure.input(z.object({})).output(zAccount.nullable()),
  saveAccount: procedure
    .input(
      zAccount.omit({ uid: true, kind: true, hasSecret: true }).extend({ secret: z.string().optional() }),
    )
    .output(zAccount),
  /** Who the mails come from, with the entries the law wants in every mail that are still missing. */
  sender: procedure.input(z.object({})).output(z.object({ sender: zSender, missing: z.array(z.string()) })),
  saveSender: procedure.input(zSender).output(z.object({ sender: zSender, missing: z.array(z.string()) })),
  /** Sends one test mail to the account's own address, and nowhere else. */
  testAccount: procedure
    .input(z.object({}))
    .output(z.object({ messageId: z.string(), replyCode: z.number().int() })),
  /** What the practice mailbox received. Throws STORE_PRACTICE_ONLY in a real store. */
  practiceInbox: procedure
    .input(z.object({ limit: z.number().int().min(1).max(500).default(50) }))
    .output(z.array(zPracticeMail)),
};

const zSuppression = z.object({
  addressKey: z.string(),
  reason: z.string(),
  source: z.string(),
  sinceAt: zInstant,
});

export const suppressions = {
  /** `isErased`: only a hash of the address is left, because its person was erased. */
  list: procedure.input(z.object({})).output(z.array(zSuppression.extend({ isErased: z.boolean() }))),
  /** 配信停止: permanent, for the address, everywhere. Queued mails to it stop in the same transaction. */
  add: procedure
    .input(
      z.object({
        address: z.string().max(254),
        reason: z.enum(['optOut', 'bounce', 'manual', 'complaint']).default('optOut'),
      }),
    )
    .output(zSuppression.extend({ stopped: z.number().int() })),
};
