import { describe, expect, it } from 'vitest';
import { measure, placeWorld } from '#test/helpers/identity/measure.ts';
import { identityWorld } from '#test/helpers/identity/world.ts';
import { runs, seed } from '#test/helpers/runs.ts';

const share = (part: number, of: number): number => Math.round((1000 * part) / of) / 10;

/**
 * People, files and truth from a generator that knows nothing of the matcher: five ways to write a file, lives with new
 * jobs, marriages and slips, and 24 kinds of people who are easily taken for one another.
 */
describe('measured against people who are known in advance', () => {
  it('joins nobody wrongly and finds the second card of a person', { timeout: 600_000 }, async () => {
    let [pairs, found] = [0, 0];
    for (let n = seed(); n < seed() + runs(20); n++) {
      const world = identityWorld(n);
      const m = measure(world, await placeWorld(world));
      const got = m.merged + m.suggested;
      console.info(
        `seed ${n}: ${m.wrong.length} wrong among ${m.lookAlikes} pairs of look-alikes; ${m.truePairs} true pairs: ` +
          `${m.merged} joined, ${m.suggested} suggested, ${m.missed.length} missed (${m.silent} with nothing but the name ` +
          `in common) = ${share(got, m.truePairs)} %; ${m.askedLookAlikes + m.askedStrangers} questions about different ` +
          `people, ${(m.askedLookAlikes / m.lookAlikes).toFixed(2)} per pair of look-alikes`,
      );
      expect(m.wrong, `seed ${n}`).toEqual([]);
      expect(m.lookAlikes).toBeGreaterThanOrEqual(300);
      expect(share(got, m.truePairs - m.silent), `seed ${n}:\n${m.missed.join('\n')}`).toBeGreaterThanOrEqual(
        95,
      );
      // One question at most for each pair told to look alike, next to none about others.
      expect(m.askedStrangers, `seed ${n}`).toBeLessThanOrEqual(m.people / 100);
      pairs += m.truePairs;
      found += got;
    }
    expect(share(found, pairs)).toBeGreaterThanOrEqual(95);
  });
});
