import { remembered } from '#shared/domain/base/remembered.ts';
import { type Address, type AddressParts, parseAddress } from '#shared/domain/leads/address.ts';
import type { Card, Note, NoteCode } from '#shared/domain/leads/card.ts';
import { parseCompany } from '#shared/domain/leads/company.ts';
import { type DateOrder, parseDate } from '#shared/domain/leads/dates.ts';
import { departmentFunction } from '#shared/domain/leads/departments.ts';
import { type Emails, parseEmails } from '#shared/domain/leads/emails.ts';
import { parseEmployees } from '#shared/domain/leads/employees.ts';
import { industryLetter } from '#shared/domain/leads/industry.ts';
import { parseCorporateNumber, parseMoney } from '#shared/domain/leads/money.ts';
import { besideName, parseName, type PersonName } from '#shared/domain/leads/names.ts';
import { addPhone, parsePhones, type Phone, type PhoneKind } from '#shared/domain/leads/phones.ts';
import { readTitle } from '#shared/domain/leads/titles.ts';
import { tidy } from '#shared/domain/base/text.ts';
import type { Field } from './aliases.ts';
import { readAttended } from './attendance.ts';
import { cellsOf, type Value, type Values } from './cells.ts';
import type { Column } from './columns.ts';
import { type Defaults, withDefaults } from './defaults.ts';
import { isPermission } from './header-words.ts';
import { type TagSeparator, tagsOf } from './tags.ts';

// Most cells of these columns stand on many cards of a file.
const phonesOf = remembered(parsePhones);
const companyOf = remembered(parseCompany);
const addressOf = remembered(parseAddress);
const dateOf = remembered(parseDate);
const titleOf = remembered(readTitle);
const functionOf = remembered(departmentFunction);
const moneyOf = remembered(parseMoney);
const employeesOf = remembered(parseEmployees);

/** How a file's rows become cards. */
export interface CardReader {
  columns: readonly Column[];
  /** Put before the source's ids, so ids of two products never meet. */
  source: string;
  /** Taken for dates without a year. */
  year: number;
  dateOrder: DateOrder;
  /** Between the tags of a cell, where the file has a habit. */
  tagSeparator?: TagSeparator | null;
  /** For fields a row leaves empty. */
  defaults?: Defaults | undefined;
  /** Names a card: `cardText` or a digest of it. */
  cardKey(card: Card): string;
}

const PHONE_FIELDS: readonly (readonly [Field, PhoneKind])[] = [
  ['phoneDirect', 'direct'],
  ['phoneMain', 'main'],
  ['phoneDepartment', 'department'],
  ['mobile', 'mobile'],
  ['fax', 'fax'],
];
const textsOf = (values: Values, field: Field): string[] =>
  (values.get(field) ?? []).map(value => value.text);
const textOf = (values: Values, field: Field): string => values.get(field)?.[0]?.text ?? '';

/** What belongs to the first company: 役職2 of one company is a second post, beside 会社名2 it is the other company's. */
function textsOfCompany(values: Values, field: Field): string[] {
  const [first, ...others] = values.get('company') ?? [];
  const elsewhere = new Set(others.map(value => value.set).filter(set => set !== first?.set));
  return (values.get(field) ?? []).filter(value => !elsewhere.has(value.set)).map(value => value.text);
}

function readPhones(values: Values, notes: Note[]): Phone[] {
  const phones: Phone[] = [];
  for (const [field, kind] of PHONE_FIELDS)
    for (const { text: cell } of values.get(field) ?? []) {
      const read = phonesOf(cell, kind);
      for (const phone of read.phones) {
        addPhone(phones, phone);
        if (phone.flags.includes('zeroRestored'))
          notes.push({ code: 'phoneZeroRestored', text: phone.value });
      }
      for (const { text, reason } of read.unreadable)
        notes.push({ code: reason === 'PHONE_EXPONENT' ? 'phoneExponent' : 'phoneUnreadable', text });
    }
  return phones;
}

