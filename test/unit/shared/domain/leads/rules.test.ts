import { describe, expect, it } from 'vitest';
import { companyLooseKey, companyStrictKey } from '#shared/domain/leads/company.ts';
import { departmentFunction } from '#shared/domain/leads/departments.ts';
import { parseEmails } from '#shared/domain/leads/emails.ts';
import { parseEmployees } from '#shared/domain/leads/employees.ts';
import { industryLetter } from '#shared/domain/leads/industry.ts';
import { parseName } from '#shared/domain/leads/names.ts';
import { parsePhones } from '#shared/domain/leads/phones.ts';
import { readTitle } from '#shared/domain/leads/titles.ts';

const FORMS =
  '株式会社 有限会社 合資会社 合名会社 合同会社 医療法人 協同組合 農業協同組合 漁業協同組合 企業組合 財団法人 社団法人 社会福祉法人 宗教法人 ' +
  '学校法人 公益財団法人 公益社団法人 一般財団法人 一般社団法人 独立行政法人 相互会社 協同組合連合会 協業組合 消費生活協同組合 医療生活協同組合';

describe('legal forms', () => {
  it.each(FORMS.split(' '))('%s before or after the name is left out of the loose key', form => {
    expect(companyLooseKey(`${form}架空`)).toBe(companyLooseKey('架空'));
    expect(companyLooseKey(`架空${form}`)).toBe(companyLooseKey('架空'));
    expect(companyStrictKey(`${form}架空`)).not.toBe(companyStrictKey(`架空${form}`));
  });
  it.each([
    ['㈱架空', '株式会社架空'],
    ['㈲架空', '有限会社架空'],
    ['㈳架空', '社団法人架空'],
    ['㈶架空', '財団法人架空'],
    ['㈻架空', '学校法人架空'],
    ['㈾架空', '合資会社架空'],
    ['㈿架空', '協同組合架空'],
    ['（同）架空', '合同会社架空'],
    ['[公財]架空', '公益財団法人架空'],
    ['(特非)架空', '特定非営利活動法人架空'],
    ['(医)架空', '医療法人架空'],
    ['(独)架空', '独立行政法人架空'],
    ['架空(株)', '架空株式会社'],
    ['カ）カクウ', '株式会社カクウ'],
    ['カクウ（カ', 'カクウ株式会社'],
    ['ユ）カクウ', '有限会社カクウ'],
    ['ド）カクウ', '合同会社カクウ'],
    ['ｶﾌﾞｼｷｶﾞｲｼｬ ｶｸｳ', '株式会社カクウ'],
  ])('%s is %s', (a, b) => expect(companyStrictKey(a)).toBe(companyStrictKey(b)));
  it('one branch of a family of firms is not another', () =>
    expect(companyLooseKey('架空ホールディングス株式会社')).not.toBe(companyLooseKey('架空株式会社')));
});

const keyOf = (full: string) =>
  parseName({ full, last: '', first: '', kana: '', lastKana: '', firstKana: '' }).key;

describe('variant characters of names', () => {
  it.each(
    '髙高 﨑崎 嵜崎 邉辺 邊辺 濵浜 濱浜 德徳 瀨瀬 齋斎 嶋島 嶌島 澤沢 國国 廣広 櫻桜 惠恵 眞真 冨富 𠮷吉 栁柳 凉涼 礒磯 曻昇 莊荘 榮栄 龍竜 條条 壽寿 實実 圓円 豐豊 瀧滝 淵渕 會会 來来 學学 佛仏 彌弥 藏蔵'.split(
      ' ',
    ),
  )('%s are one', pair => {
    const [printed = '', everyday = ''] = [...pair];
    expect(keyOf(`${printed}田 一`)).toBe(keyOf(`${everyday}田 一`));
  });
  it('齊 may be 斉 or 斎, so it is neither', () => {
    expect(keyOf('齊藤 一')).not.toBe(keyOf('斉藤 一'));
    expect(keyOf('齊藤 一')).not.toBe(keyOf('斎藤 一'));
  });
  it('a variation selector is invisible', () => expect(keyOf('葛\u{E0100}城 一')).toBe(keyOf('葛城 一')));
  it.each([
    '山本 太郎様',
    '山本 太郎さん',
    '山本 太郎 殿',
    '山本 太郎先生',
    'Prof. 山本 太郎',
    '山本 太郎 Ph.D.',
  ])('%s is 山本 太郎', text => expect(keyOf(text)).toBe(keyOf('山本 太郎')));
  it('さん and 殿 inside a name stay', () => {
    expect(keyOf('大殿 一')).not.toBe(keyOf('大 一'));
    expect(keyOf('石山 さんご')).not.toBe(keyOf('石山 ご'));
  });
});

