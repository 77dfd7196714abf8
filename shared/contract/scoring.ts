import { z } from 'zod';
import { zDay, zInstantInput } from '#shared/domain/base/days.ts';
import { procedure, zDone, zUid } from './base.ts';
import { zJobEvents } from './jobs.ts';

export const events = {
  /** Records something a lead did or that was done with them. The same `dedupeKey` counts once. */
  record: procedure
    .input(
      z.object({
        leadUid: zUid,
        kind: z.string().min(1).max(60),
        occurredOn: zDay.optional(),
        occurredAt: zInstantInput.optional(),
        dedupeKey: z.string().max(200).optional(),
        data: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .output(zDone.extend({ recorded: z.boolean() })),
};

export const scoring = {
  /** The rules in force, as agreed: a version of kind `scoring`. */
  getRules: procedure
    .input(z.object({}))
    .output(z.object({ n: z.number().int(), activeFromOn: zDay, rules: z.record(z.string(), z.unknown()) })),
  /** Recomputes every lead's cached points for today. A job; `result` is {scored, changed}. */
  recompute: procedure.input(z.object({})).output(zJobEvents),
};
