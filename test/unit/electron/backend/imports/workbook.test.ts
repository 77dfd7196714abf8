import writeExcelFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { FileBytes } from '#electron/backend/imports/read-file.ts';
import { readTable } from '#electron/backend/imports/read-table.ts';
import { readAll } from '#electron/backend/imports/file-rows.ts';
import { understand } from '#electron/backend/imports/reading.ts';
import { readWorkbook } from '#electron/backend/imports/workbook.ts';
import { unpackZip } from '#electron/backend/imports/zip-guard.ts';
import { day } from '#shared/domain/base/days.ts';
import { workbookParts, zip, type ZipPart } from '#test/helpers/zip.ts';

const TODAY = day('2026-11-20');
const given = async (bytes: Uint8Array): Promise<FileBytes> => ({
  name: 'cards.xlsx',
  bytes,
  sha256: '',
  sheets: await readWorkbook('cards.xlsx', bytes),
});
async function cards(bytes: Uint8Array) {
  const reading = understand(await given(bytes), {}, TODAY);
  const rows = await readAll(reading.rows, () => Promise.resolve());
  return { reading, cards: rows.flatMap(row => ('card' in row ? [row.card] : [])) };
}
const rowsOf = async (parts: ZipPart[]) => (await readWorkbook('cards.xlsx', zip(parts)))[0]?.rows;

describe('a workbook Excel would write', () => {
  const HEADERS = ['会社名', '氏名', '電話番号', '名刺交換日', 'メモ', '従業員数'];
  const DATA = [
    ['株式会社架空商事', '山本 太郎', 312345678, new Date('2026-11-05T00:00:00Z'), '来週\nA&B の件', 120],
    ['㈱見本', '髙﨑 花子', '090-0000-0001', null, ' 1 < 2 ', null],
  ];
  const write = async () =>
    Uint8Array.from(
      await writeExcelFile(
        [
          HEADERS.map(value => ({ value, type: String })),
          ...DATA.map(row =>
            row.map(value =>
              value === null
                ? null
                : value instanceof Date
                  ? { value, type: Date, format: 'yyyy/mm/dd' }
                  : { value, type: typeof value === 'number' ? Number : String },
            ),
          ),
        ],
        {},
      ).toBuffer(),
    );

  it('goes the way of any table: header, columns, cards', async () => {
    const { reading, cards: read } = await cards(await write());
    expect(reading).toMatchObject({ encoding: null, delimiter: null, header: { index: 0 } });
    expect(reading.columns.map(c => c.use)).toEqual([
      'company',
      'fullName',
      'phoneMain',
      'metOn',
      'memo',
      'employees',
    ]);
    expect(read[0]).toMatchObject({
      company: { name: '株式会社架空商事' },
      person: { last: '山本', first: '太郎' },
      metOn: '2026-11-05',
      memo: '来週\nA&B の件',
      employees: { min: 120, max: 120 },
    });
    expect(read[1]).toMatchObject({ person: { name: '髙﨑 花子' }, phones: [{ value: '090-0000-0001' }] });
  });
  it('a phone number kept as a number gets its zero back, flagged', async () => {
    const { cards: read } = await cards(await write());
    expect(read[0]?.phones[0]).toMatchObject({
      value: '0312345678',
      key: '+81312345678',
      flags: ['zeroRestored'],
    });
    expect(read[0]?.notes).toContainEqual({ code: 'phoneZeroRestored', text: '0312345678' });
  });
});

const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEAD = `<row r="1">${inline('A1', '会社名')}${inline('B1', '氏名')}</row>`;

describe('what a cell shows', () => {
  const rows = async (cells: string, options: Parameters<typeof workbookParts>[1] = {}) =>
    await rowsOf(workbookParts({ 名刺: `<row r="1">${cells}</row>` }, options));

  it('a formula shows its last value, not itself', async () =>
    expect(
      await rows('<c r="A1" t="str"><f>B1&amp;C1</f><v>株式会社架空</v></c><c r="B1"><f>1+1</f><v>2</v></c>'),
    ).toEqual([['株式会社架空', '2']]));
  it('the reading Excel keeps above a name is not part of the name', async () =>
    expect(
      await rows('<c r="A1" t="s"><v>0</v></c>', {
        strings: '<si><t>山本</t><rPh sb="0" eb="2"><t>ヤマモト</t></rPh><phoneticPr fontId="1"/></si>',
      }),
    ).toEqual([['山本']]));
  it('a name in two fonts stays one name', async () =>
    expect(
      await rows('<c r="A1" t="s"><v>0</v></c>', {
        strings: '<si><r><t>髙</t></r><r><t xml:space="preserve">橋 一</t></r></si>',
      }),
    ).toEqual([['髙橋 一']]));
  it.each([
    ['46331', 'yyyy/m/d', false, '2026-11-05'],
    ['46331.5625', 'yyyy/m/d h:mm', false, '2026-11-05 13:30:00'],
    ['44869', 'yyyy/m/d', true, '2026-11-05'],
    ['0.5625', 'h:mm', false, '13:30'],
    ['120', '#,##0&quot;名&quot;', false, '120'],
  ])('number %s as %s (1904: %s) is %s', async (value, format, date1904, shown) =>
    expect(await rows(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format], date1904 })).toEqual([
      [shown],
    ]),
  );
  it.each([
    ['9012345678', '9012345678'],
    ['0.30000000000000004', '0.3'],
    ['1E+3', '1000'],
  ])('number %s without a format is %s', async (value, shown) =>
    expect(await rows(`<c r="A1"><v>${value}</v></c>`)).toEqual([[shown]]),
  );
  it('an error shows nothing, a truth value its word', async () =>
    expect(await rows('<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>1</v></c>')).toEqual([
      ['', 'TRUE'],
    ]));
  it('columns that are only formatted do not count', async () =>
    expect(await rows(`${inline('A1', '会社名')}<c r="R1" s="0"/>`)).toEqual([['会社名']]));
});

