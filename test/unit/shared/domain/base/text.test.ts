import { describe, expect, it } from 'vitest';
import { bigrams, foldKey, unifyDashes } from '#shared/domain/base/text.ts';

describe('text keys', () => {
  it.each([
    ['髙橋 健一', '高橋健一'],
    ['山﨑　次郎', '山崎次郎'],
    ['渡邊由美', '渡辺由美'],
    ['𠮷野', '吉野'],
    ['ﾔﾏﾓﾄ ﾀﾛｳ', 'やまもと たろう'],
    ['ＫＡＫＵＵ・テクノロジー', 'kakuu テクノロジー'],
    ['葛\u{E0100}城', '葛城'],
  ])('%s and %s share a key', (a, b) => {
    expect(foldKey(a)).toBe(foldKey(b));
  });
  it('keeps different people apart', () => {
    expect(foldKey('渡邊 由美')).not.toBe(foldKey('渡辺 真由'));
    expect(foldKey('齊藤')).not.toBe(foldKey('斎藤'));
  });
  it('cuts overlapping pairs by characters, not by code units', () => {
    expect(bigrams('吉野家')).toEqual(['吉野', '野家']);
    expect(bigrams('𠮷野')).toEqual(['𠮷野']);
    expect(bigrams('森')).toEqual(['森']);
  });
  it('unifies the dashes between digits', () => {
    expect(unifyDashes('03−1234‐5678ー9')).toBe('03-1234-5678-9');
  });
});
