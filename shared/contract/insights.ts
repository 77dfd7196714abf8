import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { procedure } from './base.ts';

export const zBaseline = z.object({
  fromOn: zDay,
  toOn: zDay,
  cards: z.number().int().min(1),
  opportunities: z.number().int().min(0),
});
export type Baseline = z.output<typeof zBaseline>;

const zRate = z.object({
  fromOn: zDay.nullable(),
  toOn: zDay.nullable(),
  n: z.number().int(),
  x: z.number().int(),
  rate: z.number().nullable(),
  /** Wilson 95 % interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const zBeforeAfter = z.object({
  before: zRate.nullable(),
  after: zRate,
  /** After − before with the Newcombe 95 % interval, as shares (0.0675 = 6.75 points). */
  difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  verdict: z.string(),
  windowDays: z.number().int(),
  /** Leads too young for the window: not in `after`, final on `finalOn`. */
  immature: z.object({ n: z.number().int(), finalOn: zDay.nullable() }),
});
export type BeforeAfter = z.output<typeof zBeforeAfter>;

export const baseline = {
  /** The numbers before Dosen: period, cards, 商談. A new version each time. */
  save: procedure
    .input(
      zBaseline
        .refine(b => b.opportunities <= b.cards, 'opportunities <= cards')
        .refine(b => b.fromOn <= b.toOn, 'fromOn <= toOn'),
    )
    .output(z.object({ n: z.number().int(), baseline: zBaseline })),
  get: procedure.input(z.object({})).output(zBaseline.nullable()),
};

export const insights = {
  /** Before against after. The period limits who counts as after; default: everybody acquired outside the baseline period. */
  beforeAfter: procedure
    .input(
      z.object({
        windowDays: z.union([z.literal(30), z.literal(60), z.literal(90), z.literal(180)]).default(90),
        fromOn: zDay.optional(),
        toOn: zDay.optional(),
      }),
    )
    .output(zBeforeAfter),
};
