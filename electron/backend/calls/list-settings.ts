import type { Context } from '#electron/backend/context.ts';
import { calendar, callListSettings } from '#electron/backend/settings/agreements.ts';
import { activeVersion, changeAgreement } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf, mondayOf } from '#shared/domain/base/days.ts';
import { weekToCall } from '#shared/domain/calls/list-settings.ts';
import { lastDayOfWeek } from '#shared/domain/calls/selection.ts';
import { callersOf } from './callers.ts';
import { hasWeekly } from './lists.repo.ts';

/** What the team agreed on about its weekly lists. */
export async function getListSettings(ctx: Context): Promise<OutputOf<'callLists', 'getSettings'>> {
  const { n, activeFromOn, data } = await activeVersion(ctx.read, callListSettings, dayOf(ctx.now()));
  return { n, activeFromOn, settings: data };
}

/** Agrees anew from today on; lists already made stay. */
export const saveListSettings = async (
  ctx: Context,
  input: InputOf<'callLists', 'saveSettings'>,
): Promise<OutputOf<'callLists', 'saveSettings'>> =>
  await changeAgreement(ctx, { kind: 'callLists.saveSettings' }, callListSettings, () =>
    Promise.resolve({ next: input.settings, result: {} }),
  );

/** Who would call how many in a week. */
export async function planLists(
  ctx: Context,
  input: InputOf<'callLists', 'plan'>,
): Promise<OutputOf<'callLists', 'plan'>> {
  const on = dayOf(ctx.now());
  const { data: cal } = await activeVersion(ctx.read, calendar, on);
  const { settings } = await getListSettings(ctx);
  const weekOn = input.weekOn ? mondayOf(input.weekOn) : weekToCall(cal, on);
  const perCaller = input.perCaller ?? settings.rule.maxRows;
  const callers = await callersOf(ctx, cal, weekOn, perCaller);
  return {
    weekOn,
    lastOn: lastDayOfWeek(cal, weekOn),
    perCaller,
    callers: callers.map(({ id: _id, ...caller }) => caller),
    made: await hasWeekly(ctx.read, weekOn),
  };
}
