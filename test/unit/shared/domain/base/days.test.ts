import { describe, expect, it } from 'vitest';
import {
  addDays,
  day,
  dayOf,
  daysBetween,
  instant,
  instantAt,
  isDay,
  isoWeek,
  mondayOf,
  weekday,
} from '#shared/domain/base/days.ts';

describe('days', () => {
  it('takes the Tokyo day of an instant, whatever the machine zone', () => {
    expect(dayOf(instant('2026-11-22T15:00:00Z'))).toBe('2026-11-23');
    expect(dayOf(instant('2026-11-22T14:59:59Z'))).toBe('2026-11-22');
  });
  it('turns a Tokyo wall time into an instant', () => {
    expect(instantAt(day('2026-11-24'), 9 * 60)).toBe('2026-11-24T00:00:00.000Z');
  });
  it('refuses days that do not exist and instants without a zone', () => {
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2028-02-29')).toBe(true);
    for (const none of ['2026-00-10', '2026-01-00', '2026-04-31', '2026-1-10', '2026-01-101', '2026-01-10T'])
      expect(isDay(none), none).toBe(false);
    for (const some of ['2026-02-28', '2026-12-31', '2026-04-30', '0001-01-01'])
      expect(isDay(some), some).toBe(true);
    expect(() => day('2026-13-01')).toThrow(RangeError);
    expect(() => instant('2026-11-22T09:00:00')).toThrow(RangeError);
  });
  it('counts weeks as ISO 8601 does', () => {
    expect(isoWeek(day('2026-11-23'))).toEqual({ year: 2026, week: 48 });
    expect(isoWeek(day('2027-01-01'))).toEqual({ year: 2026, week: 53 });
    expect(weekday(day('2026-11-22'))).toBe(7);
    expect(mondayOf(day('2026-11-22'))).toBe('2026-11-16');
    expect(daysBetween(day('2026-11-20'), addDays(day('2026-11-20'), 45))).toBe(45);
  });
});
