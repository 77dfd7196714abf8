import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';

export const zListHead = z.object({
  uid: z.string(),
  /** Serial with its check digit, "480-9". */
  number: z.string(),
  /** The same for the lists that were made together, one per caller. */
  batchUid: z.string(),
  callerUid: z.string().nullable(),
  callerName: z.string().nullable(),
  kind: z.enum(['import', 'weekly']),
  weekOn: zDay,
  createdAt: zInstant,
  printedAt: zInstant.nullable(),
  /** When somebody said that all of the paper is typed in. */
  typedBackAt: zInstant.nullable(),
  rows: z.number().int(),
  done: z.number().int(),
  /** Of the whole batch: why everybody else stands on none of its lists, and where on the journey they are. */
  excluded: z.record(z.string(), z.number().int()),
  elsewhere: z.record(z.string(), z.number().int()),
  /** The lists that hold those left out as `listed`. */
  listedOn: z.array(z.object({ number: z.string(), people: z.number().int() })),
});
export type CallListHead = z.output<typeof zListHead>;
