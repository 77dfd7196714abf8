import { addDays, type Day, dayOf, instantAt } from '#shared/domain/base/days.ts';
import { announceAlerts } from './alerts/announce.ts';
import type { Context } from './context.ts';
import { makeScheduledLists } from './calls/schedule.ts';
import { placeAll } from './journey/place.ts';
import { emptyTrash } from './leads/trash.ts';
import { handOverDue } from './team/hand-over.ts';
import { rescoreDue } from './scoring/scoring.ts';
import { tickMail } from './mail/tick.ts';
import { dailyWorkDoneOn, markDailyWorkDone } from './settings/settings.ts';

/** What happens once per calendar day, at that day's own date, in this order. */
const daily: readonly ((ctx: Context) => Promise<unknown>)[] = [emptyTrash, handOverDue, rescoreDue];

/** What happens at every tick, at the time it is. */
const everyTick: readonly ((ctx: Context) => Promise<unknown>)[] = [
  placeAll,
  makeScheduledLists,
  tickMail,
  announceAlerts,
];

/**
 * Does everything that is due by now. After a gap (the laptop was closed) each missed day is handled in order with the
 * clock of the call standing at that day; a day is marked done only after all of it, so a crash repeats it.
 */
export async function tick(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now());
  const doneOn = await dailyWorkDoneOn(ctx.read);
  // A day done in the future was done by a clock that went wrong: it must not stop the work until that day.
  const isAhead = doneOn !== null && doneOn > today;
  for (let on = doneOn && !isAhead ? addDays(doneOn, 1) : today; on <= today; on = addDays(on, 1)) {
    const then = on === today ? ctx : at(ctx, on);
    for (const work of daily) await work(then);
    await ctx.write(null, async tx => await markDailyWorkDone(tx, on));
  }
  for (const work of everyTick) await work(ctx);
}

/** The same context with its clock at the start of a day. */
const at = (ctx: Context, on: Day): Context =>
  Object.create(ctx, { now: { value: () => instantAt(on, 0) } }) as Context;
