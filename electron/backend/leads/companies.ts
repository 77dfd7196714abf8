import type { Context } from '#electron/backend/context.ts';
import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import type { Card } from '#shared/domain/leads/card.ts';
import {
  type CompanyEvidence,
  companyEvidence,
  kindLikeNamesakes,
  sameCompany,
} from '#shared/domain/leads/company-match.ts';
import { companyLooseKey, companyStrictKey } from '#shared/domain/leads/company.ts';
import { type CompanyTableRow, listAffiliationRows, listCompaniesByStrictKey } from './cards.repo.ts';

/** A company while cards are written: what its row holds, and everything cards say about it. */
interface Company {
  id: number | null;
  name: string;
  strictKey: string;
  kind: string;
  stored: CompanyTableRow | null;
  evidence: CompanyEvidence[];
  /** Of each, what the first card says that says anything. */
  said: Said;
}

type Said = Partial<Pick<Card, 'companyKana' | 'industry' | 'employees' | 'capital' | 'sales'>>;

/** Gives the company of a person's affiliation, by its strict key; null when no card of this write named it. */
export type CompanyOf = (person: WithCards, strictKey: string) => number | null;

/** Things that come a part at a time. */
export type PartsOf<T> = Iterable<readonly T[]> | AsyncIterable<readonly T[]>;

/** A person with the cards that were given to them. */
export type WithCards = Pick<Touched, 'uid' | 'cards'>;

/** People looked at between two turns of the process. */
const BATCH = 500;

/**
 * Finds or makes the companies these people belong to, before the people are written. Namesakes stay apart unless their
 * mail domain, main number or address agrees, or the person already belongs to that company. `leadIds`: stored people.
 * People come in parts, so that the cards of a big file need not be there all at once.
 */
export async function resolveCompanies(
  ctx: Context,
  tx: WriteTx,
  parts: PartsOf<WithCards>,
  leadIds: ReadonlyMap<string, number>,
): Promise<CompanyOf> {
  const owned = await ownCompanies(tx, leadIds);
  const ownedBy = (person: WithCards, strictKey: string): number | null =>
    owned.get(`${leadIds.get(person.uid) ?? ''} ${strictKey}`) ?? null;
  const known = new Map<string, Company[]>();
  const chosen = new Map<string, Company>();
  for await (const people of parts) {
    await addKnown(tx, known, people);
    for (const [i, person] of people.entries()) {
      if (i % BATCH === BATCH - 1) await tx.breathe();
      for (const { card } of person.cards) {
        if (!card.company) continue;
        const key = `${person.uid} ${card.company.strictKey}`;
        const company = chosen.get(key) ?? pick(known, card, ownedBy(person, card.company.strictKey));
        learn(company, card);
        chosen.set(key, company);
      }
    }
  }
  await store(ctx, tx, [...new Set(chosen.values())]);
  // Who keeps the answer keeps the numbers only: everything cards said about companies is gone.
  const ids = new Map([...chosen].map(([key, company]) => [key, company.id]));
  return (person, strictKey) => ids.get(`${person.uid} ${strictKey}`) ?? ownedBy(person, strictKey);
}

/** The kind a card of this name would have, by strict key; names nobody knows are left out. */
export async function kindsOfNames(db: ReadDb, strictKeys: readonly string[]): Promise<Map<string, string>> {
  const rows = await listCompaniesByStrictKey(db, [...new Set(strictKeys)]);
  const byKey = Map.groupBy(rows, row => row.strict_key);
  return new Map([...byKey].map(([key, named]) => [key, kindLikeNamesakes(named.map(row => row.kind))]));
}

/** Adds the stored companies these cards name and no card before them did. */
async function addKnown(
  tx: WriteTx,
  known: Map<string, Company[]>,
  people: readonly WithCards[],
): Promise<void> {
  const keys = new Set(people.flatMap(p => p.cards.flatMap(({ card }) => card.company?.strictKey ?? [])));
  const rows = await listCompaniesByStrictKey(
    tx.read,
    [...keys].filter(key => !known.has(key)),
  );
  const companies = rows.map(
    (row): Company => ({
      id: row.id,
      name: row.name,
      strictKey: row.strict_key,
      kind: row.kind,
      stored: row,
      evidence: [
        {
          domain: row.domain ?? '',
          phoneKey: row.phone_key ?? '',
          addressKey: row.address_key ?? '',
          corporateNumber: row.corporate_number ?? '',
        },
      ],
      said: {},
    }),
  );
  for (const [key, named] of Map.groupBy(companies, company => company.strictKey)) known.set(key, named);
}

/** Takes in what a card says about its company, once. */
function learn({ evidence, said }: Company, card: Card): void {
  const now = companyEvidence(card);
  if (!evidence.some(e => EVIDENCE.every(field => e[field] === now[field]))) evidence.push(now);
  if (card.companyKana !== '') said.companyKana ??= card.companyKana;
  said.industry ??= card.industry;
  said.employees ??= card.employees;
  said.capital ??= card.capital;
  said.sales ??= card.sales;
}

