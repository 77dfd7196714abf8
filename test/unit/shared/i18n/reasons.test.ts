import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { ATTRIBUTES, BEHAVIOURS, MANUAL_POINTS } from '#shared/domain/scoring/rules.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { reasonLine, type ReasonRow, whySentence } from '#shared/i18n/reasons.ts';

const [ja, en] = [catalogue('ja'), catalogue('en')];
const title: ReasonRow = { rule: 'titleRank', value: '4', points: 30, occurredOn: null };
const did = (rule: string, on: string, points = 20): ReasonRow => ({
  rule,
  value: null,
  points,
  occurredOn: day(on),
});

describe('why somebody has their rank', () => {
  it('is one sentence with the title and what happened in its order', () => {
    const rows = [title, did('page.pricing', '2026-11-19', 15), did('material.requested', '2026-11-10')];
    expect(whySentence(ja, rows)).toBe('役職が部長で、資料請求のあと料金ページも見ています');
    expect(whySentence(en, rows)).toBe(
      'Title Department head; after asking for material, also saw the pricing page',
    );
  });
  it('is shorter when less is known', () => {
    expect(whySentence(ja, [title])).toBe('役職が部長です');
    expect(whySentence(ja, [did('page.case', '2026-11-19')])).toBe('事例ページを見ています');
    expect(whySentence(ja, [])).toBe('点になる記録はまだありません');
  });
  it('names what makes a lead A without points first', () => {
    const rows = [did('mail.replied', '2026-11-01', 30), did('page.case', '2026-11-02', 10)];
    expect(whySentence(ja, rows, 'quote.requested')).toBe('メールの返信のあと見積もりも依頼しています');
  });
  it('has words for everything that can give points, in both languages', () => {
    for (const t of [ja, en])
      for (const rule of [...BEHAVIOURS.filter(kind => !/^triage\.[CX]/.test(kind)), MANUAL_POINTS]) {
        expect(whySentence(t, [did(rule, '2026-11-01')])).not.toContain(rule);
        expect(reasonLine(t, [did(rule, '2026-11-01')])).not.toBe(rule);
      }
    for (const t of [ja, en])
      for (const rule of ATTRIBUTES)
        expect(whySentence(t, [{ rule, value: '1', points: 5, occurredOn: null }])).not.toContain(rule);
  });
  it('is a line of three words in a cell', () => {
    const size: ReasonRow = { rule: 'employees', value: '300-', points: 10, occurredOn: null };
    expect(reasonLine(ja, [title, did('mail.replied', '2026-11-01'), size])).toBe('部長・返信・300人以上');
  });
});
