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
  it('makes kana from parts, in katakana', () => {
    expect(parseName(cells({ last: '佐藤', first: '花子', lastKana: 'さとう', firstKana: 'ﾊﾅｺ' })).kana).toBe(
      'サトウ ハナコ',
    );
  });
});
