import { z } from 'zod';
import { addDays, type Day, dayOf, type Instant, instantAt, mondayOf } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, businessDayFrom, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { lastDayOfWeek, weeklyRule, zListRule } from './selection.ts';

const zSchedule = z.object({
  /** ISO: Monday 1 … Sunday 7; a day that is off gives way to the next business day. */
  weekday: z.int().min(1).max(7),
  /** Minutes since midnight in Tokyo. */
  minute: z.int().min(0).max(1439),
  /** Which week's lists are made then: that of the day, or the one after. */
  week: z.enum(['this', 'next']),
});
export type ListSchedule = z.infer<typeof zSchedule>;

/** What a team agrees on about its weekly lists: whom they take, and when they are made by themselves. */
export const zListSettings = z.object({ rule: zListRule, schedule: zSchedule.nullable() });
export type ListSettings = z.infer<typeof zListSettings>;

/** What holds before anybody agreed on anything: somebody makes the lists when they are wanted. */
export const defaultListSettings: ListSettings = { rule: weeklyRule, schedule: null };

/** The Monday of the week to call in: this one while a business day of it is left, today included; else the next one. */
export function weekToCall(cal: BusinessCalendar, on: Day): Day {
  const nextMonday = addDays(mondayOf(on), 7);
  for (let day = on; day < nextMonday; day = addDays(day, 1))
    if (isBusinessDay(cal, day)) return mondayOf(on);
  return nextMonday;
}

/**
 * The lists that are to be there by now: the day they were planned for and the Monday they serve from. Null before the first
 * planned time since `since`, and when their week is over: nobody makes a list for days that have passed.
 */
export function scheduledBy(
  schedule: ListSchedule,
  cal: BusinessCalendar,
  now: Instant,
  since: Day,
): { on: Day; weekOn: Day } | null {
  const today = dayOf(now);
  for (const monday of [mondayOf(today), addDays(mondayOf(today), -7)]) {
    const on = businessDayFrom(cal, addDays(monday, schedule.weekday - 1));
    if (instantAt(on, schedule.minute) > now) continue;
    const weekOn = schedule.week === 'this' ? mondayOf(on) : addDays(monday, 7);
    return on >= since && today <= lastDayOfWeek(cal, weekOn) ? { on, weekOn } : null;
  }
  return null;
}
