import { z } from 'zod';
import { procedure, zCompanyKind, zDone, zFileRef } from './base.ts';

/** A list of companies: a file, or text with one company per line or a table copied from a spreadsheet. */
const zListSource = z.union([
  z.object({ file: zFileRef }),
  z.object({ text: z.string().min(1).max(2_000_000) }),
]);

const zCandidate = z.object({
  uid: z.string(),
  name: z.string(),
  kind: zCompanyKind,
  domain: z.string().nullable(),
  people: z.number().int(),
});
export type CompanyCandidate = z.output<typeof zCandidate>;

const zListedMatch = z.object({
  line: z.number().int(),
  /** As the list names it. */
  name: z.string(),
  companies: z.array(zCandidate),
});

export const companies = {
  /** What a customer list would set: the same name sets, a similar one asks. Writes nothing. */
  previewKinds: procedure.input(z.object({ source: zListSource, kind: zCompanyKind })).output(
    z.object({
      /** The column the names stand in; '' when the list has no header. */
      header: z.string(),
      /** lines = set + same + asked + added + repeated + unread. */
      counts: z.object({
        lines: z.number().int(),
        set: z.number().int(),
        /** Of that kind already. */
        same: z.number().int(),
        asked: z.number().int(),
        /** Unknown so far; stored, so that later cards are recognised. */
        added: z.number().int(),
        repeated: z.number().int(),
        unread: z.number().int(),
      }),
      /** People whose company changes its kind without a question. */
      people: z.number().int(),
      set: z.array(zListedMatch),
      asked: z.array(zListedMatch),
      unread: z.array(z.object({ line: z.number().int(), text: z.string() })),
    }),
  ),
  /** Sets the kind of every listed company, of `also` among the similar ones, and stores the unknown ones. */
  applyKinds: procedure
    .input(
      z.object({
        source: zListSource,
        kind: zCompanyKind,
        also: z.array(z.string().max(64)).max(10_000).default([]),
      }),
    )
    .output(zDone.extend({ companies: z.number().int(), people: z.number().int(), added: z.number().int() })),
};
