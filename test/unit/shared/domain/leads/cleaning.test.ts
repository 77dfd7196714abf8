import { describe, expect, it } from 'vitest';
import { parseAddress, parsePostalCode, prefectureOf } from '#shared/domain/leads/address.ts';
import { cleanCell, hasPrivateUse } from '#shared/domain/leads/cell.ts';
import { departmentFunction } from '#shared/domain/leads/departments.ts';
import { companyDomain, parseEmails } from '#shared/domain/leads/emails.ts';
import { parseEmployees } from '#shared/domain/leads/employees.ts';

describe('cells', () => {
  it('removes what Excel added and keeps the characters of a name', () => {
    expect(cleanCell('="090-1234"')).toBe('090-1234');
    expect(cleanCell('　山本　 太郎\u200B ')).toBe('山本 太郎');
    expect(cleanCell('a \r\n b\rc')).toBe('a\nb\nc');
    expect(cleanCell('\uFA19谷')).toBe('\uFA19谷');
    expect(cleanCell('=1+2')).toBe('=1+2');
    expect(cleanCell("'山本 太郎")).toBe('山本 太郎');
    expect(cleanCell("'90年代' の資料")).toBe("90年代' の資料");
    expect(cleanCell("'引用' の資料")).toBe("'引用' の資料");
  });
  it('knows private-use characters', () => {
    expect(hasPrivateUse('\uE000田')).toBe(true);
    expect(hasPrivateUse('髙田')).toBe(false);
  });
});

describe('e-mail cells', () => {
  it.each([
    ['T.Yamamoto@Example.co.jp', ['t.yamamoto@example.co.jp']],
    ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ', ['taro@example.jp']],
    ['mailto:a@example.jp', ['a@example.jp']],
    ['山本 <a@example.jp>', ['a@example.jp']],
    ['a@example.jp、', ['a@example.jp']],
    ['a@example.jp; b@example.jp', ['a@example.jp', 'b@example.jp']],
    ['a@example.jp\nA@example.jp', ['a@example.jp']],
    ['a@example.jp ::: b@example.jp', ['a@example.jp', 'b@example.jp']],
    ['a@example.jp　b@example.jp', ['a@example.jp', 'b@example.jp']],
    ['a@example.jp（個人）', ['a@example.jp']],
  ])('reads %s', (cell, expected) => expect(parseEmails(cell).emails.map(e => e.key)).toEqual(expected));

  it.each(['a b@example.jp', 'example.jp', 'a@@example.jp', 'a@example', 'a@example..jp', 'tar?@example.jp'])(
    'sets aside %s',
    cell => {
      expect(parseEmails(cell)).toEqual({ emails: [], unreadable: [cell] });
    },
  );

  it.each(['info', 'support', 'sales-tokyo', 'info2', 'jimu', 'soumu', 'no-reply'])(
    '%s@ is a desk',
    local => {
      expect(parseEmails(`${local}@example.jp`).emails[0]?.isRole).toBe(true);
    },
  );
  it.each(['goto', 'k.takahashi', 'salesman', 'kaede', 'infante'])('%s@ is a person', local => {
    expect(parseEmails(`${local}@example.jp`).emails[0]?.isRole).toBe(false);
  });
  it('links nobody through a free-mail domain', () => {
    expect(companyDomain('a@gmail.com')).toBeNull();
    expect(companyDomain('a@example.co.jp')).toBe('example.co.jp');
  });
});

const NONE = { prefecture: '', city: '', street: '', inside: [] };
describe('addresses', () => {
  it.each([
    ['東京都千代田区1-1', '東京都'],
    ['京都府京都市', '京都府'],
    ['神奈川県横浜市', '神奈川県'],
    ['堺市堺区1', '大阪府'],
    ['日本 愛知県 豊田市', '愛知県'],
    ['〒100-0001 東京都千代田区', '東京都'],
    ['中央区銀座1', ''],
    ['China Shanghai', ''],
  ])('%s lies in %s', (address, prefecture) => expect(prefectureOf(address)).toBe(prefecture));
  it.each([
    ['〒100-0001', '100-0001', false],
    ['１０００００１', '100-0001', false],
    ['600001', '060-0001', true],
    ['60-0001', '060-0001', true],
    ['100-001', '', false],
    ['12345', '', false],
  ])('postal code %s', (cell, code, damaged) => expect(parsePostalCode(cell)).toEqual({ code, damaged }));
  it('joins parts, takes the postal code out of the text and keeps further lines', () => {
    expect(parseAddress('', { ...NONE, prefecture: '東京都', city: '港区', street: '1-1' }, '').text).toBe(
      '東京都港区1-1',
    );
    expect(parseAddress(' 東京都 架空区  1-2-3 100-0000', NONE, '')).toMatchObject({
      prefecture: '東京都',
      postalCode: '100-0000',
    });
    expect(parseAddress('大阪府 大阪市\n京都府 京都市', NONE, '')).toMatchObject({
      prefecture: '大阪府',
      others: ['京都府 京都市'],
    });
  });
});

