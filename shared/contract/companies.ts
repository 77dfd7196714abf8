import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { procedure, zCompanyKind, zDone, zFileRef, zUid } from './base.ts';
import { zLeadRow, zTimelineEvent } from './leads.ts';

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

const zCompanyRow = z.object({
  uid: z.string(),
  name: z.string(),
  kind: zCompanyKind,
  domain: z.string().nullable(),
  /** Letter A–T of the Japan Standard Industrial Classification. */
  industry: z.string().nullable(),
  people: z.number().int(),
});
export type CompanyRow = z.output<typeof zCompanyRow>;

const zRange = z.object({ min: z.number().int().nullable(), max: z.number().int().nullable() }).nullable();

const zCompany = zCompanyRow.extend({
  nameKana: z.string(),
  employees: zRange,
  /** 法人番号: 13 digits. */
  corporateNumber: z.string().nullable(),
  /** In units of 10,000 yen. */
  capital: zRange,
  sales: zRange,
  /** The people there now, best first; `people` counts all of them. */
  leads: z.array(zLeadRow),
  /** People who were there once. */
  former: z.array(z.object({ uid: z.string(), name: z.string(), title: z.string() })),
  /** Who of the team has how many of them; null: nobody. */
  owners: z.array(z.object({ name: z.string().nullable(), people: z.number().int() })),
  branches: z.array(z.object({ name: z.string(), people: z.number().int() })),
  deals: z.array(
    z.object({
      leadUid: z.string(),
      name: z.string(),
      ownerName: z.string().nullable(),
      stage: z.string(),
      appointmentOn: zDay.nullable(),
      meetingOn: zDay.nullable(),
      acceptedOn: zDay.nullable(),
    }),
  ),
  /** What happened with its people, newest first. */
  timeline: z.array(zTimelineEvent.extend({ leadUid: z.string(), leadName: z.string() })),
  /** Other companies whose name is the same but for the legal form. */
  similar: z.array(zCompanyRow),
});
export type Company = z.output<typeof zCompany>;

export const companies = {
  /** One window of the companies by name; `search` is part of a name in any spelling. */
  list: procedure
    .input(
      z.object({
        search: z.string().max(200).default(''),
        kind: zCompanyKind.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ rows: z.array(zCompanyRow), total: z.number().int() })),
  get: procedure.input(z.object({ uid: zUid })).output(zCompany),
  /** Changes what is known of a company. Sizes and amounts as people write them (100〜299名, 1,000万円); '' empties. */
  update: procedure
    .input(
      z.object({
        uid: zUid,
        patch: z
          .object({
            name: z.string().min(1).max(200),
            kind: zCompanyKind,
            industry: z.string().max(40),
            employees: z.string().max(40),
            corporateNumber: z.string().max(40),
            capital: z.string().max(40),
            sales: z.string().max(40),
          })
          .partial(),
      }),
    )
    .output(zDone),
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
