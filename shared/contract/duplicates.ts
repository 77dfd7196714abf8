import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { MERGE_FIELDS } from '#shared/domain/duplicates/choices.ts';
import { PAIR_LEVELS } from '#shared/domain/duplicates/pairs.ts';
import { MATCH_REASONS } from '#shared/domain/leads/match.ts';
import { procedure, zBand, zDone, zUid } from './base.ts';
import { zJobEvents } from './jobs.ts';

const zLevel = z.enum(PAIR_LEVELS);
const zState = z.enum(['open', 'merged', 'different']);
const zSide = z.enum(['survivor', 'other']);
const zMergeField = z.enum(MERGE_FIELDS);
const zMergeChoices = z.partialRecord(zMergeField, zSide);

/** One of the two people of a pair. */
const zPairPerson = z.object({
  uid: z.string(),
  /** Each field as one text; `acquisition` and `consent` hold codes beside `acquiredOn`, `channel`, `eventName`. */
  values: z.record(zMergeField, z.string()),
  channel: z.string(),
  eventName: z.string(),
  acquiredOn: zDay,
  points: z.array(z.object({ kind: z.string(), value: z.string() })),
  affiliations: z.array(z.object({ companyName: z.string(), department: z.string(), title: z.string() })),
  tags: z.array(z.string()),
  memo: z.string(),
  band: zBand,
  total: z.number().int(),
  doNotCall: z.boolean(),
  /** How many facts are recorded about them. */
  events: z.number().int(),
});

const zPair = z.object({
  uid: z.string(),
  level: zLevel,
  reason: z.enum(MATCH_REASONS),
  state: zState,
  foundAt: zInstant,
  decidedAt: zInstant.nullable(),
  /** The one in the store longer, who stays when the two are merged. */
  survivor: zPairPerson,
  other: zPairPerson,
  /** Which fields differ, and whose value is proposed. */
  fields: z.array(z.object({ field: zMergeField, differs: z.boolean(), choice: zSide })),
  /** The operation that decided the pair, to be taken back; null while open. */
  operation: z.object({ uid: z.string(), pairs: z.number().int() }).nullable(),
});
export type DuplicatePair = z.output<typeof zPair>;
export type PairPerson = z.output<typeof zPairPerson>;

/** Pairs of people who may be one. */
export const duplicates = {
  /** One window of the pairs, the surest first. `counts`: pairs of this state, import and lead by level. */
  list: procedure
    .input(
      z.object({
        state: zState.default('open'),
        importUid: zUid.optional(),
        leadUid: zUid.optional(),
        level: zLevel.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        pairs: z.array(zPair),
        total: z.number().int(),
        counts: z.record(zLevel, z.number().int()),
      }),
    ),
  /** How many pairs wait for an answer. */
  count: procedure.input(z.object({})).output(z.object({ open: z.number().int() })),
  /** Says that two are different people, for good, or that it is open again. Merged pairs are undone instead. */
  answer: procedure
    .input(z.object({ pairUids: z.array(zUid).min(1).max(500), answer: z.enum(['different', 'open']) }))
    .output(zDone.extend({ answered: z.number().int() })),
  /**
   * Merges open pairs that are sure enough (`isTicked`) as proposed, all in one operation. A job; `result` is
   * {operationUid, merged, left}. `left`: pairs settled meanwhile, not sure enough, or against an answer. Cancelled: nothing was merged.
   */
  mergeMany: procedure.input(z.object({ pairUids: z.array(zUid).min(1).max(5000) })).output(zJobEvents),
  /** Looks for pairs in the whole store. A job; `result` is {operationUid, found}. Cancelled: nothing was noted. */
  scan: procedure.input(z.object({})).output(zJobEvents),
};

/**
 * Makes one person of two: what the other has goes to the survivor, whose uid stays; the other's leads there for ever.
 * Fields not named are chosen as `duplicates.list` proposes. Throws NOT_FOUND, MERGE_SAME_LEAD.
 */
export const merge = procedure
  .input(z.object({ survivorUid: zUid, otherUid: zUid, fields: zMergeChoices.default({}) }))
  .output(zDone.extend({ uid: z.string() }));
