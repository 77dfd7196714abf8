import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { LIST_BOUNDS } from '#shared/domain/calls/selection.ts';
import { zListSettings } from '#shared/domain/calls/list-settings.ts';
import { procedure, zDone } from './base.ts';

const { min, max } = LIST_BOUNDS.maxRows;
export const zPerCaller = z.number().int().min(min).max(max);

const zCallingMember = z.object({
  uid: z.string().nullable(),
  name: z.string().nullable(),
  /** Working days of the week, and those of them the member is there. */
  days: z.number().int(),
  there: z.number().int(),
  /** Calls of the week and of each day: what `there` leaves of the team's figure. */
  room: z.number().int(),
  daily: z.number().int(),
});

const zPlan = z.object({
  weekOn: zDay,
  lastOn: zDay,
  perCaller: zPerCaller,
  callers: z.array(zCallingMember),
  /** The week has weekly lists already. */
  made: z.boolean(),
});
export type CallListPlan = z.output<typeof zPlan>;

/** What comes before a list: who calls how much, and what the team agreed on. */
export const listPlans = {
  /** Who would call how many in a week, leave taken into account; the week is the one `generate` takes. */
  plan: procedure
    .input(z.object({ weekOn: zDay.optional(), perCaller: zPerCaller.optional() }))
    .output(zPlan),
  /** The agreement in force. Version 0: nobody agreed on anything yet. */
  getSettings: procedure
    .input(z.object({}))
    .output(z.object({ n: z.number().int(), activeFromOn: zDay, settings: zListSettings })),
  /** Adds a version, in force from today on. Lists already made stay. */
  saveSettings: procedure
    .input(z.object({ settings: zListSettings }))
    .output(zDone.extend({ n: z.number().int() })),
};
