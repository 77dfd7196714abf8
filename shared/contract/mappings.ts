import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { zOwnerRule } from '#shared/domain/imports/saved-format.ts';
import { procedure, zChannel, zConsentBasis, zDone } from './base.ts';

/** A kind of file whose choices are kept: files with the same headers are read the same way. */
const zMapping = z.object({
  /** Names the kind: a hash of its headers. */
  key: z.string(),
  /** The last file of this kind, and the day it came in. */
  fileName: z.string(),
  importedOn: zDay,
  product: z.string().nullable(),
  /** `field` null: guessed anew for each file; several joined by `+`: one cell holds them in this order. */
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  about: z.object({ channel: zChannel, consentBasis: zConsentBasis, owner: zOwnerRule }),
});
export type Mapping = z.output<typeof zMapping>;

export const mappings = {
  /** Kinds of files that need no touch, newest import first. */
  list: procedure.input(z.object({})).output(z.array(zMapping)),
  /** Says ahead of any import how files with these headers are read. */
  save: procedure
    .input(
      z.object({
        name: z.string().min(1).max(200),
        columns: z
          .array(z.object({ header: z.string().min(1).max(200), field: z.string().max(200) }))
          .min(1)
          .max(1000),
        about: z
          .object({ channel: zChannel, consentBasis: zConsentBasis, owner: zOwnerRule })
          .partial()
          .default({}),
      }),
    )
    .output(zDone.extend({ key: z.string() })),
  /** Forgets a kind of file: the next one is guessed like a stranger. Throws NOT_FOUND. */
  remove: procedure.input(z.object({ key: z.string().min(1).max(64) })).output(zDone),
};
