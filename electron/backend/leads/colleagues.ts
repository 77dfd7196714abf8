import type { ReadDb } from '#electron/backend/db/access.ts';
import { type SameCompany, sameCompanyOf } from '#shared/domain/leads/same-company.ts';
import { listCompaniesByStrictKey } from './cards.repo.ts';
import { listBusyAt } from './colleagues.repo.ts';

/** Who else is busy at the company of each of these leads; leads nobody is warned about are left out. */
export async function sameCompanyOfLeads(
  db: ReadDb,
  leads: readonly { id: number; companyId: number | null; ownerId: number | null }[],
): Promise<Map<number, SameCompany>> {
  const companyIds = new Set(leads.flatMap(({ companyId }) => companyId ?? []));
  const byCompany = Map.groupBy(await listBusyAt(db, [...companyIds]), row => row.companyId);
  return new Map(
    leads.flatMap(lead => {
      const found = sameCompanyOf(lead, byCompany.get(lead.companyId) ?? []);
      return found ? [[lead.id, found] as const] : [];
    }),
  );
}

/** Who is busy at the companies of these names, by strict key: for people who are not leads yet. */
export async function busyAtNames(
  db: ReadDb,
  strictKeys: readonly string[],
): Promise<Map<string, SameCompany>> {
  const companies = await listCompaniesByStrictKey(db, [...new Set(strictKeys)]);
  const keyOf = new Map(companies.map(company => [company.id, company.strict_key]));
  const byKey = Map.groupBy(await listBusyAt(db, [...keyOf.keys()]), row => keyOf.get(row.companyId ?? 0));
  return new Map(
    [...byKey].flatMap(([key, rows]) => {
      const found = sameCompanyOf({ id: 0, ownerId: null }, rows);
      return key !== undefined && found ? [[key, found] as const] : [];
    }),
  );
}
