import type { Context } from '#electron/backend/context.ts';
import type { RowOf } from '#electron/backend/db/access.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import type { Affiliation, ContactPoint, LeadCardData } from '#shared/domain/leads/merge-card.ts';
import type { CompanyOf } from './companies.ts';

/** The columns of a lead that cards fill. */
export const leadFields = (lead: LeadCardData) => ({
  company_name: lead.companyName,
  branch: lead.branch,
  name: lead.name,
  name_key: lead.nameKey,
  last_name: lead.lastName,
  first_name: lead.firstName,
  last_key: lead.lastKey,
  kana: lead.kana,
  department: lead.department,
  title: lead.title,
  email: lead.email,
  phone: lead.phone,
  postal_code: lead.postalCode,
  prefecture: lead.prefecture,
  address: lead.address,
  url: lead.url,
  memo: lead.memo,
  department_function: lead.departmentFunction,
  title_rank: lead.titleRank,
  external_id: lead.externalId,
  do_not_call: lead.doNotCall ? (1 as const) : (0 as const),
});

/** The company a person belongs to now. */
export const currentCompany = (person: Touched, companyOf: CompanyOf): number | null => {
  const current = person.after.affiliations.find(a => a.companyName === person.after.companyName);
  return current ? companyOf(person, current.strictKey) : null;
};

export const affiliationRow = (
  ctx: Context,
  leadId: number,
  affiliation: Affiliation,
  companyId: number | null,
): RowOf<'affiliations'> => ({
  uid: ctx.newId(),
  lead_id: leadId,
  company_id: companyId,
  company_name: affiliation.companyName,
  branch: affiliation.branch,
  department: affiliation.department,
  title: affiliation.title,
  from_on: affiliation.fromOn,
});

export const pointRow = (
  ctx: Context,
  leadId: number,
  point: ContactPoint,
  position: number,
): RowOf<'contact_points'> => ({
  uid: ctx.newId(),
  lead_id: leadId,
  kind: point.kind,
  value: point.value,
  key: point.key,
  ext: point.ext,
  is_role: point.isRole ? 1 : 0,
  position,
});