const EVIDENCE = ['domain', 'phoneKey', 'addressKey', 'corporateNumber'] as const;

/** Companies stored people already belong to, by lead id and strict key. */
async function ownCompanies(tx: WriteTx, leadIds: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const owned = new Map<string, number>();
  for (const row of await listAffiliationRows(tx.read, [...leadIds.values()]))
    if (row.company_id !== null)
      owned.set(`${row.lead_id} ${companyStrictKey(row.company_name)}`, row.company_id);
  return owned;
}

function pick(known: Map<string, Company[]>, card: Card, ownedId: number | null): Company {
  const { name, strictKey } = card.company ?? { name: '', strictKey: '' };
  const namesakes = known.get(strictKey) ?? [];
  const evidence = companyEvidence(card);
  const found =
    namesakes.find(company => ownedId !== null && company.id === ownedId) ??
    namesakes.find(company => company.evidence.some(e => sameCompany(e, evidence))) ??
    namesakes.find(company => isOnlyListed(company, evidence));
  if (found) return found;
  const kind = kindLikeNamesakes(namesakes.map(company => company.kind));
  const made: Company = { id: null, name, strictKey, kind, stored: null, evidence: [], said: {} };
  known.set(strictKey, [...namesakes, made]);
  return made;
}

/** A customer list named the company and nothing else is known of it: the first card of that name is one of its people. */
const isOnlyListed = ({ kind, evidence }: Company, card: CompanyEvidence): boolean =>
  kind !== 'prospect' &&
  evidence.every(
    ({ domain, phoneKey, addressKey, corporateNumber }) =>
      domain === '' &&
      phoneKey === '' &&
      addressKey === '' &&
      (corporateNumber === '' || card.corporateNumber === ''),
  );

type Learned = Pick<
  RowOf<'companies'>,
  | 'name_kana'
  | 'domain'
  | 'phone_key'
  | 'address_key'
  | 'industry'
  | 'corporate_number'
  | `${'employees' | 'capital' | 'sales'}_${'min' | 'max'}`
>;

/** What the cards add to a company row; a field that holds something keeps it. */
function learned(company: Company): Learned {
  const { stored, evidence, said } = company;
  const first = (get: (e: CompanyEvidence) => string): string | null =>
    evidence.map(get).find(v => v !== '') ?? null;
  const [employees_min, employees_max] = range(company, 'employees');
  const [capital_min, capital_max] = range(company, 'capital');
  const [sales_min, sales_max] = range(company, 'sales');
  return {
    name_kana: stored?.name_kana || (said.companyKana ?? ''),
    domain: stored?.domain ?? first(e => e.domain),
    phone_key: stored?.phone_key ?? first(e => e.phoneKey),
    address_key: stored?.address_key ?? first(e => e.addressKey),
    industry: stored?.industry ?? said.industry ?? null,
    corporate_number: stored?.corporate_number ?? first(e => e.corporateNumber),
    employees_min,
    employees_max,
    capital_min,
    capital_max,
    sales_min,
    sales_max,
  };
}

/** Both ends of a range come from one source: the row, or else the first card that gives one. */
function range(
  { stored, said }: Company,
  field: 'employees' | 'capital' | 'sales',
): [number | null, number | null] {
  const [min, max] = [stored?.[`${field}_min`] ?? null, stored?.[`${field}_max`] ?? null];
  if (min !== null || max !== null) return [min, max];
  const read = said[field];
  return [read?.min ?? null, read?.max ?? null];
}

async function store(ctx: Context, tx: WriteTx, companies: readonly Company[]): Promise<void> {
  for (let i = 0; i < companies.length; i += BATCH) {
    await storePart(ctx, tx, companies.slice(i, i + BATCH));
    await tx.breathe();
  }
}

async function storePart(ctx: Context, tx: WriteTx, companies: readonly Company[]): Promise<void> {
  const made = companies.filter(company => company.stored === null);
  const rows = made.map(company => ({
    uid: ctx.newId(),
    name: company.name,
    strict_key: company.strictKey,
    loose_key: companyLooseKey(company.name),
    kind: company.kind,
    ...learned(company),
    created_at: tx.at,
    updated_at: tx.at,
  }));
  for (const [i, id] of (await tx.insert('companies', rows)).entries()) {
    const company = made[i];
    if (company) company.id = id;
  }
  const patches = companies.flatMap(company => {
    const { id, stored } = company;
    if (id === null || stored === null) return [];
    const patch: Partial<CompanyTableRow> = learned(company);
    const keys = Object.keys(patch) as (keyof CompanyTableRow)[];
    return keys.some(key => stored[key] !== patch[key]) ? [{ ...patch, id }] : [];
  });
  await tx.updateMany('companies', patches);
}
