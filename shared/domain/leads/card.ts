import type { Day } from '#shared/domain/base/days.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import type { Address } from './address.ts';
import type { CompanyName } from './company.ts';
import type { DepartmentFunction } from './departments.ts';
import type { Email } from './emails.ts';
import type { Employees } from './employees.ts';
import type { Money } from './money.ts';
import type { PersonName } from './names.ts';
import { isMobileKey, type Phone } from './phones.ts';
import type { TitleRank } from './titles.ts';

/** Weightiest first. Something a person may want to look at; the card is imported all the same and the raw row is kept. */
export const NOTE_CODES = [
  'ownStaff',
  'testScan',
  'phoneExponent',
  'phoneUnreadable',
  'emailUnreadable',
  'dateUnreadable',
  'dateAmbiguous',
  'dittoMark',
  'privateUseCharacter',
  'unreadableCharacter',
  'phoneZeroRestored',
  'postalCodeDamaged',
  'dateYearAssumed',
  'companySeveral',
  'addressSeveral',
  'companyBankKana',
  'nameOrderChanged',
  'degreeRemoved',
  'titleUnsure',
  'nameNotSplit',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];
export interface Note {
  code: NoteCode;
  /** The part of the cell it is about. */
  text: string;
}

/** Somebody was at an event, and for how many minutes where the tool counts them. */
export interface Attended {
  minutes: number | null;
}

/** One business card, cleaned: what is shown stays as printed, keys are folded. */
export interface Card {
  person: PersonName;
  company: CompanyName | null;
  companyKana: string;
  /** 法人番号, 13 digits, or ''. */
  corporateNumber: string;
  department: string;
  departmentFunction: DepartmentFunction | null;
  title: string;
  titleRank: TitleRank | null;
  emails: Email[];
  phones: Phone[];
  address: Address;
  url: string;
  /** Null when the card has no readable date. */
  metOn: Day | null;
  tags: string[];
  memo: string;
  /** Letter A–T of the Japan Standard Industrial Classification; null when unknown. */
  industry: string | null;
  employees: Employees | null;
  capital: Money | null;
  sales: Money | null;
  owner: string;
  /** The source's id of the person with the source's name before it (`numbered:P-0001`), or ''. */
  externalId: string;
  /** 名刺の仕分け done in the file. */
  rank: 'A' | 'B' | 'C' | 'X' | null;
  optOut: boolean;
  /** 電話禁止: an import may set it, never lift it. */
  doNotCall: boolean;
  /** Null where the file says nothing about it. */
  attended: Attended | null;
  notes: Note[];
}

/** Addresses that can identify the person. */
export const personalEmailKeys = (card: Card): string[] => card.emails.filter(e => !e.isRole).map(e => e.key);
export const mobileKeys = (card: Card): string[] =>
  card.phones.filter(p => p.kind === 'mobile' && isMobileKey(p.key)).map(p => p.key);
export const landlineKeys = (card: Card): string[] =>
  card.phones.filter(p => p.key !== '' && p.kind !== 'mobile' && p.kind !== 'fax').map(p => p.key);

/** True when nothing on the card says who or which company it is. */
export const isAnonymous = (card: Card): boolean => card.person.key === '' && card.company === null;

/**
 * The text two readings of the same card share: everything that was printed on it, folded, and its date. Memo, tags and
 * owner are left out because people edit them. Equal texts: the same card, so importing a file twice adds nobody.
 */
export function cardText(card: Card): string {
  const keys = [...card.emails.map(e => e.key), ...card.phones.map(p => p.key || p.value)].sort();
  return [
    card.externalId,
    card.person.key,
    card.company?.strictKey ?? '',
    foldKey(card.company?.branch ?? ''),
    foldKey(card.department),
    foldKey(card.title),
    foldKey(card.address.text),
    card.metOn ?? '',
    ...keys,
  ].join('\u0001');
}
