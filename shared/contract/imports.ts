import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { OUTCOMES } from '#shared/domain/imports/plan.ts';
import { NOTE_CODES } from '#shared/domain/leads/card.ts';
import { zDateOrder, zDefaults, zOwnerRule } from '#shared/domain/imports/saved-format.ts';
import {
  procedure,
  type Reason,
  zChannel,
  zCompanyKind,
  zConsentBasis,
  zCsvEncoding,
  zDone,
  zFileRef,
  zRowsFile,
  zReason,
  zUid,
} from './base.ts';
import { zJobEvents } from './jobs.ts';
import { zSameCompany } from './leads.ts';

const zEncoding = z.enum(['utf-8', 'shift_jis', 'utf-16le', 'utf-16be']);
const zDelimiter = z.enum([',', '\t', ';', '|']);

/** What a row of the file became. read = new + filled + updated + asked + setAside + blank; unchanged is part of filled. */
export const zRowCounts = z.object({
  read: z.number().int(),
  new: z.number().int(),
  filled: z.number().int(),
  updated: z.number().int(),
  asked: z.number().int(),
  setAside: z.number().int(),
  blank: z.number().int(),
  unchanged: z.number().int(),
});
export type RowCounts = z.output<typeof zRowCounts>;

/** What the user may override of the guesses. */
const zReadingChoice = z.object({
  encoding: zEncoding.optional(),
  delimiter: zDelimiter.optional(),
  /** Of a workbook. */
  sheet: z.string().optional(),
  headerRow: z.number().int().min(0).optional(),
  /** How dates such as 08/02/2026 are meant. */
  dateOrder: zDateOrder.optional(),
  /** Values for fields a row leaves empty. */
  defaults: zDefaults.optional(),
  /** Column index → field code, several joined by `+` for a cell that holds them in this order, `tag` or `ignore`. */
  columns: z.record(z.string(), z.string()).optional(),
});

/** この名簿について: what every row of the file shares. */
const zAbout = z.object({
  channel: zChannel,
  eventName: z.string().max(100),
  metOn: zDay.nullable(),
  consentBasis: zConsentBasis,
  /** Who gets the new leads whose card names nobody of the team. */
  owner: zOwnerRule,
});

/** A name that stands on cards as their owner (名刺所有者), and the member it means; null: nobody of the team. */
const zCardOwner = z.object({
  name: z.string(),
  cards: z.number().int(),
  memberUid: z.string().nullable(),
  /** Somebody said so before; otherwise it is asked once. */
  known: z.boolean(),
});

/** What is said about a file; what is left out keeps the proposal. `cardOwners`: name on the cards → member, or nobody. */
const zAboutChoice = zAbout.extend({ cardOwners: z.record(z.string().max(100), zUid.nullable()) }).partial();

const zColumn = z.object({
  index: z.number().int(),
  header: z.string(),
  field: z.string(),
  reason: zReason,
  filled: z.number().int(),
  sample: z.string(),
});

/** A person as far as it helps to tell them apart. */
const zCardPerson = z.object({
  name: z.string(),
  companyName: z.string(),
  department: z.string(),
  title: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.string(),
});
export type CardPerson = z.output<typeof zCardPerson>;

/** What becomes of one row. */
const zForetoldRow = z.object({
  line: z.number().int(),
  outcome: z.enum(OUTCOMES),
  /** Part of `filled`: the row brings nothing new. */
  unchanged: z.boolean(),
  reason: zReason.nullable(),
  /** The card on the row; null for a row that is none. */
  card: zCardPerson.nullable(),
  /** The row as it stands in the file, when it is no card. */
  cells: z.array(z.string()),
  /** What it changes about somebody known. Several values of a field are one per line. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** Whom it looks like, the likeliest first. `line`: a row of this file. */
  candidates: z.array(
    z.object({
      uid: z.string(),
      level: z.enum(['A', 'B', 'C', 'D']),
      reason: zReason,
      line: z.number().int().nullable(),
      person: zCardPerson,
    }),
  ),
});
export type ForetoldRow = z.output<typeof zForetoldRow>;

/**
 * What a person said about a row. `same`, with the uid of a candidate: it is them; somebody in the trash comes back.
 * `different`: somebody new; also for somebody erased who gave a card again. `leaveOut`: somebody in the trash stays there.
 */
const zAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), uid: z.string().max(64) }),
  z.object({ kind: z.literal('different') }),
  z.object({ kind: z.literal('leaveOut') }),
  z.object({ kind: z.literal('later') }),
]);

/** By the line of the row. */
const zAnswers = z.record(z.string().regex(/^\d{1,9}$/), zAnswer);
export type Answers = z.output<typeof zAnswers>;

