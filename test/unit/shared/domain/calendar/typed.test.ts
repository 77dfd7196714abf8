import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { typedDay, typedMinute } from '#shared/domain/calendar/typed.ts';

const today = day('2026-11-22');

describe('a typed day', () => {
  it.each([
    ['2026/11/24(火)', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['２０２６／１１／２４', '2026-11-24'],
    ['20261124', '2026-11-24'],
    ['11/24', '2026-11-24'],
    ['11月24日', '2026-11-24'],
  ])('reads %s', (text, on) => {
    expect(typedDay(text, today)).toBe(on);
  });
  it('takes the nearest year when none is typed', () => {
    expect(typedDay('1/15', today)).toBe('2027-01-15');
    expect(typedDay('6/1', today)).toBe('2026-06-01');
    expect(typedDay('5/1', today)).toBe('2027-05-01');
  });
  it.each(['', 'あした', '2026/02/30', '08/02/2026'])('does not guess at %j', text => {
    expect(typedDay(text, today)).toBeNull();
  });
});

describe('a typed time', () => {
  it.each([
    ['9:05', 545],
    ['0905', 545],
    ['905', 545],
    ['９：０５', 545],
    ['9', 540],
    ['9時', 540],
    ['9時半', 570],
    ['9時5分', 545],
    ['23:59', 1439],
  ])('reads %s', (text, minute) => {
    expect(typedMinute(text)).toBe(minute);
  });
  it.each(['', '24:00', '9:60', '昼', '12345'])('does not guess at %j', text => {
    expect(typedMinute(text)).toBeNull();
  });
});
