import { describe, expect, it } from 'vitest';
import { readTable } from '#electron/backend/imports/read-table.ts';
import { brief, cardsOf, fileOf, readFile } from '#test/helpers/card-brief.ts';
import { cp932 } from '#test/helpers/cp932.ts';

/** One card from one row under these headers. */
async function card(headers: string, ...cells: string[]) {
  const [read, ...others] = await cardsOf(headers.split(','), cells);
  if (!read || others.length > 0) throw new Error('not one card');
  return read;
}
const phones = async (header: string, cell: string) =>
  brief(await card(`会社名,${header}`, '架空', cell))['phones'];
const read = async (text: string | Uint8Array, name = 'cards.csv') =>
  await readFile(await fileOf(name, text));

describe('numbers Excel has touched', () => {
  it.each(['="03-0000-0001"', "'03-0000-0001", '=03-0000-0001'])(
    'the guard %s that keeps a zero alive is no part of the number',
    async cell => expect(await phones('電話番号', cell)).toEqual(['main 03-0000-0001']),
  );
  it('a guard quoted for CSV', async () => {
    const { cards } = await read('会社名,電話番号\r\n架空,"=""03-0000-0001"""\r\n');
    expect(cards.map(c => c.phones[0]?.value)).toEqual(['03-0000-0001']);
  });
  it.each([
    ['9000000001', '09000000001'],
    ['312345678', '0312345678'],
  ])('a lost leading zero is put back and flagged: %s', async (cell, value) => {
    const { phones: found, notes } = await card('会社名,電話番号', '架空', cell);
    expect(found[0]).toMatchObject({ value, flags: expect.arrayContaining(['zeroRestored']) });
    expect(notes).toContainEqual({ code: 'phoneZeroRestored', text: value });
  });
  it.each(['3.00E+09', '9.00E+09', '3.1E+8'])(
    'a number in exponents is beyond saving and said so: %s',
    async cell => {
      const { phones: found, notes } = await card('会社名,電話番号', '架空', cell);
      expect(found).toEqual([]);
      expect(notes).toEqual([{ code: 'phoneExponent', text: cell }]);
    },
  );
  it('a postal code that lost its zero is put right and flagged', async () => {
    const { address, notes } = await card('会社名,郵便番号', '架空', '600001');
    expect(address.postalCode).toBe('060-0001');
    expect(notes).toEqual([{ code: 'postalCodeDamaged', text: '060-0001' }]);
  });
});

it('a maiden name beside the name is kept in the memo', async () =>
  expect(brief(await card('会社名,氏名,メモ', '架空', '佐藤（旧姓 山田） 花子', '初回'))).toEqual({
    name: '佐藤 花子',
    company: '架空',
    memo: '初回\n旧姓 山田',
  }));

describe('numbers as they stand on cards', () => {
  it.each([
    ['０３－００００－０００１', '03-0000-0001'],
    ['03ー0000ー0001', '03-0000-0001'],
    ['03―0000―0001', '03-0000-0001'],
    ['03−0000−0001', '03-0000-0001'],
    ['＋８１－３－００００－０００１', '+81-3-0000-0001'],
  ])('full-width digits and every dash: %s', async (cell, value) =>
    expect(await phones('電話番号', cell)).toEqual([`main ${value}`]),
  );
  it('0081 in front is the country code', async () =>
    expect((await card('会社名,電話番号', '架空', '0081-3-1234-5678')).phones[0]?.key).toBe('+81312345678'));
  it.each([
    '03-0000-0001/090-0000-0002',
    '03-0000-0001\n090-0000-0002',
    '03-0000-0001; 090-0000-0002',
    '03-0000-0001 ::: 090-0000-0002',
  ])('several numbers in one cell are several: %j', async cell =>
    expect(await phones('電話番号', cell)).toEqual(['main 03-0000-0001', 'mobile 090-0000-0002']),
  );
  it.each([
    ['03-0000-0001 内線123', 'main 03-0000-0001 ext 123'],
    ['03-0000-0001(内線 123)', 'main 03-0000-0001 ext 123'],
    ['03-0000-0001（代）', 'main 03-0000-0001'],
    ['03-0000-0001（直通）', 'direct 03-0000-0001'],
    ['代表03-0000-0001', 'main 03-0000-0001'],
  ])('a word beside the number is no part of it: %s', async (cell, value) =>
    expect(await phones('電話番号', cell)).toEqual([value]),
  );
});

