import { z } from 'zod';
import { zInstant } from '#shared/domain/base/days.ts';
import { procedure, zBand, zDone, zUid } from './base.ts';

const zUids = z.array(zUid).min(1).max(1000);

const zTrashed = z.object({
  uid: z.string(),
  companyName: z.string(),
  name: z.string(),
  department: z.string(),
  title: z.string(),
  phone: z.string(),
  email: z.string(),
  band: zBand,
  trashedAt: zInstant,
  /** Whole days until the lead is gone for good. */
  daysLeft: z.number().int(),
});

/** The procedures of `leads` by which somebody leaves the list. */
export const leadTrash = {
  /** Puts people into the trash: out of every list, search, matching, call and mail; for 30 days they can come back. */
  trash: procedure.input(z.object({ uids: zUids })).output(zDone.extend({ trashed: z.number().int() })),
  /** Takes people out of the trash again, as they were. */
  restore: procedure.input(z.object({ uids: zUids })).output(zDone.extend({ restored: z.number().int() })),
  /** Who is in the trash, the latest first. */
  trashed: procedure
    .input(
      z.object({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ rows: z.array(zTrashed), total: z.number().int() })),
  /**
   * Erases somebody who asks for it, for good and without undo; `confirm` is the name (without one: the company) as typed.
   * `outside` is what the app cannot reach: printed lists, mails already sent, copies of the store in its folder.
   */
  erase: procedure.input(z.object({ uid: zUid, confirm: z.string().max(200) })).output(
    zDone.extend({
      outside: z.object({
        printedLists: z.array(z.string()),
        sentMails: z.number().int(),
        copies: z.array(z.string()),
      }),
    }),
  ),
};
