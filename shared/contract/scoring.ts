import { z } from 'zod';
import { zDay, zInstant, zInstantInput } from '#shared/domain/base/days.ts';
import { zScoringRules } from '#shared/domain/scoring/rules.ts';
import { procedure, zBand, zDone, zFileOut, zUid } from './base.ts';
import { zJobEvents } from './jobs.ts';
import { zExplanation, zReasonRow } from './explanation.ts';

export const events = {
  /**
   * Records something a lead did or that was done with them. The same `dedupeKey` counts once. Points by hand are kind
   * `points.manual` with data {points: whole, −100…100, not 0; reason: text}.
   */
  record: procedure
    .input(
      z.object({
        leadUid: zUid,
        kind: z.string().min(1).max(60),
        occurredOn: zDay.optional(),
        occurredAt: zInstantInput.optional(),
        dedupeKey: z.string().max(200).optional(),
        data: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .output(zDone.extend({ recorded: z.boolean() })),
};

const zCounts = z.object({ hot: z.number().int(), mid: z.number().int(), low: z.number().int() });

const zEstimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
/** `x` of `n`, with the share and its 95 % interval (Wilson); null when n is 0. */
const zShare = z.object({ x: z.number().int(), n: z.number().int(), estimate: zEstimate.nullable() });
const zMinimum = z.object({ won: z.number().int(), decided: z.number().int() });

const zBackTest = z.object({
  won: z.number().int(),
  decided: z.number().int(),
  /** Decided leads of whom nothing was recorded before the decision; they are in no count. */
  unknown: z.number().int(),
  minimum: zMinimum,
  caught: z.object({ hot: zShare, atLeastMid: zShare }),
  /** Share of 商談 per rank; null below the minimum, because so few say nothing about the next ones. */
  byBand: z.object({ hot: zShare, mid: zShare, low: zShare }).nullable(),
});

const zMove = z.object({
  from: zBand,
  to: zBand,
  count: z.number().int(),
  /** The first 50, most points first. */
  leads: z.array(
    z.object({
      uid: z.string(),
      name: z.string(),
      companyName: z.string(),
      totalBefore: z.number().int(),
      total: z.number().int(),
    }),
  ),
});

const zSimulation = z.object({
  leads: z.number().int(),
  before: zCounts,
  after: zCounts,
  moves: z.array(zMove),
  /** Calls a week: people of rank A and B who can be called, against what the callers of the team get through. */
  calls: z.object({
    before: z.number().int(),
    after: z.number().int(),
    capacity: z.number().int(),
    callers: z.number().int(),
  }),
  /** People each rule gives points today: attributes by position, behaviours by kind. */
  matches: z.object({
    attributes: z.array(z.number().int()),
    behaviours: z.record(z.string(), z.number().int()),
  }),
  /** Null when not asked for. Looking back is easier than looking ahead: see the warning. */
  backTest: zBackTest.nullable(),
  warnings: z.array(z.enum(['hindsight', 'tooFew', 'overCapacity', 'nobodyHot'])),
});
export type Simulation = z.output<typeof zSimulation>;

const zRulesVersion = z.object({
  n: z.number().int(),
  activeFromOn: zDay,
  recordedAt: zInstant.nullable(),
  memberName: z.string().nullable(),
  note: z.string(),
  rules: zScoringRules,
});

const zReasons = z.object({ uid: z.string(), rows: z.array(zReasonRow) });

export const scoring = {
  /** The rules in force, as agreed: a version of kind `scoring`. */
  getRules: procedure
    .input(z.object({}))
    .output(z.object({ n: z.number().int(), activeFromOn: zDay, rules: zScoringRules })),
  /** Every version of the rules, newest first; the last one is the shipped default (n 0). */
  versions: procedure.input(z.object({})).output(z.object({ versions: z.array(zRulesVersion) })),
  /**
   * Makes rules the ones in force. A job: every lead is computed first, then rules and scores change in one step. Cancelled:
   * the old rules stay in force everywhere and nothing is written. `result` is {n, scored, changed, operationUid}.
   */
  saveRules: procedure
    .input(z.object({ rules: zScoringRules, note: z.string().max(500).default('') }))
    .output(zJobEvents),
  /** What these rules would change, without changing anything. */
  simulate: procedure
    .input(z.object({ rules: zScoringRules, backTest: z.boolean().default(true) }))
    .output(zSimulation),
  /**
   * Points and ranks on a past day, of one lead or counted over the list. `then` = as it was shown at the end of that day;
   * `now` = the corrected view with everything known today.
   */
  asOf: procedure
    .input(z.object({ on: zDay, known: z.enum(['then', 'now']).default('then'), leadUid: zUid.optional() }))
    .output(
      z.object({
        on: zDay,
        known: z.enum(['then', 'now']),
        rulesVersion: z.number().int(),
        counts: zCounts.nullable(),
        lead: zExplanation.nullable(),
      }),
    ),
  /** The three reasons worth the most points today, of each of these leads. */
  reasons: procedure
    .input(z.object({ uids: z.array(zUid).max(500) }))
    .output(z.object({ leads: z.array(zReasons) })),
  /** 点数の明細 of one lead as HTML for the preview. */
  statementHtml: procedure
    .input(z.object({ uid: zUid, on: zDay.optional(), known: z.enum(['then', 'now']).default('now') }))
    .output(z.object({ html: z.string() })),
  /** 点数の明細 of one lead as PDF. */
  printStatement: procedure
    .input(z.object({ uid: zUid, on: zDay.optional(), known: z.enum(['then', 'now']).default('now') }))
    .output(zFileOut),
  /** Recomputes every lead's cached points for today. A job; `result` is {scored, changed}. */
  recompute: procedure.input(z.object({})).output(zJobEvents),
};
