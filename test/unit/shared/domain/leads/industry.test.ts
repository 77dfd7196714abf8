import { expect, it } from 'vitest';
import { type CompanyEvidence, sameCompany } from '#shared/domain/leads/company-match.ts';
import { industryLetter } from '#shared/domain/leads/industry.ts';

it.each([
  ['製造業', 'E'],
  ['IT・ソフトウェア', 'G'],
  ['商社', 'I'],
  ['官公庁', 'S'],
  ['運輸・倉庫', 'H'],
  ['建設業', 'D'],
  ['医療・福祉', 'P'],
  ['不動産', 'K'],
  ['e', 'E'],
])('%s is group %s', (text, letter) => expect(industryLetter(text)).toBe(letter));
it('leaves what it does not know unknown', () => {
  expect(industryLetter('')).toBeNull();
  expect(industryLetter('その他')).toBeNull();
});

const evidence = (part: Partial<CompanyEvidence>) => ({
  domain: '',
  phoneKey: '',
  addressKey: '',
  corporateNumber: '',
  ...part,
});
it('a company name alone joins nobody; domain, number or address does', () => {
  expect(sameCompany(evidence({}), evidence({}))).toBe(false);
  expect(sameCompany(evidence({ domain: 'a.jp' }), evidence({ domain: 'b.jp' }))).toBe(false);
  expect(sameCompany(evidence({ domain: 'a.jp' }), evidence({ domain: 'a.jp' }))).toBe(true);
  expect(sameCompany(evidence({ phoneKey: '+8131' }), evidence({ domain: 'b.jp', phoneKey: '+8131' }))).toBe(
    true,
  );
  expect(
    sameCompany(evidence({ addressKey: '東京都千代田区1' }), evidence({ addressKey: '東京都千代田区1' })),
  ).toBe(true);
});
