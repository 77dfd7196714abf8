import { describe, expect, it } from 'vitest';
import {
  attemptYields,
  countsByAttempt,
  type Pursuit,
  shareBy,
  summaryOf,
} from '#shared/domain/calls/touches.ts';

const six = (value: number | null | undefined) => value?.toFixed(6);

describe('touches to an appointment', () => {
  // Both vectors: reference ux §3.3, computed there with scipy.
  it('have a median, a mean and a share of three or fewer', () => {
    const { n, median, mean, few } = summaryOf([7, 1, 1, 2, 2, 3, 2, 2, 3, 3, 4, 5]);
    expect([n, median, six(mean), few.x, few.n]).toEqual([12, 2.5, '2.916667', 9, 12]);
    const { value, low, high } = few.estimate ?? {};
    expect([value, low, high].map(six)).toEqual(['0.750000', '0.467695', '0.911058']);
  });
  it('say nothing without an appointment', () => {
    expect(summaryOf([])).toEqual({
      n: 0,
      median: null,
      mean: null,
      few: { x: 0, n: 0, estimate: null },
    });
    expect(summaryOf([4])).toMatchObject({ median: 4, mean: 4, few: { x: 0, n: 1 } });
    expect(shareBy([], 3)).toBeNull();
  });

  const reached = [200, 150, 105, 70, 40, 20];
  const appointed = [8, 9, 6, 2, 1, 0];
  const counts = reached.map((people, i) => ({ reached: people, appointed: appointed[i] ?? 0 }));
  it('yield less with every attempt', () => {
    const yields = attemptYields(counts);
    expect(yields.map(row => six(row.hazard))).toEqual([
      '0.040000',
      '0.060000',
      '0.057143',
      '0.028571',
      '0.025000',
      '0.000000',
    ]);
    expect(yields.map(row => six(row.cumulative))).toEqual([
      '0.040000',
      '0.097600',
      '0.149166',
      '0.173475',
      '0.194138',
      '0.194138',
    ]);
    const share = shareBy(yields, 3);
    expect(share).toEqual({ x: 23, n: 26 });
  });
  it('are counted from the people themselves, those given up included', () => {
    // Whoever is not reached by the next attempt got an appointment or was given up.
    const people: Pursuit[] = reached.flatMap((tried, i) => {
      const won = appointed[i] ?? 0;
      const left = tried - (reached[i + 1] ?? 0);
      return Array.from({ length: left }, (_, n) => ({ attempts: i + 1, touches: 1, appointed: n < won }));
    });
    expect(people).toHaveLength(200);
    expect(countsByAttempt(people)).toEqual(counts);
    expect(countsByAttempt([{ attempts: 0, touches: 1, appointed: true }])).toEqual([]);
  });
});
