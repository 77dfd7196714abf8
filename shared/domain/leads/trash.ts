import { addDays, type Day, dayOf, daysBetween, type Instant } from '#shared/domain/base/days.ts';

/** How many days somebody can be taken out of the trash. */
export const TRASH_DAYS = 30;

/** Whole days until somebody in the trash is gone for good. */
export const trashDaysLeft = (trashedAt: Instant, today: Day): number =>
  Math.max(0, daysBetween(today, addDays(dayOf(trashedAt), TRASH_DAYS)));
