import { readHeader } from '#shared/domain/imports/aliases.ts';
import { parseCompany } from './company.ts';
import { parseCorporateNumber } from './money.ts';

/** A company as a customer list names it. */
export interface ListedCompany {
  line: number;
  name: string;
  strictKey: string;
  looseKey: string;
  corporateNumber: string | null;
}

export interface CompanyList {
  companies: ListedCompany[];
  /** Lines whose company was named before on the list. */
  repeated: number;
  /** Lines that name no company, with what stands there. */
  unread: { line: number; text: string }[];
  /** The column the names were taken from; '' when the list has no header. */
  header: string;
}

const HEADER_WITHIN = 30;
const LEGAL_FORM = /株式会社|有限会社|合同会社|法人|組合|\(株\)|（株）|㈱|㈲|co\.|inc|ltd|corp|llc/i;

interface Columns {
  first: number;
  name: number;
  number: number | null;
  header: string;
}

/** A header that names a company decides; else the column with the most legal forms; else the first that holds anything. */
function columnsOf(rows: readonly (readonly string[])[]): Columns {
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const name = row.findIndex(cell => readHeader(cell).field === 'company');
    if (name < 0) continue;
    const number = row.findIndex(cell => readHeader(cell).field === 'corporateNumber');
    return { first: index + 1, name, number: number < 0 ? null : number, header: (row[name] ?? '').trim() };
  }
  const width = Math.max(0, ...rows.map(row => row.length));
  const score = (column: number): number =>
    rows.filter(row => LEGAL_FORM.test(row[column] ?? '')).length * 1000 +
    rows.filter(row => (row[column] ?? '').trim() !== '').length;
  const order = Array.from({ length: width }, (_, i) => i).sort((a, b) => score(b) - score(a) || a - b);
  return { first: 0, name: order[0] ?? 0, number: null, header: '' };
}

/** Reads a table that names companies, one per row; each company once. `lines`: 1-based line of every row. */
export function readCompanyList(rows: readonly (readonly string[])[], lines: readonly number[]): CompanyList {
  const { first, name, number, header } = columnsOf(rows);
  const found = new Map<string, ListedCompany>();
  const list: CompanyList = { companies: [], repeated: 0, unread: [], header };
  for (const [i, row] of rows.entries()) {
    if (i < first || row.every(cell => cell.trim() === '')) continue;
    const line = lines[i] ?? i + 1;
    const cell = row[name] ?? '';
    const company = parseCompany(cell);
    if (company === null || company.strictKey === '') {
      list.unread.push({ line, text: row.filter(text => text.trim() !== '').join(' ') });
      continue;
    }
    if (found.has(company.strictKey)) {
      list.repeated++;
      continue;
    }
    found.set(company.strictKey, {
      line,
      name: company.name,
      strictKey: company.strictKey,
      looseKey: company.looseKey,
      corporateNumber: number === null ? null : parseCorporateNumber(row[number] ?? '') || null,
    });
  }
  list.companies = [...found.values()];
  return list;
}

export interface KnownCompany {
  id: number;
  name: string;
  strictKey: string;
  looseKey: string;
  corporateNumber: string | null;
  kind: string;
}

/** What a listed company is among those the store knows. */
export interface ListedMatch<K extends KnownCompany> {
  listed: ListedCompany;
  /** The same company: by its number, or by its name with legal form and position. */
  same: K[];
  /** Perhaps the same: a person says which. Empty when `same` is not. */
  perhaps: K[];
}

/** Matches a list against known companies: the number or the strict key settles it, the loose key only asks. */
export function matchListed<K extends KnownCompany>(
  companies: readonly ListedCompany[],
  known: readonly K[],
): ListedMatch<K>[] {
  const byStrict = Map.groupBy(known, company => company.strictKey);
  const byLoose = Map.groupBy(known, company => company.looseKey);
  const byNumber = Map.groupBy(known, company => company.corporateNumber);
  return companies.map(listed => {
    const numbered = listed.corporateNumber === null ? [] : (byNumber.get(listed.corporateNumber) ?? []);
    const same = [...new Set([...numbered, ...(byStrict.get(listed.strictKey) ?? [])])];
    return { listed, same, perhaps: same.length > 0 ? [] : (byLoose.get(listed.looseKey) ?? []) };
  });
}
