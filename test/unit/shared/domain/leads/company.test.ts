import { describe, expect, it } from 'vitest';
import { companyLooseKey, companyStrictKey, parseCompany } from '#shared/domain/leads/company.ts';

describe('company keys', () => {
  it.each([
    ['㈱架空ワークス', '(株)架空ワークス'],
    ['㈱架空ワークス', '株式会社 架空ワークス'],
    ['㍿架空', '株式会社架空'],
    ['ＫＡＫＵＵテクノロジー株式会社', 'KAKUUテクノロジー株式会社'],
    ['カ)カクウ', '株式会社カクウ'],
    ['(一社)架空協会', '一般社団法人架空協会'],
    ['㈾架空', '合資会社架空'],
    ['ＮＰＯ法人架空', '特定非営利活動法人架空'],
    ['(NPO)架空', '(特非)架空'],
    ['(社福)架空会', '社会福祉法人架空会'],
    ['髙島屋', '高島屋'],
  ])('%s and %s are one strict key', (a, b) => expect(companyStrictKey(a)).toBe(companyStrictKey(b)));

  it.each([
    ['株式会社架空', '架空株式会社'],
    ['株式会社架空', '有限会社架空'],
    ['株式会社架空', '架空'],
    ['架空ビル', '架空ビール'],
  ])('%s and %s stay apart', (a, b) => expect(companyStrictKey(a)).not.toBe(companyStrictKey(b)));

  it.each([
    ['株式会社架空', '架空株式会社'],
    ['㈲架空', '架空'],
    ['税理士法人架空', '架空税理士法人'],
    ['一般社団法人架空協会', '架空協会'],
    ['Kakuu Solutions Inc.', 'Kakuu Solutions'],
    ['Aoba Kakuu Electric Co., Ltd.', 'AOBA KAKUU ELECTRIC'],
  ])('%s and %s are a question', (a, b) => expect(companyLooseKey(a)).toBe(companyLooseKey(b)));

  it('a name that is only a legal form keeps a key', () => expect(companyLooseKey('株式会社')).not.toBe(''));
});

describe('company cells', () => {
  it.each([
    ['架空精密工業株式会社 名古屋支店', '架空精密工業株式会社', '名古屋支店'],
    ['架空精密工業株式会社名古屋支店', '架空精密工業株式会社', '名古屋支店'],
    ['株式会社架空大阪支店', '株式会社架空', '大阪支店'],
    ['株式会社\n架空', '株式会社架空', ''],
    ['架空\n（株）', '架空（株）', ''],
    ['株式会社架空（東京本社）', '株式会社架空', '東京本社'],
    ['架空商事（株）\n名古屋営業所', '架空商事（株）', '名古屋営業所'],
    ['株式会社 架空研究所', '株式会社 架空研究所', ''],
    ['株式会社架空総合研究所', '株式会社架空総合研究所', ''],
    ['医療法人社団架空会 かくう病院', '医療法人社団架空会 かくう病院', ''],
    ['架空農園', '架空農園', ''],
  ])('%s', (cell, name, branch) => expect(parseCompany(cell)).toMatchObject({ name, branch }));
  it('keeps the name as printed', () => expect(parseCompany('㈱架空ワークス')?.name).toBe('㈱架空ワークス'));
  it('takes the first of several names and keeps the others', () => {
    expect(parseCompany('株式会社架空スチール\n架空スチール株式会社')).toMatchObject({
      name: '株式会社架空スチール',
      others: ['架空スチール株式会社'],
      flags: ['severalNames'],
    });
  });
  it('a former name in brackets makes no other company of it', () => {
    expect(parseCompany('架空㈱ （旧：見本㈱）')).toMatchObject({
      name: '架空㈱',
      strictKey: companyStrictKey('架空株式会社'),
      others: ['（旧：見本㈱）'],
    });
  });
  it('flags unreadable characters and empty names', () => {
    expect(parseCompany('仮想ネット?ワーク株式会社')?.flags).toEqual(['unreadable']);
    expect(parseCompany(' ― ')).toBeNull();
  });
});
