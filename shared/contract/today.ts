import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { CLOCK_STATES } from '#shared/domain/sla/clock.ts';
import { BUCKETS } from '#shared/domain/today/buckets.ts';
import { procedure, zBand, zReason } from './base.ts';

const zBucket = z.enum(BUCKETS);
export type { Bucket } from '#shared/domain/today/buckets.ts';

const zTodayRow = z.object({
  leadUid: z.string(),
  companyName: z.string(),
  name: z.string(),
  department: z.string(),
  title: z.string(),
  phone: z.string(),
  band: zBand,
  total: z.number().int(),
  ownerName: z.string().nullable(),
  nextKind: z.string(),
  /** When it is due: a moment where one was promised or a clock runs, else the day, else nothing. */
  dueAt: zInstant.nullable(),
  dueOn: zDay.nullable(),
  /** The running promise of first contact: to put it off, or to say why it was broken. */
  clock: z
    .object({
      uid: z.string(),
      state: z.enum(CLOCK_STATES),
      /** Minutes of opening time; negative when it has passed. */
      remainingMinutes: z.number().int(),
    })
    .nullable(),
  /** The hand-over that waits for an answer. */
  handoverUid: z.string().nullable(),
  /** Why it is here, and what was noted at the last call. */
  why: zReason,
  note: z.string(),
});
export type TodayRow = z.output<typeof zTodayRow>;

const zQueued = z.object({ code: zBucket, total: z.number().int(), rows: z.array(zTodayRow) });
export type TodayBucket = z.output<typeof zQueued>;

const zCounts = z.record(zBucket, z.number().int());

/** mine: what the acting member has and what nobody has; team: everything. */
const zScope = z.enum(['mine', 'team']);

export const today = {
  /** One queue of what is due, bucket by bucket; nobody stands in it twice. */
  queue: procedure
    .input(
      z.object({
        scope: zScope.default('mine'),
        /** Only this bucket, to see all of it. */
        bucket: zBucket.optional(),
        limit: z.number().int().min(1).max(500).default(8),
      }),
    )
    .output(z.object({ total: z.number().int(), buckets: z.array(zQueued) })),
  /** What is promised for the days after today, soonest first. */
  coming: procedure
    .input(z.object({ scope: zScope.default('mine'), limit: z.number().int().min(1).max(200).default(30) }))
    .output(z.object({ total: z.number().int(), rows: z.array(zTodayRow) })),
  /** The same counts for each of the team, and what nobody has. */
  team: procedure.input(z.object({})).output(
    z.object({
      members: z.array(
        z.object({
          uid: z.string(),
          name: z.string(),
          /** On leave today. */
          away: z.boolean(),
          counts: zCounts,
          /** Running promises whose time has passed. */
          overdue: z.number().int(),
        }),
      ),
      unowned: z.object({ counts: zCounts, overdue: z.number().int() }),
    }),
  ),
};
