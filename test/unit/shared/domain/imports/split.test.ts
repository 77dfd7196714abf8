import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping, isColumnUse } from '#shared/domain/imports/columns.ts';
import { fieldsOf, isSplitUse, splitCell, USUAL_SPLITS } from '#shared/domain/imports/split.ts';
import { counted } from '#test/helpers/runs.ts';

const pieces = (cell: string, use: string): string =>
  splitCell(cell, fieldsOf(use))
    .map(([field, text]) => `${field}=${text}`)
    .join(' | ');

const CARD = 'company+department+title';

describe('a cell of several fields', () => {
  it.each([
    ['架空商事・営業部・部長', CARD, 'company=架空商事 | department=営業部 | title=部長'],
    ['株式会社架空商事　営業部　部長', CARD, 'company=株式会社架空商事 | department=営業部 | title=部長'],
    ['架空商事 部長', CARD, 'company=架空商事 | title=部長'],
    ['営業部 部長', CARD, 'department=営業部 | title=部長'],
    ['架空商事', CARD, 'company=架空商事'],
    [
      'ソフトウェア・システム株式会社・営業部・部長',
      CARD,
      'company=ソフトウェア・システム株式会社 | department=営業部 | title=部長',
    ],
    [
      '架空商事株式会社 第一営業部 営業一課 課長',
      CARD,
      'company=架空商事株式会社 | department=第一営業部 営業一課 | title=課長',
    ],
    [
      'Kaku Trading Inc. / Planning Group / Evangelist',
      CARD,
      'company=Kaku Trading Inc. | department=Planning Group | title=Evangelist',
    ],
    ['山本 太郎（ヤマモト タロウ）', 'fullName+kana', 'fullName=山本 太郎 | kana=ヤマモト タロウ'],
    ['山本太郎(やまもとたろう)', 'fullName+kana', 'fullName=山本太郎 | kana=やまもとたろう'],
    [
      '〒100-0001 東京都千代田区千代田1-1 架空ビル3F',
      'postalCode+address',
      'postalCode=〒100-0001 | address=東京都千代田区千代田1-1 架空ビル3F',
    ],
    [
      '〒100-0001東京都千代田区千代田1-1',
      'postalCode+address',
      'postalCode=〒100-0001 | address=東京都千代田区千代田1-1',
    ],
    ['東京都千代田区千代田1-1', 'postalCode+address', 'address=東京都千代田区千代田1-1'],
    ['(株)架空商事 山本太郎', 'company+fullName', 'company=(株)架空商事 | fullName=山本太郎'],
    ['架空商事 株式会社 山本 太郎', 'company+fullName', 'company=架空商事 株式会社 | fullName=山本 太郎'],
    ['架空商事（東京） 山本 太郎', 'company+fullName', 'company=架空商事（東京） | fullName=山本 太郎'],
    ['株式会社架空商事 山本 太郎 様', 'company+fullName', 'company=株式会社架空商事 | fullName=山本 太郎 様'],
    [
      '03-0000-0001（代）/090-0000-0001',
      'phoneMain+mobile',
      'phoneMain=03-0000-0001（代） | mobile=090-0000-0001',
    ],
    ['090-0000-0001', 'phoneMain+mobile', 'mobile=090-0000-0001'],
    ['', 'company+fullName', ''],
  ])('%j as %s', (cell, use, expected) => expect(pieces(cell, use)).toBe(expected));

  it('keeps every letter and digit of any text, in its order', () => {
    const word = fc.constantFrom(
      '架空',
      '株式会社',
      '営業部',
      '部長',
      '山本',
      'カナ',
      '03-0000-0001',
      '（',
      '）',
      ' ',
      '・',
      '/',
      'ab',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom(...USUAL_SPLITS), (words, use) => {
        const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
        const cell = words.join('');
        const split = splitCell(cell, fieldsOf(use));
        expect(letters(split.map(([, text]) => text).join(''))).toBe(letters(cell));
        expect(split.every(([, text]) => text !== '')).toBe(true);
      }),
      counted(2000),
    );
  });
});

describe('columns of several fields', () => {
  const uses = (headers: readonly string[], ...rows: readonly (readonly string[])[]): string[] =>
    guessMapping(headers, rows, ',').columns.map(column => column.use);

  it.each([
    ['会社名・部署・役職', ['架空商事・営業部・部長'], CARD],
    ['部署／役職', ['営業部／部長'], 'department+title'],
    ['会社名 氏名', ['架空商事 山本 太郎', '試作工業 佐藤 花子'], 'company+fullName'],
    ['TEL/FAX', ['03-0000-0001/03-0000-0002'], 'phoneMain+fax'],
    ['氏名（カナ）', ['山本 太郎（ヤマモト タロウ）', '佐藤 花子（サトウ ハナコ）'], 'fullName+kana'],
    ['氏名（カナ）', ['ヤマモト タロウ', 'サトウ ハナコ'], 'kana'],
    ['氏名', ['代表取締役 山本 太郎', '部長 佐藤 花子'], 'title+fullName'],
    ['住所', ['〒100-0001 東京都千代田区1-1', '〒530-0001 大阪府大阪市北区2-2'], 'postalCode+address'],
    ['住所', ['東京都千代田区1-1', '大阪府大阪市北区2-2'], 'address'],
    ['会社名', ['株式会社架空商事 営業部 部長', '試作工業株式会社 総務課 課長'], CARD],
    ['会社名', ['株式会社架空商事', '試作工業株式会社 大阪支店'], 'company'],
    ['会社 メール', ['a@example.jp', 'b@example.jp'], 'email'],
  ])('%s with %j', (header, cells, expected) =>
    expect(uses([header], ...cells.map(cell => [cell]))).toEqual([expected]),
  );

  it('a column is not split where another has the further field', () => {
    expect(
      uses(['会社名', '部署'], ['株式会社架空商事 営業部', '営業部'], ['試作工業株式会社 総務課', '総務課']),
    ).toEqual(['company', 'department']);
  });
  it('所属 beside a company is the department', () => {
    expect(uses(['会社名', '所属・役職'], ['架空商事', '営業部・部長'])).toEqual([
      'company',
      'department+title',
    ]);
  });
  it('only different known fields make a use', () => {
    expect(isSplitUse('company+title')).toBe(true);
    expect(
      ['company', 'company+company', 'company+', '+', 'company+nothing', 'tag+company'].some(isSplitUse),
    ).toBe(false);
    expect(isColumnUse('company+nothing')).toBe(false);
  });
});
