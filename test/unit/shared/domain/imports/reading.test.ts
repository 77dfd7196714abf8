import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '#shared/domain/imports/columns.ts';
import { sniffDelimiter, sniffNewline } from '#shared/domain/imports/delimiter.ts';
import { type Decode, decodeMixed, sniffEncoding } from '#shared/domain/imports/encoding.ts';
import { fileKind } from '#shared/domain/imports/file-kind.ts';
import { findHeader, rowShapes } from '#shared/domain/imports/layout.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import { counted } from '#test/helpers/runs.ts';

const decode: Decode = (bytes, label, fatal) => {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const guess = (bytes: Uint8Array) => sniffEncoding(bytes);

describe('encoding', () => {
  it.each([
    ['a byte order mark', utf8('\uFEFF会社名'), 'utf-8', 'bom'],
    ['UTF-8 without one', utf8('会社名,氏名'), 'utf-8', 'utf8Valid'],
    ['plain ASCII', utf8('name,company'), 'utf-8', 'ascii'],
    ['CP932', cp932('会社名,氏名'), 'shift_jis', 'notUtf8'],
    ['UTF-16LE with a mark', utf16('\uFEFF会社名'), 'utf-16le', 'bom'],
    ['UTF-16LE without one', utf16('ab'), 'utf-16le', 'nulBytes'],
    ['CP932 of half-width kana that is valid UTF-8', cp932('ﾄｻ'), 'shift_jis', 'kanaOnly'],
    ['UTF-8 of a Western name', utf8('Müller,José'), 'utf-8', 'utf8Valid'],
  ])('%s', (_name, bytes, expected, reason) =>
    expect(guess(bytes)).toMatchObject({ encoding: expected, reason }),
  );

  it('a few lines of another encoding are read line by line, a damaged byte stays one damaged character', () => {
    const bytes = Uint8Array.from([
      ...utf8('会社名,氏名\n架空,山本\n'),
      ...cp932('見本,佐藤\n'),
      ...utf8('試作商事,髙橋').filter((_, i) => i !== 4),
      0x0a,
      ...utf8('乙,鈴木\n'),
    ]);
    expect(guess(bytes)).toEqual({ encoding: 'utf-8', reason: 'utf8Mixed', line: 3 });
    const [, , third, fourth, fifth] = [...decodeMixed(bytes, decode)].join('').split('\n');
    expect([third, fifth]).toEqual(['見本,佐藤', '乙,鈴木']);
    expect(fourth).toMatch(/^試\uFFFD+商事,髙橋$/);
  });
  it('tells UTF-8 from anything else as the platform decoder does', () => {
    const nearly = fc.array(
      fc.constantFrom(
        0x41,
        0x80,
        0x8f,
        0x90,
        0x9f,
        0xa0,
        0xbf,
        0xc1,
        0xc2,
        0xdf,
        0xe0,
        0xe3,
        0xed,
        0xef,
        0xf0,
        0xf4,
        0xf5,
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(nearly, codes => {
        const bytes = Uint8Array.from([...utf8('漢字の行\n漢字の行\n'), ...codes]);
        const { encoding, reason } = guess(bytes);
        const isValid = decode(bytes, 'utf-8', true) !== null;
        expect(encoding === 'utf-8' && reason === 'utf8Valid').toBe(isValid);
      }),
      counted(20_000),
    );
  });
  it('names the first line that is not UTF-8', () => {
    expect(guess(Uint8Array.from([...utf8('会社名\nok\n'), ...cp932('株式会社架空'), 0x0a])).line).toBe(3);
  });
});

describe('files that are no table', () => {
  it.each([
    ['empty', utf8(' \r\n')],
    ['png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['pdf', utf8('%PDF-1.7')],
    ['zip', utf8('PK\x03\x04abc')],
    ['xlsx', utf8(`PK\x03\x04${'abc '.repeat(2000)}xl/workbook.xml`)],
    ['xls', Uint8Array.from([...OLE, 0, 0, 1])],
    ['html', utf8('\uFEFF\r\n<html><table><tr><td>株式会社架空</td></tr></table></html>')],
    ['html', utf8('<?xml version="1.0"?><Workbook></Workbook>')],
    ['locked', Uint8Array.from([...OLE, 0, 0, 1, ...utf16('EncryptedPackage')])],
  ])('%s', (kind, bytes) => expect(fileKind(bytes)).toBe(kind));
  it('text is no binary, also when it starts like one', () => {
    expect(fileKind(utf8('BMW Japan,山本'))).toBeNull();
    expect(fileKind(cp932('会社名'))).toBeNull();
  });
});

describe('delimiter and line ends', () => {
  it('looks at the header line, not at the preamble', () => {
    const lines = ['出力日時: 2026/11/05, 09:12, 社内, 用', '会社名\t氏名\tメール'];
    expect(sniffDelimiter(lines)).toEqual({ delimiter: '\t', reason: 'header', count: 3, line: 2 });
  });
  it('falls back to the width most lines share', () => {
    expect(sniffDelimiter(['a;b;c', 'd;e;f', 'g,h'])).toMatchObject({ delimiter: ';', reason: 'columns' });
  });
  it('a quoted delimiter does not count', () =>
    expect(sniffDelimiter(['"a,b"|c', '"d,e"|f']).delimiter).toBe('|'));
  it.each([
    ['a,b\r\nc', '\n'],
    ['a,b\rc', '\r'],
    ['"x\ny",b\rc', '\r'],
    ['a', '\n'],
  ])('%j', (text, expected) => expect(sniffNewline(text)).toBe(expected));
});

describe('header row', () => {
  it('is found below a preamble', () => {
    expect(
      findHeader([['お知らせ'], ['合計件数: 15件'], ['会社名', '姓', '名'], ['株式会社会社名', '姓', 'x']]),
    ).toEqual({
      index: 2,
      reason: 'aliases',
      hits: 3,
    });
  });
  it('may be missing', () => expect(findHeader([['株式会社架空', '山本 太郎']]).index).toBeNull());
  it('a repeated header, a footer and blank rows are not cards', () => {
    const shape = rowShapes(['会社名', '氏 名']);
    expect(
      [
        ['会社名', '氏名'],
        ['合計 18件', ''],
        ['', ' '],
        ['合計株式会社', '山本 太郎'],
      ].map(shape),
    ).toEqual(['headerRepeat', 'footer', 'blank', 'data']);
  });
});

const uses = (headers: string[], rows: string[][] = [], delimiter = ',') =>
  guessMapping(headers, rows, delimiter).columns.map(c => c.use);

describe('columns', () => {
  it('reads numbered headers with any bracket', () => {
    const { columns } = guessMapping(
      [
        '郵便番号(1)',
        '住所(1)［全て］',
        'TEL-1(1)',
        'TEL-1(2)',
        '氏名【姓】',
        '氏名（カナ）［名］',
        'e-mail(1)',
      ],
      [],
      ',',
    );
    expect(columns.map(c => [c.use, c.set])).toEqual([
      ['postalCode', 1],
      ['address', 1],
      ['phoneMain', 1],
      ['phoneMain', 2],
      ['lastName', 1],
      ['kana', 1],
      ['email', 1],
    ]);
  });
  it('ignores width, case, line ends and marks in headers', () => {
    expect(uses(['会\n社 名', '＊お名前【必須】', 'Ｅ－ＭＡＩＬ', '携帯電話 '])).toEqual([
      'company',
      'fullName',
      'email',
      'mobile',
    ]);
  });
  it('肩書き is an honorific beside 役職 and a title without it', () => {
    expect(uses(['肩書き', '役職'])).toEqual(['ignore', 'title']);
    expect(uses(['会社名', '肩書き'])).toEqual(['company', 'title']);
    expect(uses(['Title', 'Job Title'])).toEqual(['ignore', 'title']);
  });
  it('名前 beside 苗字 is the given name', () => {
    expect(uses(['苗字', '名前', '苗字(ふりがな)', '名前(ふりがな)'])).toEqual([
      'lastName',
      'firstName',
      'lastKana',
      'firstKana',
    ]);
    expect(uses(['会社', '名前'])).toEqual(['company', 'fullName']);
  });
  it('Google groups by number, label columns left out', () => {
    expect(
      uses([
        'E-mail 1 - Label',
        'E-mail 1 - Value',
        'E-mail 2 - Value',
        'Phone 1 - Value',
        'Organization Name',
      ]),
    ).toEqual(['ignore', 'email', 'email', 'phoneMain', 'company']);
  });
  it('Outlook: several mail columns serve one field', () => {
    expect(uses(['電子メール アドレス', '電子メール 2 アドレス', '電子メールの種類', '番地 (会社)'])).toEqual(
      ['email', 'email', 'ignore', 'street'],
    );
  });
  it('a column of ones is a tag, a product flag is not', () => {
    const rows = [
      ['a', '1', '1'],
      ['b', '', ''],
    ];
    expect(uses(['会社名', '展示会2026秋', 'Eightでつながっている人'], rows)).toEqual([
      'company',
      'tag',
      'ignore',
    ]);
  });
  it('guesses from the cells when there is no header', () => {
    const row = ['株式会社架空', '山本 太郎', 't@example.jp', '03-1234-5678', 'ふむ'];
    expect(uses([], [row, row])).toEqual(['company', 'fullName', 'email', 'phoneMain', 'ignore']);
  });
  it('keeps both of two columns with one name', () => {
    expect(uses(['TEL', 'ＴＥＬ'])).toEqual(['phoneMain', 'phoneMain']);
  });
  it.each([
    ['eight', ['会社名', 'Eightでつながっている人'], ','],
    ['numbered', ['郵便番号(1)', '住所(1)［全て］', 'TEL-1(1)'], ','],
    ['outlookJa', ['肩書き', '番地 (会社)'], ','],
    ['googleNew', ['E-mail 1 - Label'], ','],
    ['linkedin', ['First Name', 'Connected On'], ','],
    ['camcard', ['氏名', 'ニックネーム'], '\t'],
    ['zoho', ['Record Id', 'Lead Name'], ','],
    ['hubspot', ['Record ID', 'Contact owner'], ','],
  ])('recognises %s', (product, headers, delimiter) => {
    expect(guessMapping(headers, [], delimiter).product?.product).toBe(product);
  });
});
