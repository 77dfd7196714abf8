import { describe, expect, it } from 'vitest';
import { addDays, day } from '#shared/domain/base/days.ts';
import { beforeAfter, verdictOf } from '#shared/domain/insights/before-after.ts';
import { countMature, isMature, maturesOn } from '#shared/domain/insights/maturity.ts';

const lastYear = { fromOn: day('2025-04-01'), toOn: day('2026-03-31'), cards: 800, opportunities: 50 };

const none = { n: 0, finalOn: null };

describe('before and after', () => {
  it('compares 50 of 800 with 130 of 1000', () => {
    const found = beforeAfter(lastYear, { x: 130, n: 1000, immature: { n: 12, finalOn: day('2027-02-20') } });
    expect(found.difference?.value).toBeCloseTo(0.0675, 6);
    expect(found.difference?.low).toBeCloseTo(0.040352, 6);
    expect(found.difference?.high).toBeCloseTo(0.094223, 6);
    expect(found.before?.rate).toBeCloseTo(0.0625, 9);
    expect(found.after.high).toBeCloseTo(0.152268, 6);
    expect(found.rateRatio?.value).toBeCloseTo(2.08, 9);
    expect(found.countRatio).toBeCloseTo(2.6, 9);
    expect(found.after.immature).toEqual({ n: 12, finalOn: '2027-02-20' });
    expect(found.verdict).toBe('improved');
  });

  it('survives a period without leads', () => {
    const found = beforeAfter({ ...lastYear, cards: 0, opportunities: 0 }, { x: 0, n: 0, immature: none });
    expect(found).toMatchObject({ difference: null, rateRatio: null, countRatio: null, verdict: 'tooFew' });
    expect(found.before).toEqual({ x: 0, n: 0, rate: null, low: null, high: null });
  });

  it('shows the present alone while nobody typed a baseline', () => {
    const found = beforeAfter(null, { x: 130, n: 1000, immature: none });
    expect(found).toMatchObject({ before: null, difference: null, z: null, verdict: 'noBaseline' });
    expect(found.after.low).toBeCloseTo(0.110564, 6);
  });

  it('refuses more opportunities than cards', () => {
    expect(() => beforeAfter({ ...lastYear, opportunities: 801 }, { x: 1, n: 2, immature: none })).toThrow(
      RangeError,
    );
  });
});

describe('verdict', () => {
  const before = { x: 50, n: 800 };
  it.each([
    [{ x: 130, n: 1000 }, before, {}, 'improved'],
    [{ x: 130, n: 1000 }, before, { target: 0.05 }, 'improved'],
    [{ x: 40, n: 177 }, before, { target: 0.1 }, 'aboveTarget'],
    [{ x: 6, n: 60 }, { x: 4, n: 60 }, {}, 'noClearDifference'],
    [before, { x: 130, n: 1000 }, {}, 'declined'],
    [{ x: 20, n: 29 }, before, {}, 'tooFew'],
    [{ x: 20, n: 30 }, before, {}, 'improved'],
    [{ x: 2, n: 60 }, { x: 2, n: 60 }, {}, 'tooFew'],
    [{ x: 3, n: 60 }, { x: 2, n: 60 }, {}, 'noClearDifference'],
    [{ x: 130, n: 1000 }, before, { mismatches: ['window' as const] }, 'notComparable'],
  ])('%j against %j with %j: %s', (after, was, compared, verdict) => {
    expect(verdictOf(after, was, compared)).toBe(verdict);
  });
});

describe('maturity', () => {
  // Month end plus window is the day a cohort is final.
  it.each([
    ['2026-07-31', 90, '2026-10-29'],
    ['2026-08-31', 90, '2026-11-29'],
    ['2026-09-30', 60, '2026-11-29'],
    ['2026-10-31', 90, '2027-01-29'],
  ])('acquired %s with %i days is final on %s', (metOn, window, on) => {
    expect(maturesOn(day(metOn), window)).toBe(on);
    expect(isMature(day(metOn), window, day(on))).toBe(true);
    expect(isMature(day(metOn), window, addDays(day(on), -1))).toBe(false);
  });

  it('counts only complete windows and conversions inside them', () => {
    const lead = (metOn: string, convertedOn: string | null) => ({
      metOn: day(metOn),
      convertedOn: convertedOn === null ? null : day(convertedOn),
    });
    const leads = [
      lead('2026-08-24', '2026-11-22'), // on the last day of the window
      lead('2026-08-23', '2026-11-22'), // a day late
      lead('2026-08-20', null),
      lead('2026-08-25', '2026-09-01'), // converted, but its window still runs
      lead('2026-11-20', null),
    ];
    expect(countMature(leads, 90, day('2026-11-22'))).toEqual({
      x: 1,
      n: 3,
      immature: { n: 2, finalOn: '2027-02-18' },
    });
    expect(countMature([], 90, day('2026-11-22'))).toEqual({ x: 0, n: 0, immature: none });
  });
});
