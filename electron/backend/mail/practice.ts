import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { isPractice } from '#electron/backend/settings/settings.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { type ReceivedMail, readMail } from './practice-mailbox.ts';
import { insertPracticeMail, listPracticeMails } from './practice.repo.ts';

/** Stores a mail that the practice mailbox received. */
export async function keepPracticeMail(ctx: Context, mail: ReceivedMail): Promise<void> {
  await ctx.write(null, async tx => await insertPracticeMail(tx, { uid: ctx.newId(), ...mail }));
}

export interface PracticeMail {
  uid: string;
  receivedAt: Instant;
  from: string;
  to: string;
  subject: string;
  messageId: string;
  text: string;
}

/** What the practice mailbox received, newest first. Throws STORE_PRACTICE_ONLY in a real store. */
export async function practiceInbox(ctx: Context, input: { limit: number }): Promise<PracticeMail[]> {
  if (!(await isPractice(ctx.read))) throw new AppError('STORE_PRACTICE_ONLY', {});
  const rows = await listPracticeMails(ctx.read, input.limit);
  return await Promise.all(
    rows.map(async row => {
      const { from, to, subject, messageId, text } = await readMail(row.raw);
      return { uid: row.uid, receivedAt: row.receivedAt, from, to, subject, messageId, text };
    }),
  );
}
