import { z } from 'zod';
import { zDay, zInstant, zInstantInput } from '#shared/domain/base/days.ts';
import { zCard, zTask } from '#shared/domain/opportunities/card.ts';
import { RETURN_REASONS } from '#shared/domain/opportunities/stages.ts';
import { procedure, zDone, zFileOut, zUid } from './base.ts';

const zShare = z.object({ value: z.number(), low: z.number(), high: z.number() });
const zRuleReturns = z.object({
  rule: z.string(),
  n: z.number().int(),
  x: z.number().int(),
  rate: zShare,
  isEnough: z.boolean(),
});
const zReturns = z.object({
  fromOn: zDay,
  toOn: zDay,
  /** Answered hand-overs a rule needs before anything is said about it. */
  min: z.number().int(),
  n: z.number().int(),
  x: z.number().int(),
  rate: zShare.nullable(),
  rules: z.array(zRuleReturns),
  reasons: z.array(z.object({ reason: z.enum(RETURN_REASONS), n: z.number().int() })),
  proposal: zRuleReturns.nullable(),
  verdict: z.enum(['tooFew', 'none', 'proposal']),
});

const zHandoverSheet = z.object({
  uid: z.string(),
  opportunityUid: z.string(),
  leadUid: z.string().nullable(),
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  madeAt: zInstant,
  answer: z.enum(['accepted', 'returned']).nullable(),
  card: zCard,
});

export const handovers = {
  /**
   * Hands somebody over to field sales in one transaction: the 商談, the card, what was promised, and the clock for the
   * answer. To oneself it is accepted in the same step. Throws NOT_FOUND, CRITERIA_NOT_MET, HANDOVER_NOT_POSSIBLE.
   */
  make: procedure
    .input(
      z.object({
        leadUid: zUid,
        toUid: zUid,
        said: z.string().trim().max(2000).default(''),
        meetingOn: zDay.optional(),
        meetingAt: zInstantInput.optional(),
        place: z.string().trim().max(200).optional(),
        tasks: z.array(zTask).max(12).default([]),
        met: z.array(z.string()).max(20).default([]),
        overrideReason: z.string().trim().max(500).default(''),
      }),
    )
    .output(zDone.extend({ handoverUid: z.string(), opportunityUid: z.string(), accepted: z.boolean() })),
  /**
   * 引き受ける or 差し戻す. Giving back needs a coded reason and the day to come back to the person, who is nurtured until
   * then. What was accepted can still be given back while its 商談 is open. Throws HANDOVER_ANSWERED, DEAL_NEEDS.
   */
  answer: procedure
    .input(
      z.object({
        uid: zUid,
        answer: z.enum(['accepted', 'returned']),
        reason: z.enum(RETURN_REASONS).optional(),
        until: zDay.optional(),
        note: z.string().trim().max(1000).default(''),
      }),
    )
    .output(zDone),
  get: procedure.input(z.object({ uid: zUid })).output(zHandoverSheet),
  /** The card as one HTML text, for the app's own preview. */
  html: procedure.input(z.object({ uid: zUid })).output(z.object({ html: z.string() })),
  /** The card as PDF. Throws PDF_ENGINE_MISSING where no engine is on the machine. */
  print: procedure.input(z.object({ uid: zUid })).output(zFileOut),
  /** Which rule of the points produced the hand-overs of the last months that came back. */
  returns: procedure.input(z.object({ months: z.number().int().min(1).max(24).default(6) })).output(zReturns),
};
