import { z } from 'zod';

/** A calendar day of business time (Asia/Tokyo), `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: 'Day' };
/** A UTC instant in ISO 8601 with milliseconds, `2026-11-22T09:00:00.000Z`. */
export type Instant = string & { readonly __brand: 'Instant' };

const DAY_MS = 86_400_000;
/** Japan Standard Time is UTC+9 all year (no daylight saving since 1951), so no zone table is needed. */
const TOKYO_OFFSET_MS = 9 * 3_600_000;

const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
/** The 1st to the 28th of any month: there every year, so that most days need no calendar. */
const EVERY_YEAR = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** True for a `YYYY-MM-DD` that exists in the calendar (no 02-30). */
export function isDay(text: string): text is Day {
  if (EVERY_YEAR.test(text)) return true;
  if (!DAY_PATTERN.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** Brands a day. Throws RangeError if the day does not exist. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** Brands an instant, normalised to UTC with milliseconds. Accepts any ISO text with a zone. Throws RangeError. */
export function instant(value: string | number | Date): Instant {
  if (typeof value === 'string' && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(value))
    throw new RangeError(`an instant needs a zone: ${value}`);
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an instant: ${String(value)}`);
  return date.toISOString() as Instant;
}

/** A day on the contract, both ways. */
export const zDay = z.string().refine(isDay, 'YYYY-MM-DD');
/** An instant the backend gives out: always UTC with milliseconds. */
export const zInstant = z
  .string()
  .refine((text): text is Instant => INSTANT_PATTERN.test(text), 'UTC instant');
/** An instant somebody types or another program sends: any zone, normalised to UTC. */
export const zInstantInput = z.iso.datetime({ offset: true }).transform(text => instant(text));

export const toMs = (at: Instant): number => Date.parse(at);

/** The Tokyo calendar day an instant falls on, whatever the zone of the machine. */
export function dayOf(at: Instant): Day {
  return new Date(toMs(at) + TOKYO_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** Minutes since midnight in Tokyo. */
export function minuteOf(at: Instant): number {
  const shifted = new Date(toMs(at) + TOKYO_OFFSET_MS);
  return shifted.getUTCHours() * 60 + shifted.getUTCMinutes();
}

/** The instant of a Tokyo wall time: day plus minutes since midnight (may exceed 1440). */
export function instantAt(on: Day, minutes: number): Instant {
  return instant(Date.parse(`${on}T00:00:00Z`) - TOKYO_OFFSET_MS + minutes * 60_000);
}

export function addDays(on: Day, n: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** ISO weekday, Monday 1 … Sunday 7. */
export function weekday(on: Day): number {
  return ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** Monday of the ISO week the day falls in. */
export const mondayOf = (on: Day): Day => addDays(on, 1 - weekday(on));

/** ISO 8601 week: number 1…53 and the year it belongs to. */
export function isoWeek(on: Day): { year: number; week: number } {
  const thursday = addDays(mondayOf(on), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${year}-01-01` as Day, thursday) / 7) + 1 };
}
