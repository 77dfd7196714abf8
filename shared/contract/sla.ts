import { z } from 'zod';
import { zDay, zInstant, zInstantInput } from '#shared/domain/base/days.ts';
import { CLOCK_KINDS, zSla } from '#shared/domain/sla/agreement.ts';
import { BREACHES, CLOCK_STATES } from '#shared/domain/sla/clock.ts';
import { procedure, zBand, zDone, zFileOut, zUid } from './base.ts';

const zKind = z.enum(CLOCK_KINDS);

const zClock = z.object({
  uid: z.string(),
  kind: zKind,
  leadUid: z.string(),
  companyName: z.string(),
  department: z.string(),
  name: z.string(),
  phone: z.string(),
  band: zBand,
  total: z.number().int(),
  ownerName: z.string().nullable(),
  startedAt: zInstant,
  /** Noticed long after it began: the app was closed, or the event came in late. */
  raisedLate: z.boolean(),
  dueAt: zInstant,
  state: z.enum(CLOCK_STATES),
  /** Minutes of opening time until the due time; negative when it has passed. */
  remainingMinutes: z.number().int(),
  /** Version of the agreement it runs under. */
  slaVersion: z.number().int(),
  /** 着手 */
  attemptedAt: zInstant.nullable(),
  stoppedAt: zInstant.nullable(),
  stopCode: z.string().nullable(),
  cause: z.enum(BREACHES).nullable(),
  snoozedUntilAt: zInstant.nullable(),
  snoozeReason: z.string(),
});
export type SlaClock = z.output<typeof zClock>;

const zEstimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
const zAttainment = z.object({
  onTime: z.number().int(),
  late: z.number().int(),
  overdueOpen: z.number().int(),
  notDue: z.number().int(),
  cancelled: z.number().int(),
  /** Share on time with its Wilson 95 % interval; null while nothing is due. */
  rate: zEstimate.nullable(),
});

const zAgreed = z.object({
  n: z.number().int(),
  activeFromOn: zDay,
  sla: zSla,
  /** What makes a lead hot by points: the gates that are switched on, and the events that need no points. */
  hot: z.object({
    fit: z.number().int().nullable(),
    engagement: z.number().int().nullable(),
    total: z.number().int().nullable(),
    interest: z.array(z.string()),
  }),
});
export type SlaAgreed = z.output<typeof zAgreed>;

const zAttained = z.object({
  kind: zKind,
  fromOn: zDay,
  toOn: zDay,
  /** Kept: 接触 for the first contact. */
  kept: zAttainment,
  /** 着手: somebody tried in time. Only the first contact has it. */
  started: zAttainment.nullable(),
  pace: z.object({
    medianMinutes: z.number().nullable(),
    days: z.object({
      same: z.number().int(),
      one: z.number().int(),
      two: z.number().int(),
      more: z.number().int(),
    }),
  }),
  /** Part of the base that was noticed late. */
  raisedLate: z.number().int(),
});
export type SlaAttained = z.output<typeof zAttained>;

export const sla = {
  /** The agreement in force, and the rule for hot leads it stands on. Version 0: nobody agreed on anything yet. */
  get: procedure.input(z.object({})).output(zAgreed),
  /** Adds a version. Promises already running keep the one they were made under. */
  save: procedure.input(z.object({ sla: zSla })).output(zDone.extend({ n: z.number().int() })),
  /** Promises, the soonest due first: open ones, broken ones without a cause, or all of one lead. */
  clocks: procedure
    .input(
      z.object({
        which: z.enum(['open', 'unexplained']).default('open'),
        leadUid: zUid.optional(),
        kind: zKind.optional(),
        /** Uid of a member, or `none`. */
        owner: z.string().optional(),
        /** Put off ones are left out unless asked for. */
        withSnoozed: z.boolean().default(false),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ clocks: z.array(zClock), total: z.number().int() })),
  /** Puts a promise out of sight until then, with a reason; its due time stays. Null brings it back. */
  snooze: procedure
    .input(
      z.object({ clockUid: zUid, until: zInstantInput.nullable(), reason: z.string().max(200).default('') }),
    )
    .output(zDone),
  /** Says why a promise was broken. */
  cause: procedure.input(z.object({ clockUid: zUid, cause: z.enum(BREACHES) })).output(zDone),
  /** How many promises of a span were kept; the base is every hot entry whose time is up. Default: the last 28 days. */
  attainment: procedure
    .input(z.object({ kind: zKind.default('contact'), fromOn: zDay.optional(), toOn: zDay.optional() }))
    .output(zAttained),
  /** The sheet as one HTML text, for the app's own preview. */
  html: procedure.input(z.object({})).output(z.object({ html: z.string() })),
  /** The sheet as PDF, one A4 page. Throws PDF_ENGINE_MISSING where no engine is on the machine. */
  print: procedure.input(z.object({})).output(zFileOut),
};