function readEmails(values: Values, notes: Note[]): Emails['emails'] {
  const { emails, unreadable } = parseEmails(textsOf(values, 'email').join('\n'));
  for (const text of unreadable) notes.push({ code: 'emailUnreadable', text });
  return emails;
}

function readPerson(values: Values, notes: Note[]): PersonName {
  const get = (field: Field): string => textOf(values, field);
  const person = parseName({
    full: get('fullName'),
    last: get('lastName'),
    first: get('firstName'),
    kana: get('kana'),
    lastKana: get('lastKana'),
    firstKana: get('firstKana'),
  });
  const codes: Record<PersonName['flags'][number], NoteCode> = {
    nameNotSplit: 'nameNotSplit',
    nameOrderFromFullName: 'nameOrderChanged',
    nameUnreadable: 'unreadableCharacter',
    degreeRemoved: 'degreeRemoved',
  };
  for (const flag of person.flags) notes.push({ code: codes[flag], text: get('fullName') || person.name });
  return person;
}

const NAME_FIELDS = ['fullName', 'lastName', 'firstName'] as const;

/** The day of the exchange comes before the day somebody typed the card in. */
const DATE_ORDER = [/交換/, /取得|来場|受付|読取|connected|join/i, /./s];

function readMetOn(values: Values, reader: CardReader, notes: Note[]): Card['metOn'] {
  const cells = values.get('metOn') ?? [];
  const best = DATE_ORDER.map(pattern => cells.find(({ header }) => pattern.test(header))).find(
    found => found,
  );
  const cell = (best ?? cells[0])?.text ?? '';
  const { on, flag } = dateOf(cell, reader.year, reader.dateOrder);
  if (flag === 'unreadable') notes.push({ code: 'dateUnreadable', text: cell });
  if (flag === 'ambiguous') notes.push({ code: 'dateAmbiguous', text: cell });
  if (flag === 'yearAssumed') notes.push({ code: 'dateYearAssumed', text: cell });
  return on;
}

function readCompany(values: Values, notes: Note[]): Card['company'] {
  const cell = textOf(values, 'company');
  const company = companyOf(cell);
  if (company?.flags.includes('bankKana')) notes.push({ code: 'companyBankKana', text: company.name });
  const several = new Set(textsOf(values, 'company')).size > 1;
  if (several || company?.flags.includes('severalNames'))
    notes.push({ code: 'companySeveral', text: textsOf(values, 'company').join('\n') });
  if (company?.flags.includes('unreadable')) notes.push({ code: 'unreadableCharacter', text: company.name });
  return company;
}

const ADDRESS_FIELDS = ['address', 'prefecture', 'city', 'street', 'building', 'postalCode'] as const;

/** The address of one set of numbered columns. */
function addressOfSet(values: Values, set: number): Address {
  const texts = (field: Field): string[] =>
    (values.get(field) ?? []).filter(value => value.set === set).map(value => value.text);
  const [street = '', ...further] = texts('street');
  const parts: AddressParts = {
    prefecture: texts('prefecture')[0] ?? '',
    city: texts('city').join(''),
    street,
    inside: [...further, ...texts('building')],
  };
  return addressOf(texts('address').join('\n'), parts, texts('postalCode')[0] ?? '');
}

function readAddress(values: Values, notes: Note[]): Address {
  const sets = new Set(ADDRESS_FIELDS.flatMap(field => (values.get(field) ?? []).map(value => value.set)));
  const all = [...sets].sort((a, b) => a - b).map(set => addressOfSet(values, set));
  const [first, ...rest] = [...all.filter(a => a.text !== ''), ...all.filter(a => a.text === '')];
  if (!first) return addressOf('', { prefecture: '', city: '', street: '', inside: [] }, '');
  const others = [...first.others, ...rest.flatMap(a => [a.text, ...a.others])].filter(text => text !== '');
  if (others.length > 0) notes.push({ code: 'addressSeveral', text: others.join('\n') });
  if (first.postalCodeDamaged) notes.push({ code: 'postalCodeDamaged', text: first.postalCode });
  return { ...first, others };
}