it('a date shown as 令和8年 reaches us as a bare number and is still that day', async () => {
  const { cards: read } = await cards(
    zip(
      workbookParts(
        {
          名刺: `<row r="1">${inline('A1', '会社名')}${inline('B1', '名刺交換日')}</row><row r="2">${inline('A2', '株式会社架空')}<c r="B2" s="1"><v>46331</v></c></row>`,
        },
        { formats: ['[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'] },
      ),
    ),
  );
  expect(read[0]?.metOn).toBe('2026-11-05');
});

describe('which sheet is read', () => {
  const sheets = {
    表紙: `<row r="1">${inline('A1', '展示会 名刺一覧')}</row>`,
    空: '',
    一覧: `${HEAD}<row r="3">${inline('A3', '株式会社架空')}${inline('B3', '山本 太郎')}</row>`,
  };
  const file = async () => await given(zip(workbookParts(sheets)));

  it('the one with a header of cards, not the cover', async () => {
    expect(readTable(await file(), {})).toMatchObject({
      sheet: { name: '一覧', names: ['表紙', '一覧'], reason: 'headers', hits: 2 },
      table: { lines: [1, 2, 3] },
    });
  });
  it('the one a person chose', async () =>
    expect(readTable(await file(), { sheet: '表紙' }).sheet).toMatchObject({
      name: '表紙',
      reason: 'chosen',
    }));
  it('a workbook without anything in it is empty', async () => {
    const empty = await given(zip(workbookParts({ 空: '' })));
    expect(() => readTable(empty, {})).toThrow(expect.objectContaining({ code: 'FILE_EMPTY' }));
  });
});

describe('hostile and broken archives', () => {
  const refused = (bytes: Uint8Array, code: string) =>
    expect(readWorkbook('x.xlsx', bytes)).rejects.toMatchObject({ code, data: { name: 'x.xlsx' } });
  const parts = workbookParts({ 名刺: HEAD });
  const zeros = new Uint8Array(16 * 1024 * 1024);

  it('a part that unpacks to a thousand times its size is not opened', () =>
    refused(zip([...parts, { name: 'xl/media/a.xml', content: zeros }]), 'FILE_TOO_LARGE'));
  it('a part that claims to be small and is not stops at its claim', () =>
    refused(
      zip([...parts, { name: 'xl/media/a.xml', content: zeros, claims: 100 }]),
      'FILE_WORKBOOK_BROKEN',
    ));
  it('many small parts count together', () => {
    const many = zip(Array.from({ length: 20 }, (_, i) => ({ name: `${i}.xml`, content: 'x'.repeat(60) })));
    expect(unpackZip(many, { unpacked: 1000, ratio: 100, ratioFrom: 100 })).toBe('tooLarge');
    expect(unpackZip(many, { unpacked: 1200, ratio: 100, ratioFrom: 100 })).toHaveLength(20);
  });
  it('a stray cell in the last column of a long sheet does not fill the memory', () =>
    refused(
      zip(
        workbookParts({
          名刺: `${HEAD}<row r="1048576">${inline('XFD1048576', 'x')}</row>`,
        }),
      ),
      'FILE_TOO_LARGE',
    ));
  it('encrypted parts', () => refused(zip(parts.map(part => ({ ...part, encrypted: true }))), 'FILE_LOCKED'));
  it('no sheets inside', () =>
    refused(zip([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'FILE_WORKBOOK_BROKEN'));
  it('cut off anywhere, it is refused by name and nothing crashes', async () => {
    const whole = zip(parts);
    for (let length = 4; length < whole.length; length += Math.ceil(whole.length / 60))
      await refused(whole.subarray(0, length), 'FILE_WORKBOOK_BROKEN');
  });
});