const zPreview = z.object({
  /** False: what is foretold is of the first rows only, so that the first screen of a big file need not wait. */
  whole: z.boolean(),
  file: z.object({ name: z.string(), size: z.number(), sha256: z.string() }),
  /** Null where the format settles it: a workbook has no encoding and no delimiter to choose. */
  encoding: z.object({ value: zEncoding, reason: zReason }).nullable(),
  delimiter: z.object({ value: zDelimiter, reason: zReason }).nullable(),
  /** Which sheet of a workbook is read, and the names of those that have rows. */
  sheet: z.object({ value: z.string(), names: z.array(z.string()), reason: zReason }).nullable(),
  header: z.object({ row: z.number().int(), reason: zReason }),
  product: z.object({ code: z.string(), reason: zReason }).nullable(),
  /** Every field a column can go to, in the order the picker shows. */
  fields: z.array(z.string()),
  columns: z.array(zColumn),
  /** Values given to fields a row leaves empty, chosen now or for the last file of this kind. */
  defaults: zDefaults,
  rows: z.array(z.array(z.string())),
  counts: zRowCounts,
  /** People whose company is no prospect (customers and so on): they get a thank-you from their owner, no list and no sequence. */
  groups: z.array(z.object({ kind: zCompanyKind, people: z.number().int() })),
  /** New people at whose company somebody of the team is busy already; `people` counts all, `listed` the first of them. */
  sameCompany: z.object({
    people: z.number().int(),
    listed: z.array(
      zSameCompany.extend({ line: z.number().int(), name: z.string(), companyName: z.string() }),
    ),
  }),
  /** What becomes of the rows one by one: the first of each outcome. `counts` covers all of them. */
  listed: z.array(zForetoldRow),
  /** What was put right or could not be read, by kind: on how many rows, and the first few. */
  notes: z.array(
    z.object({
      code: z.enum(NOTE_CODES),
      count: z.number().int(),
      samples: z.array(z.object({ line: z.number().int(), text: z.string() })),
    }),
  ),
  about: zAbout.extend({ reason: zReason }),
  cardOwners: z.array(zCardOwner),
  /** A file of this kind came in before and its choices were kept. */
  recognised: z.object({ key: z.string(), fileName: z.string(), importedOn: zDay }).nullable(),
  /** The same file came in before. */
  earlier: z.object({ importUid: z.string(), finishedAt: zInstant }).nullable(),
});
export type ImportPreview = z.output<typeof zPreview>;

const zImport = z.object({
  uid: z.string(),
  operationUid: z.string().nullable(),
  fileName: z.string(),
  finishedAt: zInstant,
  channel: zChannel,
  eventName: z.string(),
  metOn: zDay.nullable(),
  counts: zRowCounts,
  undone: z.boolean(),
});
export type ImportSummary = z.output<typeof zImport>;

const zRowOutcome = z.enum(OUTCOMES);

/** A cell of a corrected row, and how many there may be: more than any card has. */
const MAX_CELL = 100_000;
const MAX_CELLS = 500;

const zImportRow = z.object({
  line: z.number().int(),
  cells: z.array(z.string()),
  /** Somebody corrected the cells and the row is still out. */
  edited: z.boolean(),
  /** It waits for somebody and can be corrected. */
  isOpen: z.boolean(),
  reason: zReason.nullable(),
  /** The lead it became or belongs to. */
  leadUid: z.string().nullable(),
});
export type ImportRow = z.output<typeof zImportRow>;

const zPreviewInput = z.object({
  file: zFileRef,
  reading: zReadingChoice.default({}),
  answers: zAnswers.default({}),
});

const zRunInput = z.object({
  file: zFileRef,
  reading: zReadingChoice.default({}),
  about: zAboutChoice.default({}),
  answers: zAnswers.default({}),
});

/** How far each of several files has come; `stopped`: taken back or not begun because the work was stopped. */
export interface ManyFiles {
  files: {
    name: string;
    state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
    summary: ImportSummary | null;
    error: Reason | null;
  }[];
}

export const imports = {
  /**
   * Reads the file and says what would happen. Writes nothing. The file may be previewed again and then run.
   * Of a file with more than 1,000 rows it foretells the first 1,000 (`whole` is false); `plan` foretells all of them.
   */
  preview: procedure.input(zPreviewInput).output(zPreview),
  /** What would happen to every row of the file, however many; takes longer than `preview`. Writes nothing. */
  plan: procedure.input(zPreviewInput).output(zPreview),
  /**
   * Imports the file: all of it in one transaction, or nothing. A job: progress as it goes,
   * `result` is an import summary. Cancelled: nothing was written.
   */
  run: procedure.input(zRunInput).output(zJobEvents),
  /**
   * Imports several files, each as `run` does, one after another; one that fails does not stop the next. A job whose
   * `result` says from its start on how far every file has come. Cancelled: the running file leaves nothing, those
   * before it stay.
   */
  runMany: procedure.input(z.object({ files: z.array(zRunInput).min(1).max(100) })).output(zJobEvents),
  list: procedure.input(z.object({})).output(z.array(zImport)),
  /** One window of the rows with an outcome; `header` names the columns of the file. */
  rows: procedure
    .input(
      z.object({
        importUid: zUid,
        outcome: zRowOutcome,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ header: z.array(z.string()), rows: z.array(zImportRow), total: z.number().int() })),
  /**
   * Takes corrected rows that were set aside in, under the import's own mapping and answers. What is still no card
   * stays set aside with its new cells. A row of somebody in the trash is answered here as well.
   */
  fixRows: procedure
    .input(
      z.object({
        importUid: zUid,
        rows: z
          .array(
            z.object({
              line: z.number().int(),
              cells: z.array(z.string().max(MAX_CELL)).max(MAX_CELLS),
              answer: zAnswer.optional(),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(
      zDone.extend({
        /** The import's counts now. */
        counts: zRowCounts,
        rows: z.array(z.object({ line: z.number().int(), outcome: zRowOutcome, reason: zReason.nullable() })),
      }),
    ),
  /** All rows with an outcome as CSV: line and reason before the cells. Corrected, the file can be taken in again. */
  rowsFile: procedure
    .input(
      z.object({
        importUid: zUid,
        outcome: z.enum(['setAside', 'asked']),
        encoding: zCsvEncoding.default('utf-8'),
      }),
    )
    .output(zRowsFile),
  /** Takes an import back; people edited or called since are kept and listed. */
  undo: procedure.input(z.object({ importUid: zUid })).output(
    zDone.extend({
      restored: z.number().int(),
      kept: z.array(z.object({ table: z.string(), uid: z.string(), fields: z.array(z.string()) })),
    }),
  ),
};
