import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { BARRIERS } from '#shared/domain/calls/callable.ts';
import { CALL_RESULTS } from '#shared/domain/calls/outcomes.ts';
import { procedure, zDone, zUid } from './base.ts';
import { zListHead } from './call-list-head.ts';
import { zWrittenResult } from './call-sheets.ts';

const zEntryRow = z.object({
  uid: z.string(),
  position: z.number().int(),
  /** Why nobody may phone this person any more; the paper keeps the number of the row. */
  barred: z.enum(BARRIERS).nullable(),
  companyName: z.string(),
  name: z.string(),
  phone: z.string(),
  result: zWrittenResult.nullable(),
  /** What takes the result back; null where more hangs on the operation than this row. */
  operationUid: z.string().nullable(),
});
export type EntryRow = z.output<typeof zEntryRow>;

const zEntryList = zListHead.extend({
  /** Days the calls can have been made on. */
  days: z.array(zDay),
  /** Position of the first row on the page whose code was scanned. */
  from: z.number().int(),
  items: z.array(zEntryRow),
});

export type EntryList = z.output<typeof zEntryList>;

export const listEntry = {
  /**
   * A list to type back, rows in the order of the paper: by the number on it, by the code of a page (then with the first
   * row of that page), by uid, or else the one that went out last and is not typed back. Null: none was ever made.
   * Throws LIST_NUMBER_WRONG, NOT_FOUND.
   */
  entry: procedure
    .input(z.object({ code: z.string().max(60).optional(), uid: zUid.optional() }))
    .output(zEntryList.nullable()),
  /** Lists that went out before today and are not declared typed back, the longest out first. */
  out: procedure.input(z.object({})).output(z.array(zListHead)),
  /** Says that all of the paper is typed in, or that it is not. Throws NOT_FOUND. */
  finish: procedure.input(z.object({ uid: zUid, finished: z.boolean().default(true) })).output(zDone),
};

export const callEntry = {
  /**
   * Records what stands on the paper behind a row. The call is the one of the caller whose list it is, whoever types.
   * `replace`: corrects the result the row has. Throws NOT_FOUND, CALL_BARRED, CALL_NEEDS, CALL_RECORDED, INVALID_INPUT.
   */
  typeBack: procedure
    .input(
      z.object({
        listRowUid: zUid,
        outcome: z.enum(CALL_RESULTS),
        doNotCall: z.boolean().default(false),
        reason: z.string().trim().min(1).max(20).nullable().default(null),
        calledOn: zDay,
        nextOn: zDay.nullable().default(null),
        nextMinute: z.number().int().min(0).max(1439).nullable().default(null),
        place: z.string().trim().max(200).default(''),
        note: z.string().max(2000).default(''),
        replace: z.boolean().default(false),
      }),
    )
    .output(zDone),
};
