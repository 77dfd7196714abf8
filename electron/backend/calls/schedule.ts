import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { calendar, callListSettings } from '#electron/backend/settings/agreements.ts';
import { listsScheduledOn, markListsScheduled } from '#electron/backend/settings/settings.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { scheduledBy } from '#shared/domain/calls/list-settings.ts';
import { generateLists } from './generate.ts';
import { hasWeekly } from './lists.repo.ts';

/**
 * Makes the weekly lists when their time has come, once per planned day: lists made by hand before stand in their place, and
 * lists taken back do not come again. With nobody to call there is no list.
 */
export async function makeScheduledLists(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now());
  const { data, activeFromOn } = await activeVersion(ctx.read, callListSettings, today);
  if (data.schedule === null || ctx.store.readOnly) return;
  const { data: cal } = await activeVersion(ctx.read, calendar, today);
  const due = scheduledBy(data.schedule, cal, ctx.now(), activeFromOn);
  if (due === null || (await listsScheduledOn(ctx.read)) === due.on) return;
  if (!(await hasWeekly(ctx.read, due.weekOn))) await make(ctx, due.weekOn);
  await ctx.write(null, async tx => await markListsScheduled(tx, due.on));
}

async function make(ctx: Context, weekOn: ReturnType<typeof dayOf>): Promise<void> {
  try {
    await generateLists(ctx, { weekOn });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'LIST_EMPTY')) throw error;
  }
}
