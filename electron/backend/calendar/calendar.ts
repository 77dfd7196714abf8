import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { readFileBytes } from '#electron/backend/imports/read-file.ts';
import { readTable } from '#electron/backend/imports/read-table.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { activeVersion, changeAgreement } from '#electron/backend/settings/versions.ts';
import type { CalendarChanges, CalendarEffect } from '#shared/contract/calendar.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, day, dayOf } from '#shared/domain/base/days.ts';
import {
  type BusinessCalendar,
  holidayOf,
  type Holidays,
  zBusinessCalendar,
} from '#shared/domain/calendar/calendar.ts';
import { readHolidayFile } from '#shared/domain/calendar/holiday-file.ts';
import { missingYears } from '#shared/domain/calendar/missing.ts';
import { readPastedCalendar } from '#shared/domain/calendar/pasted.ts';
import { planRedating, redate } from './redate.ts';

/** The calendar in force today. */
export async function getCalendar(ctx: Context): Promise<OutputOf<'calendar', 'get'>> {
  const today = dayOf(ctx.now());
  const { n, activeFromOn, data } = await activeVersion(ctx.read, calendar, today);
  return { n, activeFromOn, calendar: data, missing: missingYears(data, today) };
}

/** The calendar with some fields changed. Throws INVALID_INPUT. */
function changed(cal: BusinessCalendar, changes: CalendarChanges): BusinessCalendar {
  const parsed = zBusinessCalendar.safeParse({ ...cal, ...changes });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new AppError('INVALID_INPUT', { issues });
}

/** What saving would do. Throws INVALID_INPUT. */
export async function previewCalendar(
  ctx: Context,
  { changes }: InputOf<'calendar', 'preview'>,
): Promise<CalendarEffect> {
  const today = dayOf(ctx.now());
  const { data } = await activeVersion(ctx.read, calendar, today);
  return (await planRedating(ctx.read, data, changed(data, changes), today)).effect;
}

/** Saves and re-dates in one operation; undo brings the calendar and the dates back. Throws INVALID_INPUT. */
export const saveCalendar = async (
  ctx: Context,
  { changes, note }: InputOf<'calendar', 'save'>,
): Promise<OutputOf<'calendar', 'save'>> => await store(ctx, 'calendar.save', changes, note);

async function store(
  ctx: Context,
  kind: string,
  changes: CalendarChanges,
  note: string,
): Promise<OutputOf<'calendar', 'save'>> {
  const today = dayOf(ctx.now());
  return await changeAgreement(ctx, { kind, note }, calendar, async (tx, data) => {
    const next = changed(data, changes);
    const redating = await planRedating(tx.read, data, next, today);
    await redate(tx, redating);
    return { next, result: redating.effect };
  });
}

/** Reads a pasted company calendar. */
export const readPasted = (
  ctx: Context,
  { text }: InputOf<'calendar', 'paste'>,
): Promise<OutputOf<'calendar', 'paste'>> => Promise.resolve(readPastedCalendar(text, dayOf(ctx.now())));

/** Takes the holidays of a file of the Cabinet Office. Throws the FILE_ codes, HOLIDAYS_NOT_FOUND. */
export async function importHolidays(
  ctx: Context,
  { file }: InputOf<'calendar', 'importHolidays'>,
): Promise<OutputOf<'calendar', 'importHolidays'>> {
  const bytes = await readFileBytes(ctx.ports.files, file);
  const { holidays, incomplete, notUnderstood } = readHolidayFile([...readTable(bytes, {}).table.rows]);
  const years = Object.keys(holidays).map(Number);
  if (years.length === 0) throw new AppError('HOLIDAYS_NOT_FOUND', { name: bytes.name });
  const { data } = await activeVersion(ctx.read, calendar, dayOf(ctx.now()));
  const next = { ...data, holidays: { ...data.holidays, ...holidays } };
  const stored = await store(ctx, 'calendar.importHolidays', { holidays: next.holidays }, bytes.name);
  return { ...stored, years, incomplete, notUnderstood, changed: differences(data, next, holidays) };
}

/** Days of the years of a file that the two calendars name differently. */
function differences(before: BusinessCalendar, after: BusinessCalendar, holidays: Holidays) {
  return Object.keys(holidays).flatMap(year =>
    Array.from({ length: 366 }, (_, n) => addDays(day(`${year}-01-01`), n)).flatMap(on => {
      const [was, is] = [holidayOf(before, on), holidayOf(after, on)];
      return !on.startsWith(year) || was === is ? [] : [{ on, before: was, after: is }];
    }),
  );
}
