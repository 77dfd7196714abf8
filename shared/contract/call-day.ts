import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { CALL_RESULTS } from '#shared/domain/calls/outcomes.ts';
import { procedure } from './base.ts';

const zCount = z.number().int();
const zCounts = z.object({
  calls: zCount,
  /** Calls with the person wanted on the line. */
  reached: zCount,
  appointments: zCount,
  /** Promises of first contact that fell due on the day, and how many of them were kept in time. */
  firstContacts: z.object({ inTime: zCount, due: zCount }),
});
export type DayCounts = z.output<typeof zCounts>;

const zNotable = z.object({
  eventUid: z.string(),
  companyName: z.string(),
  name: z.string(),
  outcome: z.string(),
  note: z.string(),
});

const zCallDay = z.object({
  on: zDay,
  memberName: z.string().nullable(),
  /** 慣らし: within two weeks of the member's first call. */
  isTrial: z.boolean(),
  goals: z.object({ calls: zCount, reached: zCount, appointments: zCount }),
  mine: zCounts,
  /** Results of the member, by outcome. */
  outcomes: z.partialRecord(z.enum(CALL_RESULTS), zCount),
  /** Calls of the member that were worth a note or more than one more try. */
  notable: z.array(zNotable),
  team: zCounts,
  /** What kept the team from calling: results of the day, and rows of this week's lists nobody may call any more. */
  blocked: z.array(z.object({ code: z.string(), count: zCount })),
});
export type CallDay = z.output<typeof zCallDay>;

const zEstimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
const zSummary = z.object({
  n: zCount,
  median: z.number().nullable(),
  mean: z.number().nullable(),
  few: z.object({ x: zCount, n: zCount, estimate: zEstimate.nullable() }),
});

const zTouches = z.object({
  fromOn: zDay,
  toOn: zDay,
  /** 接触 and 試行 each first appointment took. */
  touches: zSummary,
  attempts: zSummary,
  /** What each attempt yields, of everybody tried that often. */
  yields: z.array(
    z.object({
      attempt: zCount,
      reached: zCount,
      appointed: zCount,
      hazard: z.number(),
      cumulative: z.number(),
    }),
  ),
});
export type CallTouches = z.output<typeof zTouches>;

export const callDay = {
  /** The calls of a day (default today): of the acting member, and of the team in sums. */
  day: procedure.input(z.object({ on: zDay.optional() })).output(zCallDay),
  /** How many touches and attempts appointments took in the last year. */
  touches: procedure.input(z.object({})).output(zTouches),
};
