import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileBytes } from '#electron/backend/imports/read-file.ts';
import { readAll } from '#electron/backend/imports/file-rows.ts';
import { understand } from '#electron/backend/imports/reading.ts';
import { readWorkbook } from '#electron/backend/imports/workbook.ts';
import { day } from '#shared/domain/base/days.ts';
import type { CardRow, ReadRow } from '#shared/domain/imports/plan.ts';
import type { Card } from '#shared/domain/leads/card.ts';

const TODAY = day('2026-11-20');
const FIXTURES = new URL('../fixtures/cards/', import.meta.url).pathname;

export async function fileOf(name: string, content: Uint8Array | string): Promise<FileBytes> {
  const bytes = Buffer.from(content);
  const isWorkbook = name.endsWith('.xlsx');
  return { name, bytes, sha256: '', ...(isWorkbook && { sheets: await readWorkbook(name, bytes) }) };
}

/** A file read as an import reads it, with nothing chosen by hand. */
export async function readFile(file: FileBytes) {
  const reading = understand(file, {}, TODAY);
  const rows: ReadRow[] = await readAll(reading.rows, () => Promise.resolve());
  return { reading, rows, cards: rows.filter((row): row is CardRow => 'card' in row).map(row => row.card) };
}
export const readFixture = async (name: string) =>
  await readFile(await fileOf(basename(name), readFileSync(FIXTURES + name)));
/** A CSV of these cells, comma-separated, as cards. */
export const cardsOf = async (...rows: readonly string[][]): Promise<Card[]> => {
  const quoted = rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','));
  return (await readFile(await fileOf('cards.csv', quoted.join('\r\n')))).cards;
};

/** Everything a card holds and nothing that is empty, so that equality also proves what was left out. */
export function brief(card: Card): Record<string, unknown> {
  const { person, company, address, employees, capital, sales } = card;
  const range = (r: typeof employees): string => (r ? `${r.min ?? ''}–${r.max ?? ''}` : '');
  const all = {
    name: person.name,
    kana: person.kana,
    company: company?.name ?? '',
    branch: company?.branch ?? '',
    companyKana: card.companyKana,
    department: card.department,
    title: card.title,
    emails: card.emails.map(e => e.value),
    phones: card.phones.map(p => `${p.kind} ${p.value}${p.ext && ` ext ${p.ext}`}`),
    postal: address.postalCode,
    address: address.text,
    otherAddresses: address.others,
    url: card.url,
    metOn: card.metOn ?? '',
    tags: card.tags,
    memo: card.memo,
    owner: card.owner,
    id: card.externalId,
    rank: card.rank ?? '',
    optOut: card.optOut || '',
    doNotCall: card.doNotCall || '',
    industry: card.industry ?? '',
    employees: range(employees),
    capital: range(capital),
    sales: range(sales),
    corporateNumber: card.corporateNumber,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '' && String(value) !== ''));
}