describe('titles with a rank word that is not the rank', () => {
  it.each([
    ['社長室', 7],
    ['役員秘書', 7],
    ['前社長', 8],
    ['元・取締役', 8],
    ['元部長 / 顧問', 8],
    ['前 課長、現 部長', 4],
    ['取締役 営業本部長', 2],
    ['常務執行役員', 2],
    ['営業本部長', 3],
    ['営業部 部長', 4],
    ['副本部長', 4],
    ['営業部長代理', 5],
    ['課長代理', 6],
    ['General Manager', 4],
    ['Deputy General Manager', 5],
    ['Assistant Manager', 6],
    ['Head of Sales', 3],
    ['Senior Engineer', 6],
    ['相談役', 8],
    ['経営者', 1],
    ['スタッフ', 7],
  ])('%s is rank %i', (title, rank) => expect(readTitle(title).rank).toBe(rank));
});

describe('departments', () => {
  it.each([
    ['経営企画部', 'planning'],
    ['情シス', 'it'],
    ['IT統括本部', 'it'],
    ['広報・宣伝課', 'marketing'],
    ['法人セールスグループ', 'sales'],
    ['営業企画部', 'sales'],
    ['技術営業部', 'sales'],
    ['労務課', 'hr'],
    ['人事総務部', 'hr'],
    ['財務部', 'accounting'],
    ['調達部', 'purchasing'],
    ['商品開発部', 'research'],
    ['品質管理課', 'production'],
    ['生産管理部', 'production'],
    ['物流センター', 'logistics'],
    ['カスタマーサポート', 'support'],
    ['法務室', 'legal'],
    ['デザイン室', 'other'],
  ])('%s → %s', (department, expected) => expect(departmentFunction(department)).toBe(expected));
});

describe('bands of head counts', () => {
  it.each([
    ['1〜9', 1, 9],
    ['10～29名', 10, 29],
    ['100–299', 100, 299],
    ['1,000〜4,999', 1000, 4999],
    ['1000以上', 1000, null],
    ['5,000名以上', 5000, null],
    ['30名未満', null, 29],
    ['１０人以下', null, 10],
    ['1万人以上', 10_000, null],
    ['101人から300人', 101, 300],
    ['A. 50-99人', 50, 99],
    ['従業員数：約1,200名', 1200, 1200],
  ])('%s', (text, min, max) => expect(parseEmployees(text)).toEqual({ min, max }));
  it.each(['未確認', '不明', ''])('%j is unknown', text => expect(parseEmployees(text)).toBeNull());
});

it.each([
  ['農業，林業', 'A'],
  ['電気・ガス・熱供給・水道業', 'F'],
  ['金融業，保険業', 'J'],
  ['宿泊業，飲食サービス業', 'M'],
  ['学術研究，専門・技術サービス業', 'L'],
  ['教育，学習支援業', 'O'],
  ['複合サービス事業', 'Q'],
  ['サービス業（他に分類されないもの）', 'R'],
  ['公務（他に分類されるものを除く）', 'S'],
  ['生活関連サービス業，娯楽業', 'N'],
  ['鉱業，採石業，砂利採取業', 'C'],
  ['不動産業，物品賃貸業', 'K'],
])('industry %s is %s', (text, letter) => expect(industryLetter(text)).toBe(letter));

it.each([
  'info',
  'support',
  'sales',
  'contact',
  'eigyo',
  'soumu',
  'jimu',
  'office',
  'webmaster',
  'recruit',
  'admin',
  'postmaster',
  'noreply',
])('%s@ is nobody’s own address', local =>
  expect(parseEmails(`${local}@example.co.jp`).emails[0]?.isRole).toBe(true),
);
it.each([' a@example.jp\u200B ', ' mailto:a@example.jp', 'a＠example．jp', '"山本" <a@example.jp>,'])(
  'an address inside %j',
  cell => expect(parseEmails(cell).emails.map(e => e.key)).toEqual(['a@example.jp']),
);

it.each([
  ['0120-123-456', 'tollFree'],
  ['0800-123-4567', 'tollFree'],
  ['0570-001-234', 'naviDial'],
])('%s costs or saves the caller: %s', (number, flag) =>
  expect(parsePhones(number, 'main').phones[0]?.flags).toContain(flag),
);
it('a hyphenated number is never hyphenated anew, and one nobody has been given is kept', () => {
  expect(parsePhones('0422-12-3456', 'main').phones[0]?.value).toBe('0422-12-3456');
  expect(parsePhones('03-0000-0001', 'main').phones[0]).toMatchObject({
    key: '+81300000001',
    flags: ['notValid'],
  });
});
