import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { procedure, zChannel, zCompanyKind, zConsentBasis, zDone, zUid } from './base.ts';

export const zPointKind = z.enum(['email', 'main', 'direct', 'department', 'mobile', 'fax', 'other']);

/** A number or an address as somebody typed it; `uid` names the one it replaces, null is a further one. */
const zPointInput = z.object({
  uid: zUid.nullable(),
  kind: zPointKind,
  value: z.string().max(254),
  ext: z.string().max(20).default(''),
});

const zLeadPatch = z
  .object({
    companyName: z.string().max(200),
    branch: z.string().max(200),
    name: z.string().max(100),
    kana: z.string().max(100),
    department: z.string().max(200),
    title: z.string().max(100),
    /** The address and the number shown first; `points` for all of them. */
    email: z.string().max(254),
    phone: z.string().max(60),
    /** Every number and address in the order they are shown. One that is missing, or blank, is removed. */
    points: z.array(zPointInput).max(30),
    /** One of them typed anew, or one more; the others stay. */
    point: zPointInput,
    postalCode: z.string().max(20),
    address: z.string().max(300),
    url: z.string().max(300),
    memo: z.string().max(4000),
    tags: z.array(z.string().max(60)).max(50),
    ownerUid: zUid.nullable(),
    doNotCall: z.boolean(),
    companyKind: zCompanyKind,
    channel: zChannel,
    eventName: z.string().max(100),
    acquiredOn: zDay,
    consentBasis: zConsentBasis,
  })
  .partial();
export type LeadPatch = z.output<typeof zLeadPatch>;
export type LeadPatchInput = z.input<typeof zLeadPatch>;

const zSource = z.object({
  importUid: z.string(),
  fileName: z.string(),
  finishedAt: zInstant,
  line: z.number().int(),
  cells: z.array(z.object({ header: z.string(), value: z.string() })),
});
export type LeadSource = z.output<typeof zSource>;

/** The procedures of `leads` behind the page of one person. */
export const leadEdit = {
  /**
   * Changes fields of one lead, cleaned like a card: keys, rank and function follow. A company typed anew leads to the
   * company the store knows under that name, or to a new one.
   */
  update: procedure.input(z.object({ uid: zUid, patch: zLeadPatch })).output(zDone),
  /** The rows of files this person came from, newest first, as they stood in the file. */
  sources: procedure.input(z.object({ uid: zUid })).output(z.array(zSource)),
};
