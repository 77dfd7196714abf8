import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import { AppError } from '#electron/backend/errors.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { listLeads, shownEvent } from '#electron/backend/leads/leads.ts';
import { peopleOf } from '#electron/backend/leads/people.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { findMemberNames } from '#electron/backend/settings/members.ts';
import type { Company, CompanyRow } from '#shared/contract/companies.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { zLeadFilter } from '#shared/contract/lead-filter.ts';
import { tidy } from '#shared/domain/base/text.ts';
import { companyLooseKey, companyStrictKey } from '#shared/domain/leads/company.ts';
import { parseEmployees } from '#shared/domain/leads/employees.ts';
import { industryLetter } from '#shared/domain/leads/industry.ts';
import { parseCorporateNumber, parseMoney } from '#shared/domain/leads/money.ts';
import {
  type CompanyRow as StoredCompany,
  countPeople,
  findCompany,
  listByKeys,
  listCompanies,
  listFormer,
  listPeopleAt,
} from './companies.repo.ts';

/** People and events a company page shows. */
const SHOWN_PEOPLE = 200;
const SHOWN_EVENTS = 200;

/** One window of the companies by name. */
export async function findCompanies(
  ctx: Context,
  input: InputOf<'companies', 'list'>,
): Promise<{ rows: CompanyRow[]; total: number }> {
  const { search, kind, offset, limit } = input;
  const key = search.trim() === '' ? '' : companyStrictKey(search);
  const { rows, total } = await listCompanies(ctx.read, { key, kind, offset, limit });
  return { rows: await withPeople(ctx, rows), total };
}

type Row = Pick<StoredCompany, 'id' | 'uid' | 'name' | 'kind' | 'domain'> & { industry?: string | null };

async function withPeople(ctx: Context, rows: readonly Row[]): Promise<CompanyRow[]> {
  const people = await countPeople(
    ctx.read,
    rows.map(row => row.id),
  );
  return rows.map(({ id, kind, industry, ...row }) => ({
    uid: row.uid,
    name: row.name,
    domain: row.domain,
    kind: kind as CompanyRow['kind'],
    industry: industry ?? null,
    people: people.get(id) ?? 0,
  }));
}

async function needCompany(ctx: Context, uid: string): Promise<StoredCompany> {
  const found = await findCompany(ctx.read, uid);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'company' });
  return found;
}

const range = (min: number | null, max: number | null): Company['capital'] =>
  min === null && max === null ? null : { min, max };

/** Everything about a company and its people. Throws NOT_FOUND. */
export async function getCompany(ctx: Context, input: { uid: string }): Promise<Company> {
  const company = await needCompany(ctx, input.uid);
  const people = await listPeopleAt(ctx.read, company.id);
  const filter = zLeadFilter.parse({ companyUid: company.uid });
  const { rows } = await listLeads(ctx, {
    ...filter,
    sort: 'rank',
    direction: undefined,
    offset: 0,
    limit: SHOWN_PEOPLE,
    reasons: false,
  });
  const keys = { strict: [], loose: [company.loose_key], numbers: [] };
  const similar = (await listByKeys(ctx.read, keys)).filter(other => other.id !== company.id);
  return {
    uid: company.uid,
    name: company.name,
    nameKana: company.name_kana,
    kind: company.kind as Company['kind'],
    domain: company.domain,
    industry: company.industry,
    people: people.length,
    employees: range(company.employees_min, company.employees_max),
    corporateNumber: company.corporate_number,
    capital: range(company.capital_min, company.capital_max),
    sales: range(company.sales_min, company.sales_max),
    leads: rows,
    former: await listFormer(ctx.read, company.id),
    owners: counted(people.map(person => person.ownerName)),
    branches: counted(people.map(person => person.branch)).filter(branch => branch.name !== ''),
    deals: people.filter(isDeal).map(({ id: _id, branch: _branch, ...deal }) => deal),
    timeline: await timelineOf(ctx, people),
    similar: await withPeople(ctx, similar),
  };
}

