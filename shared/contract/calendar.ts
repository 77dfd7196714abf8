import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { calendarFields } from '#shared/domain/calendar/calendar.ts';
import { procedure, zDone, zFileRef } from './base.ts';

const zCalendar = z.object(calendarFields);
/** The fields to change; the others stay as they are. */
const zChanges = zCalendar.partial();
export type CalendarChanges = z.output<typeof zChanges>;

/** A promise to a person that falls on a day off. It stays until somebody talks to them. */
const zBrokenPromise = z.object({
  leadUid: z.string(),
  name: z.string(),
  companyName: z.string(),
  nextKind: z.string(),
  on: zDay,
  at: zInstant.nullable(),
});
export type BrokenPromise = z.output<typeof zBrokenPromise>;

/** What a change of the calendar does to dates that fall on a new day off. */
const zEffect = z.object({
  /** Next actions nobody was told about: they move to the next business day. */
  moved: z.number().int(),
  promises: z.number().int(),
  /** The first of them, soonest first. */
  promised: z.array(zBrokenPromise),
});
export type CalendarEffect = z.output<typeof zEffect>;

const zLine = z.object({ line: z.number().int(), text: z.string() });

export const calendar = {
  /** The business calendar in force, and the years within six months it knows too little about. */
  get: procedure.input(z.object({})).output(
    z.object({
      n: z.number().int(),
      activeFromOn: zDay,
      calendar: zCalendar,
      missing: z.array(z.object({ year: z.number().int(), what: z.enum(['holidays', 'companyDays']) })),
    }),
  ),
  /** What saving these fields would do; nothing is written. Throws INVALID_INPUT. */
  preview: procedure.input(z.object({ changes: zChanges })).output(zEffect),
  /** Saves fields of the calendar and moves what falls on a new day off, as one operation. Throws INVALID_INPUT. */
  save: procedure
    .input(z.object({ changes: zChanges, note: z.string().max(200).default('') }))
    .output(zDone.extend({ n: z.number().int(), ...zEffect.shape })),
  /** Reads a pasted company calendar, lines or cells; nothing is written. */
  paste: procedure.input(z.object({ text: z.string().max(200_000) })).output(
    z.object({
      days: z.array(
        z.object({
          line: z.number().int(),
          kind: z.enum(['off', 'work']),
          fromOn: zDay,
          toOn: zDay,
          name: z.string(),
        }),
      ),
      notUnderstood: z.array(zLine.extend({ reason: z.enum(['noDay', 'weekday', 'unclear', 'tooLong']) })),
    }),
  ),
  /**
   * Takes 国民の祝日・休日 from the file of the Cabinet Office (syukujitsu.csv), in place of the table for the years it holds
   * whole. Throws the FILE_ codes, HOLIDAYS_NOT_FOUND.
   */
  importHolidays: procedure.input(z.object({ file: zFileRef })).output(
    zDone.extend({
      n: z.number().int(),
      years: z.array(z.number().int()),
      /** Years with too few days to be whole; the table stays for them. */
      incomplete: z.array(z.number().int()),
      notUnderstood: z.array(zLine),
      /** Days that are named differently now. */
      changed: z.array(z.object({ on: zDay, before: z.string().nullable(), after: z.string().nullable() })),
      ...zEffect.shape,
    }),
  ),
};
