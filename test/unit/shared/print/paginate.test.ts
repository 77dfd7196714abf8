import { describe, expect, it } from 'vitest';
import { paginate } from '#shared/print/paginate.ts';

const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('paginate', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [12, [12]],
    [13, [12, 1]],
    [24, [12, 12]],
    [40, [12, 12, 12, 4]],
  ])('%i rows fill pages of 12 as %j', (count, lengths) => {
    expect(paginate(numbers(count), 12).map(page => page.length)).toEqual(lengths);
  });

  it('loses, doubles and reorders nothing', () => {
    for (let count = 0; count < 60; count++)
      for (const perPage of [1, 5, 12, 17])
        expect(paginate(numbers(count), perPage).flat()).toEqual(numbers(count));
  });

  it('refuses a page size that makes no pages', () => {
    for (const perPage of [0, -1, 1.5, Number.NaN]) expect(() => paginate([1], perPage)).toThrow(RangeError);
  });
});