describe('an address on several lines of one cell', () => {
  it.each([
    ['東京都架空区1-1\n架空ビル5F', '東京都架空区1-1 架空ビル5F'],
    ['神奈川県\n川崎市川崎区1-1', '神奈川県川崎市川崎区1-1'],
    ['〒100-0001\n東京都千代田区1-1\n架空ビル', '〒100-0001 東京都千代田区1-1 架空ビル'],
    ['東京都千代田区\n丸の内1-1', '東京都千代田区丸の内1-1'],
  ])('is not torn into two: %j', (cell, text) =>
    expect(parseAddress(cell, NONE, '')).toMatchObject({ text, others: [] }),
  );
  it.each([
    ['東京都架空区1-1\n大阪府大阪市北区2-2', '大阪府大阪市北区2-2'],
    ['東京都架空区1-1\n〒530-0001 北区2-2', '〒530-0001 北区2-2'],
    ['1-1 Kakuu, Tokyo\nMusterstr. 1, Berlin', 'Musterstr. 1, Berlin'],
  ])('is two where one starts anew: %j', (cell, other) =>
    expect(parseAddress(cell, NONE, '').others).toEqual([other]),
  );
});

describe('head counts', () => {
  it.each([
    ['1〜9名', 1, 9],
    ['１，０００～４，９９９', 1000, 4999],
    ['100人以上', 100, null],
    ['300未満', null, 299],
    ['50名以下', null, 50],
    ['約200名', 200, 200],
    ['1万人', 10_000, 10_000],
    ['10-49', 10, 49],
    ['2025年3月現在 120名', 120, 120],
    ['120名（2025年3月末時点）', 120, 120],
    ['〜50名', null, 50],
  ])('reads %s', (text, min, max) => expect(parseEmployees(text)).toEqual({ min, max }));
  it('leaves 非公開 unknown', () => expect(parseEmployees('非公開')).toBeNull());
});

describe('departments', () => {
  it.each([
    ['経営企画室', 'planning'],
    ['社長室', 'planning'],
    ['ＤＸ推進部', 'it'],
    ['デジタルマーケティング部', 'marketing'],
    ['情報システム部', 'it'],
    ['営業本部 第一営業部', 'sales'],
    ['総務部', 'hr'],
    ['生産技術部 生産技術課', 'production'],
    ['技術部', 'research'],
    ['カスタマーサクセス部', 'support'],
    ['事業開発部', 'planning'],
    ['編集部', 'other'],
  ])('%s → %s', (department, expected) => expect(departmentFunction(department)).toBe(expected));
  it('a blank department is unknown', () => expect(departmentFunction(' ')).toBeNull());
});

describe('a prefecture from the postal code', () => {
  it.each([
    ['中央区銀座1', '104-0061', '東京都'],
    ['中央区大名1', '810-0041', '福岡県'],
    // Two prefectures share these offices: no answer is better than a wrong one.
    ['木曽岬町', '498-0807', ''],
    ['島本町', '618-0001', ''],
    ['栄村', '949-8321', ''],
    ['', '', ''],
  ])('%s %s: %s', (address, postal, prefecture) => {
    const read = parseAddress(address, NONE, postal);
    expect(read.prefecture).toBe(prefecture);
    expect(read.text).toBe(address);
  });
  it('the address itself comes first, and a code that lost a zero is not asked', () => {
    expect(parseAddress('大阪府大阪市北区1', NONE, '104-0061').prefecture).toBe('大阪府');
    expect(parseAddress('中央区1', NONE, '600001').prefecture).toBe('');
  });
});

describe('an address in columns of its own', () => {
  const parts = { prefecture: '東京都', city: '千代田区', street: '架空1-2', inside: ['架空ビル5F'] };
  it('joined from the prefecture down', () =>
    expect(parseAddress('', parts, '').text).toBe('東京都千代田区架空1-2 架空ビル5F'));
  it('a prefecture beside an address without one is put before it, once', () => {
    const beside = { ...NONE, prefecture: '東京都' };
    expect(parseAddress('千代田区架空1-2', beside, '').text).toBe('東京都千代田区架空1-2');
    expect(parseAddress('東京都 千代田区架空1-2', beside, '').text).toBe('東京都 千代田区架空1-2');
  });
  it('an envelope label of several lines gives way to its parts', () =>
    expect(parseAddress('架空1-2\n千代田区, 東京都\nJP', parts, '')).toMatchObject({
      text: '東京都千代田区架空1-2 架空ビル5F',
      others: [],
    }));
});
