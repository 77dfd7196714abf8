import { describe, expect, it } from 'vitest';
import type { FileBytes } from '#electron/backend/imports/read-file.ts';
import { readTable } from '#electron/backend/imports/read-table.ts';
import { readAll } from '#electron/backend/imports/file-rows.ts';
import { understand } from '#electron/backend/imports/reading.ts';
import { day } from '#shared/domain/base/days.ts';
import { placeRows } from '#shared/domain/imports/plan.ts';
import { countRows, resolveRows } from '#shared/domain/imports/resolve.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { cp932 } from '#test/helpers/cp932.ts';

const TODAY = day('2026-11-20');
const file = (bytes: Uint8Array | string): FileBytes => ({
  name: 'cards.csv',
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  sha256: '',
});
const table = (text: string) => {
  const read = readTable(file(text), {}).table;
  return { ...read, rows: [...read.rows] };
};
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('rows and the lines they start on', () => {
  it.each([
    ['CRLF', '会社名,氏名\r\n甲,"山本\r\n太郎"\r\n乙,佐藤\r\n'],
    ['LF', '会社名,氏名\n甲,"山本\r\n太郎"\n乙,佐藤\n'],
    ['LF after a quoted last cell with CRLF', '会社名,氏名\n甲,"山本\r\n太郎"\r\n乙,佐藤'],
  ])('%s', (_name, text) => {
    expect(table(text)).toMatchObject({
      rows: [
        ['会社名', '氏名'],
        ['甲', '山本\r\n太郎'],
        ['乙', '佐藤'],
      ],
      lines: [1, 2, 4],
    });
  });
  it('old Macintosh line ends', () =>
    expect(table('会社名,氏名\r甲,山本\r').rows).toEqual([
      ['会社名', '氏名'],
      ['甲', '山本'],
    ]));
  it('keeps what Excel protects and a lone quote inside a cell', () => {
    expect(table('会社名,TEL\n5"モニター商会,="090-0000-0001"\n').rows[1]).toEqual([
      '5"モニター商会',
      '="090-0000-0001"',
    ]);
  });
  it('names the line of a quoted cell that never ends', () => {
    expect(() => table('会社名,氏名\n甲,"a\nb"\n"乙,佐藤\n丙,鈴木\n')).toThrow(
      expect.objectContaining({ code: 'FILE_QUOTE_OPEN', data: { name: 'cards.csv', line: 4 } }),
    );
  });
  it('marks a row whose quotes cannot be trusted', () => {
    expect(table('会社名,氏名\n"マ"イク,山本"\n乙,佐藤\n').quoteDamaged).toEqual(new Set([2]));
  });
});

describe('a person may choose otherwise', () => {
  const text = '会社名,氏名\n株式会社甲,山本 太郎\n';
  it('the encoding', () => {
    expect(readTable(file(cp932(text)), { encoding: 'utf-8' }).encoding).toMatchObject({
      encoding: 'utf-8',
      reason: 'chosen',
    });
  });
  it('no header: the first row is a card', () => {
    const reading = understand(file(text), { headerRow: 0, columns: { 0: 'company', 1: 'fullName' } }, TODAY);
    expect(reading.rows.first).toBe(0);
    expect(reading.columns.map(c => [c.use, c.reason])).toEqual([
      ['company', 'chosen'],
      ['fullName', 'chosen'],
    ]);
  });
  it('the header by its line', () => {
    const reading = understand(
      file(`会社名,氏名\n"会\n社",氏\n株式会社甲,山本 太郎\n`),
      { headerRow: 2 },
      TODAY,
    );
    expect(reading.header).toEqual({ index: 1, reason: 'chosen', hits: 0 });
  });
});

/** Everything between the bytes of a file and the moment of writing. */
async function importBytes(bytes: Uint8Array) {
  const reading = understand(file(bytes), {}, TODAY);
  const rows = await readAll(reading.rows, () => Promise.resolve());
  return { reading, rows: resolveRows(rows, placeRows(rows, []), new Map(), TODAY).rows };
}

it.each([
  ['UTF-8', (text: string) => new TextEncoder().encode(text)],
  ['CP932', cp932],
  ['UTF-16LE', utf16],
])('%s: an undamaged file comes in whole', async (_name, encode) => {
  const { rows } = await importBytes(encode(cardFile(200).text));
  expect(countRows(rows)).toMatchObject({ read: 200, setAside: 0, blank: 0 });
});
