import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/domain/base/assert.ts';
import { difference, pooledZ, rateRatio, wilson, Z95 } from '#shared/domain/insights/proportions.ts';
import { counted } from '#test/helpers/runs.ts';

const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs(must(actual, 'a number') - expected)).toBeLessThan(1e-6);
const anyCount = fc
  .integer({ min: 1, max: 3000 })
  .chain(n => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

describe('wilson', () => {
  it.each([
    [50, 800, 0.0625, 0.047727, 0.081454],
    [130, 1000, 0.13, 0.110564, 0.152268],
    [40, 177, 0.225989, 0.170576, 0.293043],
    [3, 12, 0.25, 0.088942, 0.532305],
    [0, 12, 0, 0, 0.242494],
    [9, 12, 0.75, 0.467695, 0.911058],
    [31, 40, 0.775, 0.624969, 0.876839],
    [405, 420, 0.964286, 0.941916, 0.978239],
    [5, 405, 0.012346, 0.005285, 0.028571],
  ])('%i of %i', (x, n, p, low, high) => {
    const found = wilson({ x, n });
    near(found?.value, p);
    near(found?.low, low);
    near(found?.high, high);
  });

  it.each([
    [1.2815515655446004, 0.116975, 0.144238],
    [1.6448536269514722, 0.113501, 0.148496],
  ])('130 of 1000 at z %d', (z, low, high) => {
    near(wilson({ x: 130, n: 1000 }, z)?.low, low);
    near(wilson({ x: 130, n: 1000 }, z)?.high, high);
  });

  it('has no share of nothing and refuses impossible counts', () => {
    expect(wilson({ x: 0, n: 0 })).toBeNull();
    expect(() => wilson({ x: 2, n: 1 })).toThrow(RangeError);
    expect(() => wilson({ x: 0.5, n: 1 })).toThrow(RangeError);
    expect(() => wilson({ x: -1, n: 1 })).toThrow(RangeError);
  });

  it('bounds are the rates the score test just does not reject', () => {
    fc.assert(
      fc.property(anyCount, ({ x, n }) => {
        const found = must(wilson({ x, n }), 'n > 0');
        const score = (rate: number) => Math.abs(x / n - rate) / Math.sqrt((rate * (1 - rate)) / n);
        if (x > 0) expect(score(found.low)).toBeCloseTo(Z95, 6);
        if (x < n) expect(score(found.high)).toBeCloseTo(Z95, 6);
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.value).toBeLessThanOrEqual(found.high);
      }),
      counted(2000),
    );
  });
});

describe('two rates', () => {
  it.each([
    [130, 1000, 50, 800, 0.0675, 0.040352, 0.094223, 4.743416, 2.08, 1.521567, 2.843384],
    [40, 177, 50, 800, 0.163489, 0.104924, 0.232151, 6.805869, 3.615819, 2.46637, 5.300969],
    [40, 177, 130, 1000, 0.095989, 0.036269, 0.165803, 3.348542, 1.738375, 1.267007, 2.385107],
    [6, 60, 4, 60, 0.033333, -0.073528, 0.142587, 0.660578, 1.5, 0.445737, 5.047816],
  ])('%i/%i after %i/%i', (x1, n1, x0, n0, d, dLow, dHigh, z, ratio, rLow, rHigh) => {
    const [after, before] = [
      { x: x1, n: n1 },
      { x: x0, n: n0 },
    ];
    const found = difference(after, before);
    near(found?.value, d);
    near(found?.low, dLow);
    near(found?.high, dHigh);
    near(pooledZ(after, before), z);
    const rr = rateRatio(after, before);
    near(rr?.value, ratio);
    near(rr?.low, rLow);
    near(rr?.high, rHigh);
  });

  it('mirror each other when before and after change places', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (a, b) => {
        const [there, back] = [must(difference(a, b), 'n > 0'), must(difference(b, a), 'n > 0')];
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.value).toBeGreaterThanOrEqual(there.low);
        expect(there.low).toBeGreaterThanOrEqual(-1);
        expect(there.high).toBeLessThanOrEqual(1);
        const [up, down] = [rateRatio(a, b), rateRatio(b, a)];
        if (up && down) expect(up.low * down.high).toBeCloseTo(1, 9);
      }),
      counted(2000),
    );
  });

  it('give no ratio without conversions and no z without spread', () => {
    expect(rateRatio({ x: 0, n: 50 }, { x: 5, n: 50 })).toBeNull();
    expect(rateRatio({ x: 5, n: 50 }, { x: 0, n: 50 })).toBeNull();
    expect(pooledZ({ x: 0, n: 50 }, { x: 0, n: 50 })).toBeNull();
    expect(pooledZ({ x: 0, n: 0 }, { x: 5, n: 50 })).toBeNull();
    expect(difference({ x: 0, n: 0 }, { x: 5, n: 50 })).toBeNull();
  });
});
