import { addDays, type Day } from '#shared/domain/base/days.ts';
import type { Count } from './proportions.ts';

/** One acquisition: the day the card was received and the day it became an opportunity, if it did. */
export type Acquisition = { readonly metOn: Day; readonly convertedOn: Day | null };

/** The day on which nothing that happens any more can change a lead's result: acquisition + window. */
export const maturesOn = (metOn: Day, windowDays: number): Day => addDays(metOn, windowDays);

/** A lead has had its whole window, conversions on the last day of it included. */
export const isMature = (metOn: Day, windowDays: number, today: Day): boolean =>
  maturesOn(metOn, windowDays) <= today;

/** Leads with a complete window, conversions inside it, and how many windows still run, the last until `finalOn`. */
export type MatureCount = Count & { readonly immature: { readonly n: number; readonly finalOn: Day | null } };

/**
 * Counts leads whose window is over. A conversion counts when it came within `windowDays` of the acquisition.
 * Leads still inside their window stay out of both numbers, also those that already converted: counting
 * early winners but not the rest of their month would flatter the rate.
 */
export function countMature(leads: Iterable<Acquisition>, windowDays: number, today: Day): MatureCount {
  let [x, n, immature] = [0, 0, 0];
  let last: Day | null = null;
  for (const { metOn, convertedOn } of leads) {
    const due = maturesOn(metOn, windowDays);
    if (due > today) {
      immature++;
      if (last === null || due > last) last = due;
      continue;
    }
    n++;
    if (convertedOn !== null && convertedOn <= due) x++;
  }
  return { x, n, immature: { n: immature, finalOn: last } };
}
