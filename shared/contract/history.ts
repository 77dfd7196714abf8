import { z } from 'zod';
import { zInstant } from '#shared/domain/base/days.ts';
import { procedure, zUid } from './base.ts';

const zOperation = z.object({
  uid: z.string(),
  kind: z.string(),
  data: z.record(z.string(), z.unknown()),
  memberName: z.string().nullable(),
  recordedAt: zInstant,
  undoable: z.boolean(),
  undone: z.boolean(),
});
export type Operation = z.output<typeof zOperation>;

export const history = {
  /** What was done, newest first. */
  list: procedure
    .input(z.object({ limit: z.number().int().min(1).max(500).default(50) }))
    .output(z.object({ operations: z.array(zOperation) })),
  /**
   * Takes an operation back. A field is restored only where nobody changed it since;
   * the rest is listed in `kept` and stays. Without `operationUid`, the newest undoable one.
   */
  undo: procedure.input(z.object({ operationUid: zUid.optional() })).output(
    z.object({
      operation: zOperation,
      restored: z.number().int(),
      kept: z.array(z.object({ table: z.string(), uid: z.string(), fields: z.array(z.string()) })),
    }),
  ),
};
