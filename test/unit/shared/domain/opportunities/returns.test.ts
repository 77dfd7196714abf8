import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnsweredHandover, MIN_HANDOVERS, returnsByRule } from '#shared/domain/opportunities/returns.ts';

const handed = (count: number, returned: number, ...rules: string[]): AnsweredHandover[] =>
  Array.from({ length: count }, (_, i) => ({
    returned: i < returned,
    reason: i < returned ? 'tooEarly' : null,
    rules,
  }));

describe('which rule produced what came back', () => {
  it('says nothing below five hand-overs', () => {
    const found = returnsByRule(handed(4, 4, 'seminar.attended'));
    expect(found).toMatchObject({ n: 4, x: 4, proposal: null, verdict: 'tooFew' });
    expect(found.rules).toMatchObject([{ rule: 'seminar.attended', n: 4, isEnough: false }]);
  });

  it('proposes the rule whose interval lies above the share of all', () => {
    const found = returnsByRule([
      ...handed(8, 7, 'seminar.attended'),
      ...handed(30, 3, 'material.requested'),
    ]);
    // Where (7/8 − p)² · 8 = z² · p (1 − p), solved by bisection; of all 10 of 38 = 0.263.
    expect(found.proposal).toMatchObject({ rule: 'seminar.attended', n: 8, x: 7 });
    expect(found.proposal?.rate.low).toBeCloseTo(0.5291, 4);
    expect(found.proposal?.rate.high).toBeCloseTo(0.9776, 4);
    expect(found.verdict).toBe('proposal');
    expect(found.reasons).toEqual([{ reason: 'tooEarly', n: 10 }]);
  });

  it('proposes nothing where everything comes back alike', () => {
    expect(returnsByRule([...handed(10, 5, 'a'), ...handed(10, 5, 'b')]).verdict).toBe('none');
  });

  it('counts each hand-over once per reason, in whatever order, and never speaks of too few', () => {
    const any = fc.array(
      fc.record({
        returned: fc.boolean(),
        reason: fc.constant(null),
        rules: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(any, fc.integer(), (all, at) => {
        const found = returnsByRule(all);
        const turn = Math.abs(at) % (all.length + 1);
        expect(returnsByRule([...all.slice(turn), ...all.slice(0, turn)])).toEqual(found);
        const mentions = all.reduce((sum, { rules }) => sum + rules.length, 0);
        expect(found.rules.reduce((sum, { n }) => sum + n, 0)).toBe(mentions);
        for (const { n, x, isEnough } of found.rules) {
          expect(x).toBeLessThanOrEqual(n);
          expect(isEnough).toBe(n >= MIN_HANDOVERS);
        }
        if (found.proposal) expect(found.proposal.n).toBeGreaterThanOrEqual(MIN_HANDOVERS);
      }),
    );
  });
});
