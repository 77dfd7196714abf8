import fc from 'fast-check';
import papaparse from 'papaparse';
import writeExcelFile from 'write-excel-file/node';
import { expect, it } from 'vitest';
import { isAppError } from '#electron/backend/errors.ts';
import { countRows, countsAddUp, resolveRows } from '#shared/domain/imports/resolve.ts';
import { placeRows } from '#shared/domain/imports/plan.ts';
import { day } from '#shared/domain/base/days.ts';
import type { Card } from '#shared/domain/leads/card.ts';
import { fileOf, readFile } from '#test/helpers/card-brief.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { counted } from '#test/helpers/runs.ts';

const TODAY = day('2026-11-20');
const table = (rows: number): string[][] => papaparse.parse<string[]>(cardFile(rows).text.trim()).data;
const workbook = async (rows: readonly string[][]): Promise<Uint8Array> =>
  Uint8Array.from(
    await writeExcelFile(
      rows.map(row => row.map(value => ({ value }))),
      {},
    ).toBuffer(),
  );
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
/** The cells of the sample table as contacts, by their headers. */
function vcards([header = [], ...rows]: readonly string[][]): string {
  return rows
    .map(row => {
      const get = (name: string): string => escaped(row[header.indexOf(name)] ?? '');
      return [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `N:${get('氏名［姓］')};${get('氏名［名］')};;;`,
        `ORG:${get('会社名')};${get('部署名')}`,
        `TITLE:${get('役職')}`,
        `EMAIL:${get('Email(1)')}`,
        `TEL;TYPE=CELL:${get('携帯電話(1)')}`,
        'END:VCARD',
        '',
      ].join('\r\n');
    })
    .join('');
}
const person = ({ person: p, company, department, title, emails }: Card) => [
  p.name,
  company?.name,
  department,
  title,
  emails.map(e => e.key),
];

it('the same people as CSV and as a workbook are the same cards', async () => {
  const rows = table(300);
  const text = await readFile(await fileOf('cards.csv', cardFile(300).text));
  const book = await readFile(await fileOf('cards.xlsx', await workbook(rows)));
  expect(book.cards).toEqual(text.cards);
  expect(text.cards).toHaveLength(300);
});

it('the same people as CSV and as contacts are the same people', async () => {
  const text = await readFile(await fileOf('cards.csv', cardFile(300).text));
  const contacts = await readFile(await fileOf('cards.vcf', vcards(table(300))));
  expect(contacts.cards.map(person)).toEqual(text.cards.map(person));
});

it('a damaged workbook or contact file is read with every row accounted for, or refused by name', {
  timeout: 300_000,
}, async () => {
  const rows = table(6);
  const originals = [
    { name: 'cards.xlsx', bytes: await workbook(rows) },
    { name: 'cards.vcf', bytes: new TextEncoder().encode(vcards(rows)) },
  ];
  const damage = fc.record({
    at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    value: fc.nat({ max: 255 }),
    kind: fc.nat({ max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.array(damage, { minLength: 1, maxLength: 8 }),
      async ({ name, bytes }, damages) => {
        const broken = [...bytes];
        for (const { at, value, kind } of damages) {
          const i = Math.floor(at * broken.length);
          if (kind === 0) broken[i] = value;
          else if (kind === 1) broken.splice(i, 1);
          else if (kind === 2) broken.splice(i, 0, value);
          else broken.splice(i, value);
        }
        try {
          const { rows: read } = await readFile(await fileOf(name, Uint8Array.from(broken)));
          const counts = countRows(resolveRows(read, placeRows(read, []), new Map(), TODAY).rows);
          expect(countsAddUp(counts)).toBe(true);
          expect(counts.read).toBe(read.length);
        } catch (error) {
          if (!isAppError(error)) throw error;
          expect(error.code).toMatch(/^FILE_/);
        }
      },
    ),
    counted(4000),
  );
});
