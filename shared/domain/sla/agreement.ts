import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';

/** The three promises, each with a clock of its own. */
export const CLOCK_KINDS = ['told', 'contact', 'accept'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/**
 * How "within 24 hours" is read: the next business day at the same time (moved into opening hours), 24 hours of the
 * clock, or 24 hours of opening time.
 */
export const READINGS = ['nextBusinessDay', 'clockHours', 'businessHours'] as const;
export type Reading = (typeof READINGS)[number];

/** Days until the first contact: of business, or of the calendar. 0 is the day itself. */
export const DAY_READINGS = ['businessDays', 'calendarDays'] as const;

export const REVIEW_RHYTHMS = ['weekly', 'twoWeeks', 'monthly'] as const;

/** What fits on the sheet in three lines. */
export const NOTE_LENGTH = 150;
const zNote = z.string().max(NOTE_LENGTH);
const zPerMonth = z.int().min(0).max(100_000).nullable();
const zPercent = z.int().min(0).max(100).nullable();

const zTiming = z.object({
  told: z.object({ reading: z.enum(READINGS) }),
  contact: z.object({ reading: z.enum(DAY_READINGS), days: z.int().min(0).max(10) }),
  accept: z.object({ reading: z.enum(READINGS) }),
});
export type Timing = z.infer<typeof zTiming>;

/**
 * What marketing and sales promise each other: the five blocks of the article (定義, タイミング, マーケの責任, 営業の責任,
 * レビュー頻度) and who signs. The definition itself is the rules of the points; here stands what is said besides.
 */
export const zSla = z.object({
  definition: z.object({ note: zNote }),
  timing: zTiming,
  marketing: z.object({ leadsPerMonth: zPerMonth, hotPerMonth: zPerMonth, note: zNote }),
  sales: z.object({ contactPercent: zPercent, conversionPercent: zPercent, note: zNote }),
  review: z.object({
    rhythm: z.enum(REVIEW_RHYTHMS),
    /** ISO weekday, Monday 1. */
    weekday: z.int().min(1).max(5),
    note: zNote,
  }),
  signed: z.object({
    /** 兼務: one person does both, so one signature is enough. */
    isOnePerson: z.boolean(),
    marketing: z.string().max(60),
    sales: z.string().max(60),
    agreedOn: zDay.nullable(),
  }),
});
export type Sla = z.infer<typeof zSla>;

/** What holds before anybody agreed on anything: the article's 24 hours, first contact within two business days. */
export const defaultSla: Sla = {
  definition: { note: '' },
  timing: {
    told: { reading: 'nextBusinessDay' },
    contact: { reading: 'businessDays', days: 2 },
    accept: { reading: 'nextBusinessDay' },
  },
  marketing: { leadsPerMonth: null, hotPerMonth: null, note: '' },
  sales: { contactPercent: 80, conversionPercent: null, note: '' },
  review: { rhythm: 'weekly', weekday: 1, note: '' },
  signed: { isOnePerson: false, marketing: '', sales: '', agreedOn: null },
};
