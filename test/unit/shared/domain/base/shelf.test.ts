import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashIndex } from '#shared/domain/base/hash-index.ts';
import { Shelf } from '#shared/domain/base/shelf.ts';

const plain = { pack: (value: unknown) => value, unpack: (packed: unknown) => packed };

describe('a shelf', () => {
  it('gives back what was put there, in any characters and of any size', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.array(text), fc.jsonValue())), values => {
        const shelf = new Shelf(plain);
        expect(values.map(value => shelf.push(value))).toEqual(values.map((_, i) => i));
        expect([...shelf]).toEqual(values.map(value => JSON.parse(JSON.stringify(value)) as unknown));
      }),
      { numRuns: 200 },
    );
    const shelf = new Shelf(plain);
    const long = '漢'.repeat(3_000_000);
    for (const value of ['a', long, 'b']) shelf.push(value);
    expect(shelf.at(1) === long).toBe(true);
    expect([shelf.at(0), shelf.at(2), shelf.length]).toEqual(['a', 'b', 3]);
    expect(shelf.slice(2)).toEqual(['b']);
    expect([shelf.at(3), shelf.slice(3, 9)]).toEqual([undefined, []]);
  });
});

describe('a hash index', () => {
  it('finds every number under its text in the order they came in, however many there are', () => {
    const index = new HashIndex();
    const expected = new Map<string, number[]>();
    for (let i = 0; i < 20_000; i++) {
      const key = `鍵${(i * 7919) % 6000}`;
      index.add(key, i);
      expected.set(key, [...(expected.get(key) ?? []), i]);
    }
    for (const [key, numbers] of expected) {
      const own = new Set(numbers);
      expect(index.find(key).filter(n => own.has(n))).toEqual(numbers);
      expect(index.find(key).length).toBeLessThan(numbers.length + 20);
    }
    expect(index.find('nothing').length).toBeLessThan(20);
  });
});
