import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { zBand } from './base.ts';

const zLedgerRow = z.object({
  side: z.enum(['fit', 'engagement']),
  /** Rule code, or `cap` for what exceeds the side's limit. */
  rule: z.string(),
  points: z.number().int(),
  /** Points before decay. */
  base: z.number().int(),
  eventUid: z.string().nullable(),
  occurredOn: zDay.nullable(),
  value: z.string().nullable(),
});
export const zExplanation = z.object({
  uid: z.string(),
  on: zDay,
  known: z.enum(['then', 'now']),
  rulesVersion: z.number().int(),
  caps: z.object({ fit: z.number().int(), engagement: z.number().int() }),
  rows: z.array(zLedgerRow),
  fit: z.number().int(),
  engagement: z.number().int(),
  total: z.number().int(),
  band: zBand,
  coolsOn: zDay.nullable(),
  /** Unknown attributes and what they could still add. */
  missing: z.array(z.object({ attribute: z.string(), upTo: z.number().int() })),
  /** ホット(属性未確認): behaviour is hot and only unknown attributes keep the lead from A. */
  hotUnconfirmed: z.boolean(),
  /** Gates that hold the lead in the lowest rank. */
  blockedBy: z.array(z.string()),
  /** Kind of the event that makes the lead A without points. */
  explicitInterest: z.string().nullable(),
});
export type Explanation = z.output<typeof zExplanation>;

/** One reason for points, short enough for a cell. */
export const zReasonRow = zLedgerRow.pick({ rule: true, value: true, points: true, occurredOn: true });