const STOP =
  /^(?:否|不可|不要|不同意|拒否|停止|配信停止|解除|退会|禁止|ng|(?:希望|同意|購読)し|受け取らない)(?!する)/i;
const ALLOWED = /^(?:可|許可|ok|希望する|同意する|購読する|受け取る)/i;
const YES = /^(?:1|y|yes|true|on|はい|有|する|○|◯|〇|✓|✔|済|チェック|(?:19|20)\d\d[-/.年])/i;
const NO = /^(?:0|n|no|off|false|いいえ|無|なし|しない|×|✕|x|✗)$/i;

/** Whether a cell says that somebody wants no mail, or no call. `1` under 配信停止 stops; under DM可否 it allows. */
function isRefused({ text, header }: Value): boolean {
  const cell = text.normalize('NFKC').trim();
  if (STOP.test(cell)) return true;
  if (ALLOWED.test(cell)) return false;
  return isPermission(header) ? NO.test(cell) : YES.test(cell);
}

/** Only the four letters of 名刺の仕分け; another scale is somebody else's meaning and stays in the raw row. */
function readRank(cell: string): Card['rank'] {
  const letter = cell.normalize('NFKC').toUpperCase();
  return letter === 'A' || letter === 'B' || letter === 'C' || letter === 'X' ? letter : null;
}

/** Reads one data row. Nothing is rejected here: what cannot be read becomes a note and stays in the raw row. */
export function readCard(row: readonly string[], reader: CardReader): Card {
  const notes: Note[] = [];
  const { values: cells, flags } = cellsOf(row, reader.columns, notes);
  const values = withDefaults(cells, reader.defaults);
  const get = (field: Field): string => tidy(textOf(values, field));
  const money = (field: 'capital' | 'sales') =>
    moneyOf(textOf(values, field), values.get(field)?.[0]?.header ?? '');
  const titles = textsOfCompany(values, 'title').map(text => tidy(text.replaceAll('\n', ' / ')));
  const title = [...new Set(titles)].join(' / ');
  const { rank, unsure } = titleOf(title);
  if (unsure) notes.push({ code: 'titleUnsure', text: title });
  const department = [...new Set(textsOfCompany(values, 'department').map(tidy))].join(' ');
  const tags = textsOf(values, 'tags').flatMap(cell => tagsOf(cell, reader.tagSeparator ?? null));
  const id = get('personId');
  return {
    person: readPerson(values, notes),
    company: readCompany(values, notes),
    companyKana: get('companyKana'),
    corporateNumber: parseCorporateNumber(get('corporateNumber')),
    department,
    departmentFunction: functionOf(department),
    title,
    titleRank: rank,
    emails: readEmails(values, notes),
    phones: readPhones(values, notes),
    address: readAddress(values, notes),
    url: textOf(values, 'url').split('\n')[0] ?? '',
    metOn: readMetOn(values, reader, notes),
    tags: [...new Set([...tags, ...flags])],
    memo: [
      ...textsOf(values, 'memo'),
      ...besideName(NAME_FIELDS.flatMap(field => textsOf(values, field))),
    ].join('\n'),
    industry: industryLetter(get('industry')),
    employees: employeesOf(get('employees')),
    capital: money('capital'),
    sales: money('sales'),
    owner: get('owner'),
    externalId: id === '' ? '' : `${reader.source}:${id}`,
    rank: readRank(get('rank')),
    optOut: (values.get('optOut') ?? []).some(isRefused),
    doNotCall: (values.get('doNotCall') ?? []).some(isRefused),
    attended: readAttended(row, reader.columns),
    notes,
  };
}
