import type { ReadDb } from '#electron/backend/db/access.ts';
import { busyAtNames } from '#electron/backend/leads/colleagues.ts';
import { kindsOfNames } from '#electron/backend/leads/companies.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { zCompanyKind } from '#shared/contract/base.ts';
import type { Resolution, Touched } from '#shared/domain/imports/resolve.ts';

const companyKeyOf = ({ after }: Touched): string =>
  after.affiliations.find(a => a.companyName === after.companyName)?.strictKey ?? '';

/** How many people of the file belong to companies that are no prospects, per kind: customers are not strangers. */
export async function kindGroups(db: ReadDb, { people }: Resolution): Promise<ImportPreview['groups']> {
  const keys = people.map(companyKeyOf);
  const kinds = await kindsOfNames(
    db,
    keys.filter(key => key !== ''),
  );
  const counts = new Map<string, number>();
  for (const key of keys) {
    const kind = kinds.get(key) ?? 'prospect';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return zCompanyKind.options
    .filter(kind => kind !== 'prospect')
    .flatMap(kind => {
      const found = counts.get(kind) ?? 0;
      return found > 0 ? [{ kind, people: found }] : [];
    });
}

/** New people listed of those somebody is busy around. */
const LISTED = 200;

/** New people of the file at whose company somebody of the team is busy already. */
export async function busyCompanies(
  db: ReadDb,
  { people }: Resolution,
): Promise<ImportPreview['sameCompany']> {
  const fresh = people.filter(person => person.before === null && companyKeyOf(person) !== '');
  const busy = await busyAtNames(db, fresh.map(companyKeyOf));
  const found = fresh.flatMap(person => {
    const sameCompany = busy.get(companyKeyOf(person));
    const [card] = person.cards;
    return sameCompany && card ? [{ line: card.line, ...shownName(person), ...sameCompany }] : [];
  });
  return { people: found.length, listed: found.slice(0, LISTED) };
}

const shownName = ({ after }: Touched) => ({ name: after.name, companyName: after.companyName });
