import type { Company } from '#shared/contract/companies.ts';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';

type Range = Company['capital'];

/** A range in words: 100名〜299名, 300名以上; '' for an unknown one. */
function rangeText(t: Catalogue, range: Range, show: (value: number) => string): string {
  if (range === null) return '';
  const { min, max } = range;
  if (min === null) return max === null ? '' : t.companies.atMost(show(max));
  if (max === null) return t.companies.atLeast(show(min));
  return min === max ? show(min) : t.common.range(show(min), show(max));
}

export const employeesText = (t: Catalogue, range: Range): string =>
  rangeText(t, range, t.companies.headcount);
export const moneyText = (t: Catalogue, range: Range): string => rangeText(t, range, t.companies.yen);

export function industryText(t: Catalogue, letter: string | null): string {
  const words: Readonly<Record<string, string>> = t.companies.industries;
  return letter === null ? '' : (words[letter] ?? letter);
}

/** What an edit starts from, written so that the backend reads the same back: in Japanese, whatever is shown. */
export function draftOf(company: Company) {
  const ja = catalogue('ja');
  return {
    name: company.name,
    industry: company.industry ?? '',
    employees: employeesText(ja, company.employees),
    capital: moneyText(ja, company.capital),
    sales: moneyText(ja, company.sales),
    corporateNumber: company.corporateNumber ?? '',
  };
}

/** A member by name; the one person who has not said theirs is the user of this laptop. */
export const ownerText = (t: Catalogue, name: string | null): string =>
  name === null ? t.companies.nobody : name || t.nav.member;
