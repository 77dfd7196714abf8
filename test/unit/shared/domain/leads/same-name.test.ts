import { describe, expect, it } from 'vitest';
import { parseName } from '#shared/domain/leads/names.ts';
import { readingKey, readsOtherwise } from '#shared/domain/leads/reading.ts';
import { relateNames } from '#shared/domain/leads/same-name.ts';

const named = (full: string, kana = '') =>
  parseName({ full, last: '', first: '', kana, lastKana: '', firstKana: '' });

describe('how two names relate', () => {
  it.each([
    ['渡邊 由美', '渡辺　由美', 'same'],
    ['山本太郎', '山本 太郎', 'same'],
    ['近? 剛', '近藤 剛', 'same'],
    ['John Smith', 'Smith John', 'same'],
    ['', '後藤 健', 'nameless'],
    ['後藤', '後藤 健', 'partly'],
    ['後藤', '後藤', 'partly'],
    ['中村', '中村和代', 'partly'],
    ['佐藤 ?', '佐藤 健', 'partly'],
    ['加藤 ヒロシ', '加藤 浩', 'partly'],
    ['原 翔太', '山崎 翔太', 'given'],
    ['渡邊 由美', '渡辺 真由', 'family'],
    ['田中 一郎', '田中 太郎', 'family'],
    ['近? 剛', '近藤 剛志', 'other'],
    ['John Smith', 'Peter Jones', 'other'],
    ['佐藤 健', '鈴木 誠', 'other'],
  ])('%s / %s: %s', (a, b, relation) => {
    expect(relateNames(named(a), named(b))).toBe(relation);
    expect(relateNames(named(b), named(a))).toBe(relation);
  });
  it('one side of the card in Latin letters', () =>
    expect(relateNames(named('佐藤 健', 'サトウ ケン'), named('Ken Sato'))).toBe('reading'));
});

describe('readings', () => {
  it.each([
    ['伊藤 譲司', 'イトウ ジョウジ', 'Ito Joji'],
    ['大野 信夫', 'オオノ シンプ', 'Shinpu Ohno'],
    ['辻 淳', 'ツジ ジュン', 'Tuji Zyun'],
    ['藤田 新一', 'フジタ シンイチ', 'FUJITA Shinichi'],
    ['本間 健平', 'ホンマ ケンペイ', 'Homma Kempei'],
  ])('%s (%s) is %s', (name, kana, latin) =>
    expect(readingKey(named(name, kana))).toBe(readingKey(named(latin))),
  );
  it('says nothing of a name in one piece or of characters alone', () => {
    expect(readingKey(named('佐藤 健'))).toBe('');
    expect(readingKey(named('Sato'))).toBe('');
  });
  it.each([
    ['サトウ ケン', 'サトウ タケシ', true],
    ['ヤマサキ ジロウ', 'ヤマザキ ジロウ', false],
    ['サトウ', 'サトウ ケン', false],
    ['', 'サトウ ケン', false],
  ])('%s and %s contradict: %s', (a, b, yes) => expect(readsOtherwise(a, b)).toBe(yes));
});
