import { cleanCell, hasPrivateUse } from '#shared/domain/leads/cell.ts';
import { parseAddress } from '#shared/domain/leads/address.ts';
import type { Card, Note, NoteCode } from '#shared/domain/leads/card.ts';
import { parseCompany } from '#shared/domain/leads/company.ts';
import { type DateOrder, parseDate } from '#shared/domain/leads/dates.ts';
import { departmentFunction } from '#shared/domain/leads/departments.ts';
import { type Emails, parseEmails } from '#shared/domain/leads/emails.ts';
import { parseEmployees } from '#shared/domain/leads/employees.ts';
import { industryLetter } from '#shared/domain/leads/industry.ts';
import { parseName, type PersonName } from '#shared/domain/leads/names.ts';
import { addPhone, parsePhones, type Phone, type PhoneKind } from '#shared/domain/leads/phones.ts';
import { readTitle } from '#shared/domain/leads/titles.ts';
import { tidy } from '#shared/domain/base/text.ts';
import type { Field } from './aliases.ts';
import type { Column } from './columns.ts';

/** How a file's rows become cards. */
export interface CardReader {
  columns: readonly Column[];
  /** Put before the source's ids, so ids of two products never meet. */
  source: string;
  /** Taken for dates without a year. */
  year: number;
  dateOrder: DateOrder;
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
const TAG_SEPARATORS = /\s*:::\s*|[;|、,；\n]/;
const FILLERS = /^(?:00\/0\/0|指定なし|標準|False|--|同上|〃|")$/;
const YES = /^(?:1|y|yes|true|on|はい|○|◯|✓|済|停止|配信停止|不可|拒否|ng)$/i;

type Values = Map<Field, string[]>;

function valuesOf(
  row: readonly string[],
  reader: CardReader,
  notes: Note[],
): { values: Values; tags: string[] } {
  const values: Values = new Map();
  const tags: string[] = [];
  for (const column of reader.columns) {
    if (column.use === 'ignore') continue;
    const text = cleanCell(row[column.index] ?? '');
    if (/^(?:同上|〃)$/.test(text)) notes.push({ code: 'dittoMark', text: column.header });
    if (text === '' || FILLERS.test(text)) continue;
    if (hasPrivateUse(text)) notes.push({ code: 'privateUseCharacter', text });
    if (column.use === 'tag') tags.push(tidy(column.header));
    else values.set(column.use, [...(values.get(column.use) ?? []), text]);
  }
  return { values, tags };
}

function readPhones(values: Values, notes: Note[]): Phone[] {
  const phones: Phone[] = [];
  for (const [field, kind] of PHONE_FIELDS)
    for (const cell of values.get(field) ?? []) {
      const read = parsePhones(cell, kind);
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
  const { emails, unreadable } = parseEmails((values.get('email') ?? []).join('\n'));
  for (const text of unreadable) notes.push({ code: 'emailUnreadable', text });
  return emails;
}

function readPerson(values: Values, notes: Note[]): PersonName {
  const get = (field: Field): string => values.get(field)?.[0] ?? '';
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

function readMetOn(values: Values, reader: CardReader, notes: Note[]): Card['metOn'] {
  const cell = values.get('metOn')?.[0] ?? '';
  const { on, flag } = parseDate(cell, reader.year, reader.dateOrder);
  if (flag === 'unreadable') notes.push({ code: 'dateUnreadable', text: cell });
  if (flag === 'ambiguous') notes.push({ code: 'dateAmbiguous', text: cell });
  if (flag === 'yearAssumed') notes.push({ code: 'dateYearAssumed', text: cell });
  return on;
}

function readCompany(values: Values, notes: Note[]): Card['company'] {
  const cell = values.get('company')?.[0] ?? '';
  const company = parseCompany(cell);
  if (company?.flags.includes('bankKana')) notes.push({ code: 'companyBankKana', text: company.name });
  if (company?.flags.includes('severalNames')) notes.push({ code: 'companySeveral', text: cell });
  if (company?.flags.includes('unreadable')) notes.push({ code: 'unreadableCharacter', text: company.name });
  return company;
}

function readAddress(values: Values, notes: Note[]): Card['address'] {
  const parts = (['prefecture', 'city', 'street', 'building'] as const).flatMap(
    field => values.get(field) ?? [],
  );
  const address = parseAddress(values.get('address')?.[0] ?? '', parts, values.get('postalCode')?.[0] ?? '');
  if (address.others.length > 0) notes.push({ code: 'addressSeveral', text: address.others.join('\n') });
  if (address.postalCodeDamaged) notes.push({ code: 'postalCodeDamaged', text: address.postalCode });
  return address;
}

function readTags(values: Values, flagTags: readonly string[]): string[] {
  const written = (values.get('tags') ?? []).flatMap(cell => cell.split(TAG_SEPARATORS));
  const all = [...written, ...flagTags].map(tag => tidy(tag.replace(/^\*\s*/, ''))).filter(tag => tag !== '');
  return [...new Set(all)];
}

/** Only the four letters of 名刺の仕分け; another scale is somebody else's meaning and stays in the raw row. */
function readRank(cell: string): Card['rank'] {
  const letter = cell.normalize('NFKC').toUpperCase();
  return letter === 'A' || letter === 'B' || letter === 'C' || letter === 'X' ? letter : null;
}

/** Reads one data row. Nothing is rejected here: what cannot be read becomes a note and stays in the raw row. */
export function readCard(row: readonly string[], reader: CardReader): Card {
  const notes: Note[] = [];
  const { values, tags } = valuesOf(row, reader, notes);
  const get = (field: Field): string => tidy(values.get(field)?.[0] ?? '');
  const title = tidy((values.get('title')?.[0] ?? '').replaceAll('\n', ' / '));
  const { rank, unsure } = readTitle(title);
  if (unsure) notes.push({ code: 'titleUnsure', text: title });
  const department = get('department');
  const id = get('personId');
  return {
    person: readPerson(values, notes),
    company: readCompany(values, notes),
    companyKana: get('companyKana'),
    department,
    departmentFunction: departmentFunction(department),
    title,
    titleRank: rank,
    emails: readEmails(values, notes),
    phones: readPhones(values, notes),
    address: readAddress(values, notes),
    url: (values.get('url')?.[0] ?? '').split('\n')[0] ?? '',
    metOn: readMetOn(values, reader, notes),
    tags: readTags(values, tags),
    memo: (values.get('memo') ?? []).join('\n'),
    industry: industryLetter(get('industry')),
    employees: parseEmployees(get('employees')),
    owner: get('owner'),
    externalId: id === '' ? '' : `${reader.source}:${id}`,
    rank: readRank(get('rank')),
    optOut: (values.get('optOut') ?? []).some(cell => YES.test(cell.normalize('NFKC'))),
    notes,
  };
}
