import { z } from 'zod';
import { procedure, zFileOut, zFileRef } from './base.ts';

const zStoreInfo = z.object({
  name: z.string(),
  path: z.string(),
  practice: z.boolean(),
  readOnly: z.boolean(),
  sizeBytes: z.number(),
  leads: z.number().int(),
});
export type StoreInfo = z.output<typeof zStoreInfo>;

export const store = {
  /**
   * Makes a store and opens it. Without `path`: the app's own data folder.
   * `practice` makes a 練習モード store, `sample` fills it with that many invented leads.
   */
  create: procedure
    .input(
      z.object({
        path: z.string().optional(),
        practice: z.boolean().default(false),
        sample: z.number().int().min(0).max(200_000).default(0),
        seed: z.number().int().default(1),
      }),
    )
    .output(zStoreInfo),
  /** Opens another store; `practice` opens (or makes) the practice store, `own` the team's own. */
  open: procedure
    .input(
      z.union([
        z.object({ which: z.enum(['own', 'practice']) }),
        z.object({
          path: z.string(),
          readOnly: z.boolean().default(false),
          moveToThisPc: z.boolean().default(false),
        }),
      ]),
    )
    .output(zStoreInfo),
  /** A verified copy by the backup API, while work goes on. */
  backup: procedure.input(z.object({ path: z.string().optional() })).output(zFileOut),
  /** Replaces the open store by a verified copy; the replaced one is kept beside it. */
  restore: procedure
    .input(z.union([z.object({ path: z.string() }), z.object({ file: zFileRef })]))
    .output(zStoreInfo),
  /** Integrity, references, count laws, search index. */
  verify: procedure
    .input(z.object({}))
    .output(
      z.object({ ok: z.boolean(), problems: z.array(z.string()), checks: z.record(z.string(), z.number()) }),
    ),
  /** Everything the store holds as plain JSON, in a stable order: the team's data is theirs. */
  exportAll: procedure
    .input(z.object({}))
    .output(z.record(z.string(), z.array(z.record(z.string(), z.unknown())))),
};
