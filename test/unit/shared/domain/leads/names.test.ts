import { describe, expect, it } from 'vitest';
import { type NameCells, parseName } from '#shared/domain/leads/names.ts';

const cells = (part: Partial<NameCells>): NameCells => ({
  full: '',
  last: '',
  first: '',
  kana: '',
  lastKana: '',
  firstKana: '',
  ...part,
});
const full = (text: string) => parseName(cells({ full: text }));

describe('person names', () => {
  it.each([
    ['山本 太郎', '山本', '太郎'],
    ['山本　太郎', '山本', '太郎'],
    ['山本太郎', '山本太郎', ''],
    ['山本 太郎 様', '山本', '太郎'],
    ['Dr. 山本 太郎', '山本', '太郎'],
    ['Smith John', 'Smith', 'John'],
  ])('%s', (text, last, first) => expect(full(text)).toMatchObject({ last, first }));

  it('says that an unspaced name was not split', () =>
    expect(full('山本太郎').flags).toEqual(['nameNotSplit']));
  it('keeps the characters of the card, folds only the key', () => {
    const name = full('髙橋 健一');
    expect(name.name).toBe('髙橋 健一');
    expect(name.key).toBe(full('高橋　健一').key);
  });
  it('lets a Japanese 氏名 correct columns that are the wrong way round, and says so', () => {
    expect(parseName(cells({ full: '三木 Prof. 隆', last: '隆', first: '三木 Prof.' }))).toMatchObject({
      name: '三木 隆',
      last: '三木',
      first: '隆',
      flags: ['nameOrderFromFullName', 'degreeRemoved'],
    });
  });
  it('does not swap Western and Chinese names', () => {
    expect(parseName(cells({ full: 'Chen Wei', last: 'Wei', first: 'Chen' }))).toMatchObject({
      last: 'Wei',
      first: 'Chen',
    });
  });
  it.each(['佐藤 花子（さとう はなこ）', '佐藤　花子(ｻﾄｳ ﾊﾅｺ)'])(
    'takes the reading in brackets for a reading, not for a part of the name: %s',
    text =>
      expect(full(text)).toMatchObject({
        name: '佐藤 花子',
        first: '花子',
        kana: 'サトウ ハナコ',
        key: full('佐藤花子').key,
      }),
  );
  it.each(['佐藤 花子（旧姓：山田）', '佐藤（旧姓 山田） 花子'])(
    'a maiden name in brackets makes no other person of her: %s',
    text => expect(full(text)).toMatchObject({ last: '佐藤', first: '花子', key: full('佐藤花子').key }),
  );
  it('leaves the brackets of a legal form alone', () =>
    expect(full('(株)架空 佐藤').name).toBe('(株)架空 佐藤'));
  it('splits SMITH, Jane at the comma', () =>
    expect(full('SMITH, Jane')).toMatchObject({ last: 'SMITH', first: 'Jane' }));
  it('makes kana from parts, in katakana', () => {
    expect(parseName(cells({ last: '佐藤', first: '花子', lastKana: 'さとう', firstKana: 'ﾊﾅｺ' })).kana).toBe(
      'サトウ ハナコ',
    );
  });
});
