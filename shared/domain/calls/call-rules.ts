import { z } from 'zod';
import { halfWidths } from '#shared/domain/base/text.ts';
import { CALL_RESULTS, type CallResult } from './outcomes.ts';

/** Full-width characters of a label that fit into a box of the printed list. */
const LABEL_WIDTH = 3;

/** What the numbers of the rules may be, for those who check them and for the fields they are typed in. */
export const RULE_BOUNDS = {
  attempts: { min: 1, max: 20 },
  /** Business days a cycle may last: what lists look back on covers it. */
  cycle: { min: 1, max: 30 },
  businessDays: { min: 1, max: 60 },
  silence: { min: 2, max: 10 },
  gatekeeper: { min: 1, max: 10 },
  nurtureDays: { min: 1, max: 365 },
  goal: { min: 0, max: 500 },
  reasons: { min: 0, max: 5 },
} as const;
const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.int().min(min).max(max);

const zLimit = z.object({
  attempts: within(RULE_BOUNDS.attempts),
  businessDays: within(RULE_BOUNDS.cycle),
});
const zBusinessDays = within(RULE_BOUNDS.businessDays);
const zLabel = z
  .string()
  .trim()
  .min(1)
  .refine(text => halfWidths(text) <= 2 * LABEL_WIDTH, { message: 'wider than three full-width characters' });
const zReasons = z
  .array(z.string().trim().min(1).max(20))
  .max(RULE_BOUNDS.reasons.max)
  .refine(reasons => new Set(reasons).size === reasons.length, { message: 'the same reason twice' });

const zGoal = within(RULE_BOUNDS.goal);
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
    silence: z.object({ times: within(RULE_BOUNDS.silence), businessDays: zBusinessDays }),
    away: zBusinessDays,
    /** The pause after the reception refused; at so many times the person goes back to nurturing. */
    gatekeeper: z.object({ times: within(RULE_BOUNDS.gatekeeper), businessDays: zBusinessDays }),
    /** After the material was sent. */
    material: zBusinessDays,
    badNumber: zBusinessDays,
    /** Calendar days after a refusal or a used-up cycle before anybody looks at the person again. */
    nurtureDays: within(RULE_BOUNDS.nurtureDays),
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
