import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { OUTCOME_CODES } from '#shared/domain/calls/outcomes.ts';
import { QUEUE_REASONS } from '#shared/domain/calls/queue.ts';
import { procedure, zBand, zChannel, zConsentBasis, zFileOut, zUid } from './base.ts';
import { zReasonRow } from './explanation.ts';
import { zPointKind } from './lead-edit.ts';
import { zTimelineEvent } from './leads.ts';

const zPhone = z.object({
  kind: zPointKind,
  text: z.string(),
  /** E.164, to dial; null where the number could not be read. */
  tel: z.string().nullable(),
  extension: z.string(),
});

const zColleague = z.object({
  leadUid: z.string(),
  name: z.string(),
  department: z.string(),
  title: z.string(),
  band: zBand,
  nextKind: z.string(),
});

const zCallCard = z.object({
  leadUid: z.string(),
  /** The row of this week's list that the result fills. */
  listRowUid: z.string().nullable(),
  position: z.number().int().nullable(),
  listNumber: z.string().nullable(),
  why: z.enum(QUEUE_REASONS),
  /** When they were promised to be called, or have to be; null for any time today. */
  dueAt: zInstant.nullable(),
  companyName: z.string(),
  branch: z.string(),
  department: z.string(),
  title: z.string(),
  name: z.string(),
  kana: z.string(),
  phones: z.array(zPhone),
  band: zBand,
  total: z.number().int(),
  /** Worth the most points, three at most. */
  reasons: z.array(zReasonRow),
  channel: zChannel,
  eventName: z.string(),
  acquiredOn: zDay,
  /** Touches and what they asked for, newest first. */
  history: z.array(zTimelineEvent),
  promise: z.object({ on: zDay, at: zInstant.nullable() }).nullable(),
  consentBasis: zConsentBasis,
  suppressed: z.boolean(),
  /** Others of the company, highest rank first, and how many there are. */
  colleagues: z.object({ total: z.number().int(), shown: z.array(zColleague) }),
  memo: z.string(),
  /** What the rule for the next date looks at: the calls of the present cycle, oldest first. */
  calls: z.array(z.object({ outcome: z.enum(OUTCOME_CODES), on: zDay, minute: z.number().int() })),
  mayMail: z.boolean(),
});
export type CallCard = z.output<typeof zCallCard>;

export const callWork = {
  /**
   * Whom the acting member calls now, in order: promises, first contacts, repeated calls, and this week's lists. Nobody
   * stands in it twice, and nobody who may not be phoned.
   */
  queue: procedure.input(z.object({})).output(
    z.object({
      now: zInstant,
      cards: z.array(zCallCard),
      /** When the team connects best, by the slots of the day; the key shows a date worked out by it. */
      slotRates: z.array(z.object({ calls: z.number().int(), connected: z.number().int() })),
    }),
  ),
  /** The appointment or promised call of a result as a calendar file. Throws NOT_FOUND where it named no time. */
  calendarFile: procedure.input(z.object({ leadUid: zUid, eventUid: zUid })).output(zFileOut),
};