describe('lines and columns that are not what they seem', () => {
  it('line ends inside a quoted header, address and memo', async () => {
    const { cards } = await read(
      '"会社\n名",氏名,"住\r\n所",メモ\r\n架空,山本 太郎,"東京都港区1-1\n","一行目\r\n二行目"\r\n',
    );
    expect(cards.map(brief)).toEqual([
      { name: '山本 太郎', company: '架空', address: '東京都港区1-1', memo: '一行目\n二行目' },
    ]);
  });
  it('notes above, a header in the middle, blank rows and a sum at the end are no people', async () => {
    const { rows } = await read(
      '架空展 名簿,\r\n,\r\n会社名,氏名\r\n甲,山本 太郎\r\n,\r\n会社名,氏名\r\n乙,佐藤 花子\r\n合計 2件,\r\n',
    );
    expect(rows.map(row => ('card' in row ? row.card.person.name : row.reason))).toEqual([
      '山本 太郎',
      'empty',
      'headerRepeat',
      '佐藤 花子',
      'footer',
    ]);
  });
  it('同上 is not a value, and is flagged', async () => {
    const { address, notes } = await card('会社名,住所', '架空', '同上');
    expect(address.text).toBe('');
    expect(notes).toEqual([{ code: 'dittoMark', text: '住所' }]);
  });
  it('a comma at the end of every line makes no column to ask about; one with values is offered by its place', async () => {
    const { reading } = await read('会社名,氏名,,\r\n甲,山本 太郎,,覚え書き\r\n乙,佐藤 花子,,\r\n');
    expect(reading.columns.map(c => [c.header, c.use, c.reason])).toEqual([
      ['会社名', 'company', 'header'],
      ['氏名', 'fullName', 'header'],
      ['', 'ignore', 'empty'],
      ['', 'ignore', 'unknown'],
    ]);
  });
  it('two columns of one name both count', async () =>
    expect(brief(await card('会社名,TEL,ＴＥＬ', '架空', '03-0000-0001', '03-0000-0002'))['phones']).toEqual([
      'main 03-0000-0001',
      'main 03-0000-0002',
    ]));
  it('a column of 1 is a tag of its name', async () => {
    const [first, second] = await cardsOf(
      ['会社名', '氏名', '展示会2026秋'],
      ['甲', '山本', '1'],
      ['乙', '佐藤', ''],
    );
    expect([first?.tags, second?.tags]).toEqual([['展示会2026秋'], []]);
  });
  it('short rows are filled up, rows that are too long are set aside with their line', async () => {
    const { rows } = await read('会社名,氏名,メール\r\n甲,山本 太郎\r\n乙,佐藤,花子,x@example.jp\r\n');
    expect(rows.map(row => ('card' in row ? row.card.person.name : [row.reason, row.line]))).toEqual([
      '山本 太郎',
      ['tooManyCells', 3],
    ]);
  });
  it('a blank before a quote does not push cells into the wrong fields', async () => {
    const { rows } = await read('会社名,氏名,住所\r\n甲, "山本, 太郎",東京都港区\r\n乙,佐藤,大阪府\r\n');
    expect(rows[0]).toMatchObject({ line: 2, reason: expect.stringMatching(/tooManyCells|quoteDamaged/) });
    expect(rows[1]).toMatchObject({ card: { company: { name: '乙' } } });
  });
  it('text that looks like a formula is text', async () =>
    expect((await card('会社名,メモ', '架空', '=1+2\n+α\n-2名')).memo).toBe('=1+2\n+α\n-2名'));
});