type Person = Awaited<ReturnType<typeof listPeopleAt>>[number];

const isDeal = ({ stage, appointmentOn, meetingOn, acceptedOn }: Person): boolean =>
  stage === 'converted' || appointmentOn !== null || meetingOn !== null || acceptedOn !== null;

/** How often each name occurs, the most frequent first. */
function counted<T extends string | null>(names: readonly T[]): { name: T; people: number }[] {
  const groups = Map.groupBy(names, name => name);
  return [...groups].map(([name, all]) => ({ name, people: all.length })).sort((a, b) => b.people - a.people);
}

async function timelineOf(ctx: Context, people: readonly Person[]): Promise<Company['timeline']> {
  const byId = new Map(people.map(person => [person.id, person]));
  const names = await findMemberNames(ctx);
  const events = await eventsOf(ctx.read, [...byId.keys()]);
  return events
    .sort((a, b) => (a.occurredOn === b.occurredOn ? b.id - a.id : a.occurredOn < b.occurredOn ? 1 : -1))
    .slice(0, SHOWN_EVENTS)
    .map(event => ({
      ...shownEvent(event, names),
      leadUid: byId.get(event.leadId)?.leadUid ?? '',
      leadName: byId.get(event.leadId)?.name ?? '',
    }));
}

/**
 * Changes what is known of a company, read like a card; its people are scored anew.
 * Throws NOT_FOUND, INVALID_INPUT for what cannot be read.
 */
export async function updateCompany(
  ctx: Context,
  input: InputOf<'companies', 'update'>,
): Promise<OutputOf<'companies', 'update'>> {
  const company = await needCompany(ctx, input.uid);
  const patch = patchOf(input.patch);
  const operationUid = ctx.newId();
  const data = { name: company.name, fields: Object.keys(input.patch).join(',') };
  await ctx.write({ kind: 'companies.update', data, uid: operationUid }, async tx => {
    await tx.update('companies', company.id, patch);
    await refreshLeads(ctx, tx, await peopleOf(tx.read, [company.id]));
  });
  return { operationUid };
}

type Patch = InputOf<'companies', 'update'>['patch'];

const unreadable = (path: string): AppError<'INVALID_INPUT'> =>
  new AppError('INVALID_INPUT', { issues: [{ path, message: path }] });

/** '' empties a field; anything else must be readable. */
function read<T>(path: string, text: string, parse: (text: string) => T | null): T | null {
  if (text.trim() === '') return null;
  const value = parse(text);
  if (value === null) throw unreadable(path);
  return value;
}

function patchOf(patch: Patch): PatchOf<'companies'> {
  const out: PatchOf<'companies'> = {};
  if (patch.kind !== undefined) out.kind = patch.kind;
  if (patch.name !== undefined) {
    out.name = tidy(patch.name);
    if (companyStrictKey(out.name) === '') throw unreadable('name');
    out.strict_key = companyStrictKey(out.name);
    out.loose_key = companyLooseKey(out.name);
  }
  if (patch.industry !== undefined) out.industry = read('industry', patch.industry, industryLetter);
  if (patch.corporateNumber !== undefined)
    out.corporate_number = read(
      'corporateNumber',
      patch.corporateNumber,
      text => parseCorporateNumber(text) || null,
    );
  if (patch.employees !== undefined) {
    const size = read('employees', patch.employees, parseEmployees);
    Object.assign(out, { employees_min: size?.min ?? null, employees_max: size?.max ?? null });
  }
  for (const field of ['capital', 'sales'] as const) {
    const text = patch[field];
    if (text === undefined) continue;
    const money = read(field, text, parseMoney);
    Object.assign(out, { [`${field}_min`]: money?.min ?? null, [`${field}_max`]: money?.max ?? null });
  }
  return out;
}
