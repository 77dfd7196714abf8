import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { BARRIERS } from '#shared/domain/calls/callable.ts';
import { CALL_RESULTS } from '#shared/domain/calls/outcomes.ts';
import { FILLED_COLUMNS } from '#shared/domain/calls/sheet.ts';
import { procedure, zFileRef, zUid } from './base.ts';

export const zWrittenResult = z.object({
  outcome: z.enum(CALL_RESULTS),
  doNotCall: z.boolean(),
  reason: z.string().nullable(),
  calledOn: zDay.nullable(),
  nextOn: zDay.nullable(),
  /** Minutes since midnight. */
  nextMinute: z.number().int().nullable(),
  place: z.string(),
  note: z.string(),
});

/** Why a row is set aside: a cell that says nothing, something that is missing, or that nobody may phone the person. */
const ASIDE = [
  'unknown',
  'unread',
  'past',
  'outside',
  'noOutcome',
  'lacksPromise',
  'lacksNext',
  'lacksReason',
  'twice',
  'rowUnknown',
  'undoFirst',
  ...BARRIERS,
] as const;

const zSheetRow = z.object({
  /** Of the file, from 1. */
  line: z.number().int(),
  rowUid: z.string().nullable(),
  listNumber: z.string(),
  position: z.number().int().nullable(),
  company: z.string(),
  name: z.string(),
  /** `conflict`: the row was changed in the sheet and in the app; one has to be chosen. */
  state: z.enum(['empty', 'entered', 'new', 'changed', 'conflict', 'aside']),
  why: z
    .object({ code: z.enum(ASIDE), column: z.enum(FILLED_COLUMNS).nullable(), text: z.string() })
    .nullable(),
  written: zWrittenResult.nullable(),
  stored: zWrittenResult.nullable(),
});
export type SheetRow = z.output<typeof zSheetRow>;

const zSheet = z.object({
  fileName: z.string(),
  /** Rows by state; together all rows of the sheet. */
  counts: z.object({
    empty: z.number().int(),
    entered: z.number().int(),
    new: z.number().int(),
    changed: z.number().int(),
    conflict: z.number().int(),
    aside: z.number().int(),
  }),
  rows: z.array(zSheetRow),
});

const zSheetInput = z.object({
  file: zFileRef,
  /** The day of calls whose row names none; default: today. */
  calledOn: zDay.optional(),
});

export const callSheets = {
  /** What reading a filled-in sheet back would do, row by row. Throws SHEET_NOT_A_LIST and the FILE_ codes. */
  previewSheet: procedure.input(zSheetInput).output(zSheet),
  /**
   * Reads a filled-in sheet back by its row ids: everything that is new or was changed in the sheet alone, and of the
   * conflicts those that `choices` decide for the sheet, in one operation. `operationUid` null: there was nothing to do.
   */
  recordSheet: procedure
    .input(
      zSheetInput.extend({
        choices: z.array(z.object({ rowUid: zUid, take: z.enum(['sheet', 'store']) })).default([]),
      }),
    )
    .output(zSheet.extend({ operationUid: z.string().nullable(), recorded: z.number().int() })),
};
