import { describe, expect, it } from 'vitest';
import { listNumber, pageCode, parseListNumber } from '#shared/domain/calls/list-number.ts';

describe('list number', () => {
  it.each([
    [572, '572-4'],
    [480, '480-9'],
    [128, '128-8'],
    [4711, '4711-8'],
    [1001, '1001-9'],
    [9999, '9999-2'],
    [1, '1-3'],
    [12803, '12803-1'],
  ])('%i is printed as %s', (serial, printed) => {
    expect(listNumber(serial)).toBe(printed);
    expect(parseListNumber(printed)).toBe(serial);
  });

  it('notices every wrong digit and every pair of neighbours swapped', () => {
    let [wrong, missed] = [0, 0];
    for (let serial = 1; serial <= 1200; serial++) {
      const right = listNumber(serial).replace('-', '');
      for (let i = 0; i < right.length; i++) {
        const typos = [...'0123456789'].map(digit => right.slice(0, i) + digit + right.slice(i + 1));
        typos.push(right.slice(0, i) + (right[i + 1] ?? '') + (right[i] ?? '') + right.slice(i + 2));
        for (const typo of typos.filter(text => text !== right && !text.startsWith('0'))) {
          wrong++;
          if (parseListNumber(typo) !== null) missed++;
        }
      }
    }
    expect(wrong).toBeGreaterThan(30_000);
    expect(missed).toBe(0);
  });

  it('reads what people type', () => {
    expect(parseListNumber(' ５７２－４ ')).toBe(572);
    expect(parseListNumber('5724')).toBe(572);
    for (const text of ['', '0-0', '572', '572-5', 'abc', '-4', '00'])
      expect(parseListNumber(text)).toBeNull();
    expect(() => listNumber(0)).toThrow(RangeError);
    expect(() => listNumber(1.5)).toThrow(RangeError);
  });

  it('gives every page a code of its own, checked over serial and page', () => {
    // 12803 has the check digit 1, as above.
    expect(pageCode(128, 3)).toBe('LI1:128-03-1');
    expect(pageCode(480, 1)).toMatch(/^LI1:480-01-\d$/);
    expect(new Set(Array.from({ length: 120 }, (_, i) => pageCode(480, i + 1))).size).toBe(120);
  });
});
