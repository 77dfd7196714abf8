import { z } from 'zod';
import { zInstant } from '#shared/domain/base/days.ts';

const none = z.object({});

/** One map: error code → data schema. Texts live in the catalogue under the same code. */
export const errorData = {
  // store
  STORE_NOT_OPEN: none,
  STORE_NOT_FOUND: z.object({ name: z.string() }),
  STORE_EXISTS: z.object({ name: z.string() }),
  STORE_IN_USE: z.object({ host: z.string(), since: zInstant.nullable() }),
  STORE_READ_ONLY: none,
  STORE_FROM_FUTURE: z.object({ version: z.string() }),
  STORE_CORRUPT: z.object({ name: z.string() }),
  STORE_FOREIGN: z.object({ name: z.string() }),
  STORE_SYNCED_FOLDER: z.object({ provider: z.string() }),
  STORE_FULL: none,
  STORE_PRACTICE_ONLY: none,
  // files
  FILE_REF_UNKNOWN: none,
  FILE_NOT_FOUND: z.object({ name: z.string() }),
  FILE_EMPTY: z.object({ name: z.string() }),
  FILE_NOT_TEXT: z.object({ name: z.string(), kind: z.string() }),
  /** An .xls file of Excel 2003 and before. */
  FILE_OLD_EXCEL: z.object({ name: z.string() }),
  /** Protected by a password. */
  FILE_LOCKED: z.object({ name: z.string() }),
  /** A byte is missing or doubled, and the rest of the file reads as other characters. */
  FILE_GARBLED: z.object({ name: z.string(), line: z.number() }),
  FILE_WORKBOOK_BROKEN: z.object({ name: z.string() }),
  FILE_TOO_LARGE: z.object({ name: z.string(), limit: z.number() }),
  FILE_LINE_TOO_LONG: z.object({ name: z.string(), line: z.number() }),
  FILE_NO_ROWS: z.object({ name: z.string() }),
  FILE_QUOTE_OPEN: z.object({ name: z.string(), line: z.number() }),
  IMPORT_NO_NAME_COLUMN: none,
  /** No whole year of holidays in the file. */
  HOLIDAYS_NOT_FOUND: z.object({ name: z.string() }),
  // work
  INVALID_INPUT: z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) }),
  NOT_FOUND: z.object({ entity: z.string() }),
  LEAD_NEEDS_NAME: none,
  /** Both uids lead to the same person. */
  MERGE_SAME_LEAD: none,
  /** What was typed to confirm is not the name. */
  CONFIRM_DIFFERS: none,
  JOB_CANCELLED: none,
  JOB_RUNNING: z.object({ kind: z.string() }),
  UNDO_NOT_POSSIBLE: z.object({ kind: z.string() }),
  UNDO_ALREADY_DONE: none,
  /** `listed`: so many would be on it if they did not stand on another list that is out. */
  LIST_EMPTY: z.object({ listed: z.number() }),
  /** `why`: notNumber, or checkDigit when a digit is wrong. */
  LIST_NUMBER_WRONG: z.object({ why: z.string() }),
  /** Nobody may phone the person of this row any more; `why`: the barrier. */
  CALL_BARRED: z.object({ why: z.string() }),
  /** No sheet of the file has the columns of a call list. */
  SHEET_NOT_A_LIST: z.object({ name: z.string() }),
  /** The row of the list has its result already. */
  CALL_RECORDED: none,
  /** `what`: promise (day and time), next (a day) or reason. */
  NEXT_NOT_POSSIBLE: z.object({ kind: z.string() }),
  CALL_NEEDS: z.object({ what: z.string() }),
  /** Required lines of the 商談化基準 that are not met. */
  CRITERIA_NOT_MET: z.object({ unmet: z.array(z.string()) }),
  /** `state`: waiting (for its answer), accepted, or closed. */
  HANDOVER_NOT_POSSIBLE: z.object({ state: z.string() }),
  HANDOVER_ANSWERED: none,
  DEAL_CLOSED: none,
  /** Its hand-over waits for an answer. */
  DEAL_WAITS: none,
  /** `what`: reason or until. */
  DEAL_NEEDS: z.object({ what: z.string() }),
  STEP_NOT_POSSIBLE: z.object({ step: z.string() }),
  /** A promise is put out of sight only with a reason. */
  SNOOZE_NEEDS_REASON: none,
  PDF_ENGINE_MISSING: none,
  PDF_FAILED: z.object({ detail: z.string() }),
  MAIL_ACCOUNT_MISSING: none,
  MAIL_LOOPBACK_ONLY: none,
  MAIL_FAILED: z.object({ stage: z.string(), replyCode: z.number().nullable() }),
  MAIL_TEMPLATE: z.object({ problems: z.array(z.string()) }),
  SUPPRESSED: none,
  ADDRESS_INVALID: none,
  PHONE_INVALID: none,
  NETWORK_NOT_ALLOWED: none,
  INTERNAL: z.object({ incident: z.string() }),
} as const;

export type ErrorCode = keyof typeof errorData;
export type ErrorData<C extends ErrorCode> = z.output<(typeof errorData)[C]>;
