import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOver, measure, median } from '#test/bench/pairs.ts';
import { repoRoot } from '#test/helpers/repo-copy.ts';

describe('the bench', () => {
  it('takes the median of the ratios of pairs, after one pair to warm up', async () => {
    const given = { product: [900, 30, 20, 90, 40, 50], floor: [1, 10, 10, 10, 10, 10] };
    const next = (list: number[]) => async () => await Promise.resolve(list.shift() ?? Number.NaN);
    const m = await measure({ name: 'x', limit: 3, product: next(given.product), floor: next(given.floor) });
    expect(m).toMatchObject({ ratio: 4, productMs: 40, floorMs: 10 });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('is red above the limit by more than a quarter, and when nothing was measured', () => {
    const ratios = [3, 3.75, 3.76, Number.NaN];
    const at = (ratio: number) => isOver({ name: 'x', limit: 3, productMs: 1, floorMs: 1, ratio });
    expect(ratios.map(at)).toEqual([false, false, true, true]);
  });

  it('has floors that use nothing of ours', () => {
    const folder = join(repoRoot, 'test/bench/floors');
    const used = readdirSync(folder).flatMap(name => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(match => match[1] ?? '');
    });
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter(name => !/^(node:fs|papaparse|better-sqlite3|\.\/\w+\.ts)$/.test(name))).toEqual([]);
  });
});
