import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { procedure, zBand, zDone, zUid } from './base.ts';

/** A: wants something now · B: worth a call · C: later · X: not a customer. */
const zTriageRank = z.enum(['A', 'B', 'C', 'X']);
export type TriageRank = z.output<typeof zTriageRank>;

const zTriageCard = z.object({
  leadUid: z.string(),
  companyName: z.string(),
  name: z.string(),
  kana: z.string(),
  department: z.string(),
  title: z.string(),
  phone: z.string(),
  email: z.string(),
  memo: z.string(),
  eventName: z.string(),
  acquiredOn: zDay,
  band: zBand,
  total: z.number().int(),
  /** The judgement that stands; null while nobody has looked. */
  rank: zTriageRank.nullable(),
});
export type TriageCard = z.output<typeof zTriageCard>;

const zTriageBatch = z.object({
  importUid: z.string(),
  fileName: z.string(),
  eventName: z.string(),
  finishedAt: zInstant,
  total: z.number().int(),
  judged: z.number().int(),
});
export type TriageBatch = z.output<typeof zTriageBatch>;

const zTriageQueue = z.object({
  title: z.string(),
  total: z.number().int(),
  judged: z.number().int(),
  /** At most 1,000; `total` says how many there are. */
  cards: z.array(zTriageCard),
});
export type TriageQueue = z.output<typeof zTriageQueue>;

/** 名刺の仕分け: after an exhibition, card by card, while the talks are still in mind. */
export const triage = {
  /** Imports of the last 30 days with people on them, newest first, and how far each is. */
  batches: procedure.input(z.object({})).output(z.array(zTriageBatch)),
  /** The cards of an import in the order of its file, or those of an event: judged ones too, so that one can stop and go on. */
  queue: procedure
    .input(z.union([z.object({ importUid: zUid }), z.object({ eventName: z.string().min(1).max(100) })]))
    .output(zTriageQueue),
  /**
   * Judges one card. A second judgement of the same card takes the first one's place. A makes a lead hot at once, X takes
   * the person out of calls and mails. `memo` replaces the lead's memo; left out, it stays.
   */
  record: procedure
    .input(
      z.object({
        leadUid: zUid,
        rank: zTriageRank,
        memo: z.string().max(4000).optional(),
        importUid: zUid.optional(),
      }),
    )
    .output(zDone.extend({ rank: zTriageRank, band: zBand, total: z.number().int() })),
};
