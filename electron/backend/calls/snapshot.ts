import { z } from 'zod';
import { zBand } from '#shared/contract/base.ts';
import { zReasonRow } from '#shared/contract/explanation.ts';
import { zDay, zInstant } from '#shared/domain/base/days.ts';

const zPhone = z.object({ text: z.string(), tel: z.string().nullable(), extension: z.string().nullable() });

/** What a row of a list showed when the list was made: paper and screen stay the same whatever happens later. */
export const zSnapshot = z.object({
  band: zBand,
  total: z.number().int(),
  companyName: z.string(),
  department: z.string(),
  title: z.string(),
  name: z.string(),
  kana: z.string(),
  phone: zPhone,
  phone2: zPhone.extend({ kind: z.enum(['mobile', 'direct', 'main', 'other']) }).nullable(),
  inCompany: z.object({ index: z.number().int(), of: z.number().int() }),
  /** Lists made before it was kept have none. */
  channel: z.string().default(''),
  eventName: z.string(),
  acquiredOn: zDay,
  lastCall: z.object({ on: zDay, outcome: z.string(), times: z.number().int(), note: z.string() }).nullable(),
  coolsOn: zDay.nullable(),
  promiseAt: zInstant.nullable(),
  promiseOn: zDay.nullable(),
  /** The reasons worth the most points; lists made before they were kept have none. */
  reasons: z.array(zReasonRow).default([]),
});
export type Snapshot = z.output<typeof zSnapshot>;
