import { z } from 'zod';
import { zInstantInput } from '#shared/domain/base/days.ts';
import { TOUCH_WAYS } from '#shared/domain/journey/touch-ways.ts';
import { procedure, zDone, zUid } from './base.ts';

export const touches = {
  /** 対応を記録: how somebody was in touch, who began it, and whether the person themselves was reached. */
  record: procedure
    .input(
      z.object({
        leadUid: zUid,
        way: z.enum(TOUCH_WAYS),
        direction: z.enum(['out', 'in']),
        reached: z.boolean(),
        note: z.string().max(2000).default(''),
        occurredAt: zInstantInput.optional(),
      }),
    )
    .output(zDone.extend({ eventUid: z.string() })),
};