describe('dates', () => {
  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026-01-05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['R8.1.5', '2026-01-05'],
    ['令和8年1月5日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['46316', '2026-10-21'],
    ['12 Mar 2024', '2024-03-12'],
    ['7-Feb-22', '2022-02-07'],
    ['2026-11-04T15:30:00Z', '2026-11-05'],
    ['２０２６／１／５', '2026-01-05'],
    ['2026/11/05 10:12:33', '2026-11-05'],
  ])('%s is %s', async (cell, on) => expect((await card('会社名,名刺交換日', '架空', cell)).metOn).toBe(on));
  it('a day without a year takes the current one, and says so', async () => {
    const { metOn, notes } = await card('会社名,名刺交換日', '架空', '1月5日(月)');
    expect(metOn).toBe('2026-01-05');
    expect(notes).toEqual([{ code: 'dateYearAssumed', text: '1月5日(月)' }]);
  });
  it('day and month that could be swapped are asked about, once the column does not tell', async () => {
    expect((await card('会社名,名刺交換日', '架空', '08/02/2026')).notes).toEqual([
      { code: 'dateAmbiguous', text: '08/02/2026' },
    ]);
    const [first] = await cardsOf(['会社名', '名刺交換日'], ['甲', '08/02/2026'], ['乙', '25/12/2026']);
    expect(first).toMatchObject({ metOn: '2026-02-08', notes: [] });
  });
  it.each(['00/0/0', '--', '0/0/00'])('the filler %s is no date and nothing to look at', async cell =>
    expect(await card('会社名,名刺交換日', '架空', cell)).toMatchObject({ metOn: null, notes: [] }),
  );
});

describe('characters', () => {
  it('wave dash and minus of Windows and of the Mac come in as they are and find each other', async () => {
    const [windows, mac] = await cardsOf(['会社名', '氏名'], ['Ａ～Ｂ－Ｃ', '山本'], ['Ａ〜Ｂ−Ｃ', '山本']);
    expect([windows?.company?.name, mac?.company?.name]).toEqual(['Ａ～Ｂ－Ｃ', 'Ａ〜Ｂ−Ｃ']);
    expect(windows?.company?.looseKey).toBe(mac?.company?.looseKey);
  });
  it('a character of the makers own (外字) is kept and flagged', async () => {
    const bytes = Uint8Array.from([...cp932('会社名,氏名\r\n架空,'), 0xf0, 0x40, ...cp932('田 一郎\r\n')]);
    const { cards } = await read(bytes);
    expect(cards[0]).toMatchObject({
      person: { name: '\uE000田 一郎' },
      notes: [{ code: 'privateUseCharacter', text: '\uE000田 一郎' }],
    });
  });
  it('a name is shown as printed, and found in its everyday form', async () => {
    const [printed, plain] = await cardsOf(['会社名', '氏名'], ['甲', '髙﨑 邊'], ['甲', '高崎 辺']);
    expect(printed?.person.name).toBe('髙﨑 邊');
    expect(printed?.person.key).toBe(plain?.person.key);
  });
  it('? where a character could not be read is flagged', async () =>
    expect((await card('会社名,氏名', '架空', '山? 太郎')).notes).toContainEqual({
      code: 'unreadableCharacter',
      text: '山? 太郎',
    }));
  it('NUL bytes inside a text file are dropped, not imported', async () => {
    const { cards } = await read('会社名,氏名,メール\r\n架\0空,山本 太郎,t@example.jp\r\n');
    expect(cards.map(brief)).toEqual([{ name: '山本 太郎', company: '架空', emails: ['t@example.jp'] }]);
  });
  it('UTF-16 without its mark is told by its NUL bytes', async () => {
    const { reading, cards } = await read(Buffer.from('会社名\t氏名\r\n架空\t山本 太郎\r\n', 'utf16le'));
    expect(reading.encoding).toMatchObject({ encoding: 'utf-16le', reason: 'nulBytes' });
    expect(cards.map(brief)).toEqual([{ name: '山本 太郎', company: '架空' }]);
  });
  it('second bytes that look like a delimiter or a backslash do not split Shift_JIS (ポ ends in |, 表 in \\)', async () => {
    const { cards } = await read(cp932('会社名|氏名|部署\r\nポスト株式会社|表 能子|ソ連部\r\n'));
    expect(cards.map(brief)).toEqual([{ name: '表 能子', company: 'ポスト株式会社', department: 'ソ連部' }]);
  });
  it('characters outside Shift_JIS survive', async () =>
    expect((await card('会社名,氏名,メモ', '架空', '𠮷野 é子', '👍 ㍿')).person.name).toBe('𠮷野 é子'));
});

it('an opened quote that would swallow the rest of the file is named with its line', async () => {
  const file = await fileOf('cards.csv', '会社名,氏名\r\n甲,山本\r\n乙,"佐藤\r\n丙,鈴木\r\n');
  expect(() => readTable(file, {})).toThrow(
    expect.objectContaining({ code: 'FILE_QUOTE_OPEN', data: { name: 'cards.csv', line: 3 } }),
  );
});
