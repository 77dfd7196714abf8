import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';

/** What the event of a call keeps beside its time; calls recorded earlier keep less. */
export const zCallData = z.object({
  outcome: z.string().default('other'),
  reason: z.string().nullable().default(null),
  nextAt: zInstant.nullable().default(null),
  nextOn: zDay.nullable().default(null),
  place: z.string().default(''),
  note: z.string().default(''),
  doNotCall: z.boolean().default(false),
});
