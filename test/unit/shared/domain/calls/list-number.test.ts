import { describe, expect, it } from 'vitest';
import { dammDigit, listNumberText, pageCode, parseListNumber } from '#shared/domain/calls/list-number.ts';

describe('list number', () => {
  it('gives the check digits of the published vectors', () => {
    // 572→4 is Damm's own example; the others were computed with an independent implementation.
    const vectors = { 572: 4, 480: 9, 128: 8, 4711: 8, 1001: 9, 9999: 2, 1: 3, 12803: 1 };
    for (const [serial, check] of Object.entries(vectors)) expect(dammDigit(serial), serial).toBe(check);
  });

  it('prints and reads back, also with full-width digits and dashes', () => {
    expect(listNumberText(480)).toBe('480-9');
    expect(parseListNumber('480-9')).toBe(480);
    expect(parseListNumber(' ４８０－９ ')).toBe(480);
    expect(parseListNumber('480ー9')).toBe(480);
    expect(parseListNumber('4809')).toBe(480);
  });

  it('refuses every single wrong digit and every swap of two different neighbours', () => {
    for (const serial of [1, 12, 480, 4711, 90817]) {
      const right = listNumberText(serial).replace('-', '');
      const wrong = new Set<string>();
      for (let i = 0; i < right.length; i++) {
        for (let d = 0; d < 10; d++) wrong.add(right.slice(0, i) + String(d) + right.slice(i + 1));
        wrong.add(
          right.slice(0, i) +
            right
              .slice(i, i + 2)
              .split('')
              .toReversed()
              .join('') +
            right.slice(i + 2),
        );
      }
      wrong.delete(right);
      expect(wrong.size).toBeGreaterThan(right.length * 9 - 1);
      for (const text of wrong) expect(parseListNumber(text), text).toBeNull();
    }
  });

  it('refuses what is not a list number', () => {
    for (const text of ['', '-', '9', 'abc-1', '480-8', '480--9', '48O-9'])
      expect(parseListNumber(text), text).toBeNull();
    expect(() => dammDigit('48O')).toThrow(RangeError);
    expect(() => dammDigit('')).toThrow(RangeError);
  });

  it('gives each page its own code', () => {
    expect(pageCode(128, 3)).toBe('LI1:128-03-1');
    expect(pageCode(480, 1)).not.toBe(pageCode(480, 2));
  });
});
