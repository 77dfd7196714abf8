import { describe, expect, it } from 'vitest';
import { parseCorporateNumber, parseMoney } from '#shared/domain/leads/money.ts';

describe('capital and sales, in units of 10,000 yen', () => {
  it.each([
    ['3億5,000万円', 35_000, 35_000],
    ['１，０００万円', 1000, 1000],
    ['1億円', 10_000, 10_000],
    ['2.5億円', 25_000, 25_000],
    ['1兆2,000億円', 120_000_000, 120_000_000],
    ['50百万円', 5000, 5000],
    ['3千万円', 3000, 3000],
    ['10,000千円', 1000, 1000],
    ['10000000円', 1000, 1000],
    ['10000000', 1000, 1000],
    ['¥300,000,000', 30_000, 30_000],
    ['1億〜10億円', 10_000, 100_000],
    ['1～5億円', 10_000, 50_000],
    ['1,000万円～5,000万円未満', 1000, 5000],
    ['10億円以上', 100_000, null],
    ['5000万未満', null, 5000],
    ['3億円以下', null, 30_000],
    ['約20億円', 200_000, 200_000],
  ])('reads %s', (text, min, max) => expect(parseMoney(text)).toEqual({ min, max }));
  it.each([
    ['350', '資本金(百万円)', 35_000],
    ['10,000', '売上高（単位：千円）', 1000],
    ['1000', '資本金(万円)', 1000],
    ['2億円', '売上(百万円)', 20_000],
  ])('%s under %s', (text, header, value) =>
    expect(parseMoney(text, header)).toEqual({ min: value, max: value }),
  );
  it.each(['', '非公開', '-', '未公開', '3,000', '$1M', '500万ドル'])('leaves %j unknown', text =>
    expect(parseMoney(text)).toBeNull(),
  );
});

describe('corporate numbers', () => {
  // The National Tax Agency's own number, and the example in its guide to the check digit.
  it.each([
    '7000012050002',
    '7000-0120-50002',
    '７００００１２０５０００２',
    'T7000012050002',
    '8700110005901',
  ])('%s is one', text => expect(parseCorporateNumber(text)).toMatch(/^(?:7000012050002|8700110005901)$/));
  it.each(['7000012050003', '0000012050002', '700001205000', ''])('%j is none', text =>
    expect(parseCorporateNumber(text)).toBe(''),
  );
});
