import { z } from 'zod';
import { zDay, zInstant, zInstantInput } from '#shared/domain/base/days.ts';
import { zCallRules } from '#shared/domain/calls/call-rules.ts';
import { BARRIERS } from '#shared/domain/calls/callable.ts';
import { CALL_RESULTS } from '#shared/domain/calls/outcomes.ts';
import { zPrintLayout } from '#shared/domain/calls/print-layout.ts';
import { SCRIPT_CODES } from '#shared/domain/calls/scripts.ts';
import { callDay } from './call-day.ts';
import { callWork } from './call-work.ts';
import { callEntry, listEntry } from './call-entry.ts';
import { zListHead } from './call-list-head.ts';
import { callSheets } from './call-sheets.ts';
import { listPlans, zPerCaller } from './call-list-plan.ts';
import { procedure, zBand, zDone, zFileOut, zUid } from './base.ts';

export type { CallListHead } from './call-list-head.ts';

/** Keys 1–9, 0 in this order. */
export const zOutcome = z.enum(CALL_RESULTS);
export type Outcome = z.output<typeof zOutcome>;

const zListRow = z.object({
  uid: z.string(),
  position: z.number().int(),
  leadUid: z.string().nullable(),
  /** Why this person may not be phoned any more: struck through on screen, left out on paper and in sheets. */
  barred: z.enum(BARRIERS).nullable(),
  callerName: z.string().nullable(),
  band: zBand,
  total: z.number().int(),
  companyName: z.string(),
  department: z.string(),
  title: z.string(),
  name: z.string(),
  kana: z.string(),
  phone: z.string(),
  phoneE164: z.string(),
  phone2: z.string(),
  /** Why this person is on the list: codes with parameters, strongest first. */
  reasons: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  outcome: zOutcome.nullable(),
  outcomeAt: zInstant.nullable(),
});
export type CallListRow = z.output<typeof zListRow>;

/** Paper, height of rows, binding, and the script on the cover; null is the one that suits most of the list. */
const zPrintChoice = z.object({
  layout: zPrintLayout.prefault({}),
  script: z.enum(SCRIPT_CODES).nullable().default(null),
});
export type PrintChoice = z.output<typeof zPrintChoice>;

/** What one caller takes away. */
const zPrinted = z.object({
  uid: z.string(),
  number: z.string(),
  callerName: z.string().nullable(),
  pages: z.number().int(),
  pdf: zFileOut,
  /** For Excel; `calls.recordSheet` reads it back. */
  sheet: zFileOut,
});

export const callLists = {
  ...listPlans,
  ...listEntry,
  /**
   * Makes one list per caller: of an import (`importUid`) or by the weekly rule. `perCaller`: what one caller can call this
   * week, by default what the team agreed on. Whoever stands on another list of the week that is still out is left out.
   * Throws LIST_EMPTY with nobody to call.
   */
  generate: procedure
    .input(
      z.object({
        importUid: zUid.optional(),
        weekOn: zDay.optional(),
        perCaller: zPerCaller.optional(),
      }),
    )
    .output(zDone.extend({ batchUid: z.string(), lists: z.array(zListHead).min(1) })),
  /** The newest lists, or those made together. */
  list: procedure
    .input(z.object({ batchUid: zUid.optional(), limit: z.number().int().min(1).max(1000).default(200) }))
    .output(z.array(zListHead)),
  /** The lists of the week that is called now, of the acting member or of the team, with what is done today and what is to do. */
  week: procedure.input(z.object({ scope: z.enum(['mine', 'team']).default('mine') })).output(
    z.object({
      weekOn: zDay,
      lists: z.array(zListHead.extend({ doneToday: z.number().int(), goalToday: z.number().int() })),
    }),
  ),
  get: procedure.input(z.object({ uid: zUid })).output(zListHead.extend({ items: z.array(zListRow) })),
  /** The pages as one HTML text, for the app's own preview. */
  html: procedure
    .input(zPrintChoice.extend({ uid: zUid }))
    .output(z.object({ html: z.string(), pages: z.number().int() })),
  /**
   * One list, or all that were made together, each as a PDF and a sheet of its own. Throws PDF_ENGINE_MISSING where no engine is on
   * the machine.
   */
  print: procedure
    .input(z.union([zPrintChoice.extend({ uid: zUid }), zPrintChoice.extend({ batchUid: zUid })]))
    .output(z.object({ lists: z.array(zPrinted) })),
  /** The same rows as a sheet for Excel, which `calls.recordSheet` reads back. */
  sheet: procedure.input(z.object({ uid: zUid })).output(zFileOut.extend({ rows: z.number().int() })),
};

export const calls = {
  ...callEntry,
  ...callDay,
  ...callWork,
  ...callSheets,
  /** Records the outcome of a call and sets the next action by its rule. */
  record: procedure
    .input(
      z.object({
        leadUid: zUid,
        listRowUid: zUid.optional(),
        outcome: zOutcome,
        occurredAt: zInstantInput.optional(),
        /** When to call again or meet: required for callback and appointment. */
        nextAt: zInstantInput.optional(),
        nextOn: zDay.optional(),
        /** Where to meet; asked for an appointment. */
        place: z.string().trim().max(200).default(''),
        note: z.string().max(2000).default(''),
        doNotCall: z.boolean().default(false),
        reached: z.boolean().optional(),
        /** One of the reasons the rules name for the outcome; a refusal needs one. */
        reason: z.string().trim().min(1).max(20).optional(),
        /** How long the call took, as the timer said. */
        seconds: z.number().int().min(0).max(86_400).optional(),
      }),
    )
    .output(zDone.extend({ eventUid: z.string(), nextKind: z.string(), nextOn: zDay.nullable() })),
};

export const callRules = {
  /** The rules in force. Version 0: nobody agreed on anything yet. */
  get: procedure
    .input(z.object({}))
    .output(z.object({ n: z.number().int(), activeFromOn: zDay, rules: zCallRules })),
  /** Adds a version, in force from today on. Dates already set stay. */
  save: procedure.input(z.object({ rules: zCallRules })).output(zDone.extend({ n: z.number().int() })),
};
