import { z } from 'zod';
import { zInstant } from '#shared/domain/base/days.ts';
import { ALERT_KINDS, TOLD_WAYS } from '#shared/domain/sla/alert.ts';
import { procedure, zBand, zDone, zUid } from './base.ts';

const zAlert = z.object({
  uid: z.string(),
  kind: z.enum(ALERT_KINDS),
  leadUid: z.string(),
  companyName: z.string(),
  department: z.string(),
  name: z.string(),
  band: zBand,
  ownerName: z.string().nullable(),
  /** Kind of the event that did it; null when rules, attributes or points alone did. */
  reason: z.string().nullable(),
  /** Points at that moment. */
  total: z.number().int(),
  enteredAt: zInstant,
  /** Noticed long after: while you were away. */
  raisedLate: z.boolean(),
  /** No longer hot. */
  isOver: z.boolean(),
  seen: z.boolean(),
  told: z.object({ at: zInstant, how: z.string() }).nullable(),
  /** The first contact that is owed; null when there is none. */
  dueAt: zInstant.nullable(),
  /** Minutes of opening time until then; null when nothing is owed any more. */
  remainingMinutes: z.number().int().nullable(),
});
export type Alert = z.output<typeof zAlert>;

export const alerts = {
  /** Who turned hot, newest first, and how many nobody has looked at. */
  list: procedure
    .input(
      z.object({ unseen: z.boolean().default(false), limit: z.number().int().min(1).max(200).default(50) }),
    )
    .output(z.object({ alerts: z.array(zAlert), unseen: z.number().int() })),
  /** Somebody has looked at these, or at all of them. */
  seen: procedure
    .input(z.union([z.object({ uids: z.array(zUid).min(1).max(500) }), z.object({ all: z.literal(true) })]))
    .output(z.object({ seen: z.number().int() })),
  /** 伝えた: the owner was told, and how. Ends the clock for telling once an owner is named. */
  told: procedure.input(z.object({ uid: zUid, how: z.enum(TOLD_WAYS) })).output(zDone),
};
