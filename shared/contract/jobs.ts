import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure, zReason, zUid } from './base.ts';

const zJobState = z.enum(['running', 'done', 'failed', 'cancelled']);

/** One look at a long piece of work. `result` is there when done, `error` when failed. */
export const zJobEvent = z.object({
  jobUid: z.string(),
  kind: z.string(),
  state: zJobState,
  /** Code of what is being done now. */
  phase: z.string(),
  done: z.number(),
  total: z.number(),
  result: z.unknown().optional(),
  error: zReason.optional(),
});
export type JobEvent = z.output<typeof zJobEvent>;

export const zJobEvents = eventIterator(zJobEvent);

export const jobs = {
  /** Re-attaches to a job: its latest state first, then every change until it ends. */
  watch: procedure.input(z.object({ jobUid: zUid })).output(zJobEvents),
  /** Stops a job. What that means is stated per kind: an import leaves nothing behind. */
  cancel: procedure.input(z.object({ jobUid: zUid })).output(zJobEvent),
  /** Jobs running now, and those that ended since the backend started. */
  list: procedure.input(z.object({})).output(z.array(zJobEvent)),
};
