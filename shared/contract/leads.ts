import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { SAME_COMPANY_STATES } from '#shared/domain/leads/same-company.ts';
import { merge } from './duplicates.ts';
import { zExplanation, zReasonRow } from './explanation.ts';
import { procedure, zBand, zChannel, zCompanyKind, zConsentBasis, zUid } from './base.ts';
import { zStop } from './journey.ts';
import { leadBulk } from './lead-bulk.ts';
import { leadAssign } from './team.ts';
import { zDirection, zLeadFilter, zLeadSort } from './lead-filter.ts';
import { leadCreate } from './lead-create.ts';
import { leadEdit, zPointKind } from './lead-edit.ts';
import { leadTrash } from './lead-trash.ts';

/** 「同じ会社を鈴木さんが商談中」: somebody else of the team is busy at the same company. */
export const zSameCompany = z.object({
  ownerName: z.string().nullable(),
  state: z.enum(SAME_COMPANY_STATES),
});

/** Row of a list. */
export const zLeadRow = z.object({
  uid: z.string(),
  companyName: z.string(),
  companyKind: zCompanyKind,
  name: z.string(),
  kana: z.string(),
  department: z.string(),
  title: z.string(),
  email: z.string(),
  phone: z.string(),
  band: zBand,
  fit: z.number().int(),
  engagement: z.number().int(),
  total: z.number().int(),
  coolsOn: zDay.nullable(),
  nextKind: z.string(),
  nextOn: zDay.nullable(),
  nextReason: z.string().nullable(),
  ownerName: z.string().nullable(),
  ownerUid: z.string().nullable(),
  channel: zChannel,
  eventName: z.string(),
  acquiredOn: zDay,
  stage: z.string(),
  /** Where the lead stands on its journey, and since when; null until the first tick of an older store. */
  stop: zStop.nullable(),
  stopSinceOn: zDay.nullable(),
  doNotCall: z.boolean(),
  sameCompany: zSameCompany.nullable(),
  prefecture: z.string(),
  /** Last day somebody was in touch: the card, a call, a reply. */
  lastTouchOn: zDay.nullable(),
  tags: z.array(z.string()),
  /** The reasons worth the most points; null when the list was not asked for them. */
  reasons: z.array(zReasonRow).nullable(),
  updatedAt: zInstant,
  /** Since when the lead lies in the trash; null for everybody else. */
  trashedAt: zInstant.nullable(),
});
export type LeadRow = z.output<typeof zLeadRow>;

const zContactPoint = z.object({
  uid: z.string(),
  kind: zPointKind,
  value: z.string(),
  key: z.string(),
  ext: z.string(),
  isRole: z.boolean(),
});
export const zTimelineEvent = z.object({
  uid: z.string(),
  kind: z.string(),
  occurredOn: zDay,
  occurredAt: zInstant.nullable(),
  recordedAt: zInstant,
  memberName: z.string().nullable(),
  source: z.string(),
  data: z.record(z.string(), z.unknown()),
  retracted: z.boolean(),
});
export type TimelineEvent = z.output<typeof zTimelineEvent>;

const zLead = zLeadRow.extend({
  companyUid: z.string().nullable(),
  branch: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  postalCode: z.string(),
  address: z.string(),
  url: z.string(),
  memo: z.string(),
  titleRank: z.number().int().nullable(),
  departmentFunction: z.string().nullable(),
  consentBasis: zConsentBasis,
  importUid: z.string().nullable(),
  suppressed: z.boolean(),
  appointmentOn: zDay.nullable(),
  contactPoints: z.array(zContactPoint),
  affiliations: z.array(
    z.object({
      companyName: z.string(),
      branch: z.string(),
      department: z.string(),
      title: z.string(),
      fromOn: zDay.nullable(),
    }),
  ),
  timeline: z.array(zTimelineEvent),
});
export type Lead = z.output<typeof zLead>;

const zFacet = z.object({ value: z.string(), count: z.number().int() });
const zFacets = z.object({
  /** Uid of the member, or `none`. */
  owner: z.array(zFacet.extend({ name: z.string() })),
  channel: z.array(zFacet),
  event: z.array(zFacet),
  tag: z.array(zFacet),
  prefecture: z.array(zFacet),
  titleRank: z.array(zFacet),
  departmentFunction: z.array(zFacet),
  companyKind: z.array(zFacet),
  /** Newest first. */
  importUid: z.array(zFacet.extend({ name: z.string(), finishedAt: zInstant })),
});
export type Facets = z.output<typeof zFacets>;

export const leads = {
  ...leadCreate,
  ...leadEdit,
  ...leadTrash,
  ...leadBulk,
  ...leadAssign,
  /** One window of the list. `total` stops at 1,001 when a search is given: "1,000+". */
  list: procedure
    .input(
      zLeadFilter.extend({
        sort: zLeadSort.default('rank'),
        /** Without it the direction people expect first. */
        direction: zDirection.optional(),
        /** Gives each row its top three reasons. */
        reasons: z.boolean().default(false),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ rows: z.array(zLeadRow), total: z.number().int() })),
  /** What the pickers of the filter offer: every value there is outside the trash, with how many leads have it. */
  facets: procedure.input(z.object({})).output(zFacets),
  get: procedure.input(z.object({ uid: zUid })).output(zLead),
  /** Points on a day. `then` = what was recorded by the end of that day; `now` = corrected view. */
  explain: procedure
    .input(z.object({ uid: zUid, on: zDay.optional(), known: z.enum(['then', 'now']).default('now') }))
    .output(zExplanation),
  merge,
};
