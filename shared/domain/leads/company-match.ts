import { foldKey } from '#shared/domain/base/text.ts';
import { type Card, personalEmailKeys } from './card.ts';
import { companyDomain } from './emails.ts';

/** What, besides its name, tells a company from its namesakes. Empty when unknown. */
export interface CompanyEvidence {
  domain: string;
  phoneKey: string;
  addressKey: string;
  /** 法人番号. */
  corporateNumber: string;
}

/** What one card says about its company. The address counts down to the first numbers: floor and building vary. */
export function companyEvidence(card: Card): CompanyEvidence {
  const keys = [...personalEmailKeys(card), ...card.emails.map(e => e.key)];
  const street = /^\D*\d+(?:[-−‐ー]\d+)*/.exec(card.address.text.normalize('NFKC'))?.[0] ?? '';
  return {
    domain: keys.map(companyDomain).find(domain => domain !== null) ?? '',
    phoneKey: card.phones.find(p => p.kind === 'main' && p.key !== '')?.key ?? '',
    addressKey: foldKey(street),
    corporateNumber: card.corporateNumber,
  };
}

/**
 * Whether two companies with one strict name key are the same one: a name alone never joins (hundreds of firms share
 * theirs), so their mail domain, main number or address must agree as well. Two corporate numbers decide alone.
 */
export const sameCompany = (a: CompanyEvidence, b: CompanyEvidence): boolean =>
  a.corporateNumber !== '' && b.corporateNumber !== ''
    ? a.corporateNumber === b.corporateNumber
    : sharesContact(a, b);

const sharesContact = (a: CompanyEvidence, b: CompanyEvidence): boolean =>
  (a.domain !== '' && a.domain === b.domain) ||
  (a.phoneKey !== '' && a.phoneKey === b.phoneKey) ||
  (a.addressKey !== '' && a.addressKey === b.addressKey);

/**
 * The kind of a company seen for the first time: that of its namesakes, so that a customer of a list is recognised on the
 * first card. `kinds`: of the companies with the same strict key, in the order they came.
 */
export const kindLikeNamesakes = (kinds: readonly string[]): string =>
  kinds.find(kind => kind !== 'prospect') ?? 'prospect';
