import { z } from 'zod';
import { halfWidths } from '#shared/domain/base/text.ts';
import { CALL_RESULTS, type CallResult } from './outcomes.ts';

/** Full-width characters of a label that fit into a box of the printed list. */
const LABEL_WIDTH = 3;
const MOST_REASONS = 5;
/** Business days a cycle may last at most: what lists look back on covers it. */
const LONGEST_CYCLE = 30;

const zLimit = z.object({
  attempts: z.int().min(1).max(20),
  businessDays: z.int().min(1).max(LONGEST_CYCLE),
});
const zBusinessDays = z.int().min(1).max(60);
const zLabel = z
  .string()
  .trim()
  .min(1)
  .refine(text => halfWidths(text) <= 2 * LABEL_WIDTH, { message: 'wider than three full-width characters' });
const zReasons = z
  .array(z.string().trim().min(1).max(20))
  .max(MOST_REASONS)
  .refine(reasons => new Set(reasons).size === reasons.length, { message: 'the same reason twice' });

const zGoal = z.int().min(0).max(500);
/** What a caller sets out to do in a day. */
const zGoals = z.object({ calls: zGoal, reached: zGoal, appointments: zGoal });
const defaultGoals = { calls: 30, reached: 5, appointments: 1 };

/**
 * What a team agrees on about its calls: how often and how long one cycle tries, when the next call is due, and the
 * words. Days are business days unless said otherwise.
 */
export const zCallRules = z.object({
  /** How often one cycle may try, and within how many business days, by rank. */
  limits: z.object({ hot: zLimit, mid: zLimit, low: zLimit }),
  next: z.object({
    noAnswer: zBusinessDays,
    /** So many unanswered calls in a row make a longer pause, and a mail is proposed. */
    silence: z.object({ times: z.int().min(2).max(10), businessDays: zBusinessDays }),
    away: zBusinessDays,
    /** The pause after the reception refused; at so many times the person goes back to nurturing. */
    gatekeeper: z.object({ times: z.int().min(1).max(10), businessDays: zBusinessDays }),
    /** After the material was sent. */
    material: zBusinessDays,
    badNumber: zBusinessDays,
    /** Calendar days after a refusal or a used-up cycle before anybody looks at the person again. */
    nurtureDays: z.int().min(1).max(365),
  }),
  /** Per member and day. Versions from before there were goals have the usual ones. */
  goals: zGoals.default(defaultGoals),
  /** Own words for results, on screen and in the boxes on paper; a result without one has that of the catalogue. */
  labels: z.partialRecord(z.enum(CALL_RESULTS), zLabel),
  /** Reasons a result can be given: codes the catalogue knows, or what the team wrote. */
  reasons: z
    .partialRecord(z.enum(CALL_RESULTS), zReasons)
    .refine(({ declined }) => (declined?.length ?? 0) > 0, {
      path: ['declined'],
      message: 'a refusal needs a reason',
    }),
});
export type CallRules = z.infer<typeof zCallRules>;

/** What holds before anybody agreed on anything (reference ux §3.2). */
export const defaultCallRules: CallRules = {
  limits: {
    hot: { attempts: 6, businessDays: 10 },
    mid: { attempts: 4, businessDays: 15 },
    low: { attempts: 2, businessDays: 30 },
  },
  next: {
    noAnswer: 1,
    silence: { times: 3, businessDays: 5 },
    away: 1,
    gatekeeper: { times: 2, businessDays: 10 },
    material: 3,
    badNumber: 2,
    nurtureDays: 90,
  },
  goals: defaultGoals,
  labels: {},
  reasons: { declined: ['timing', 'budget', 'competitor', 'noNeed', 'other'] },
};

/** The reasons a result can be given, in the order of their keys. */
export const reasonsFor = (rules: CallRules, result: CallResult): readonly string[] =>
  rules.reasons[result] ?? [];
