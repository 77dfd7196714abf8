import { describe, expect, it } from 'vitest';
import { day, instant } from '#shared/domain/base/days.ts';
import {
  formatBytes,
  formatCount,
  formatDateTime,
  formatDay,
  formatDayLong,
  formatDayYear,
  formatPercent,
  formatPoints,
  formatRate,
  formatWeek,
} from '#shared/i18n/format.ts';

describe('days', () => {
  it('writes a day in full', () => {
    expect(formatDayLong(day('2026-11-22'), 'ja')).toBe('2026年11月22日(日)');
    expect(formatDayLong(day('2026-11-22'), 'en')).toBe('Sun, Nov 22, 2026');
  });
  it('writes a day in a list and marks a holiday', () => {
    expect(formatDay(day('2026-11-22'), 'ja')).toBe('11/22(日)');
    expect(formatDay(day('2026-11-23'), 'ja', true)).toBe('11/23(月・祝)');
    expect(formatDay(day('2026-01-05'), 'en')).toBe('Mon, Jan 5');
    expect(formatDayYear(day('2027-01-29'), 'ja')).toBe('2027/1/29');
  });
  it('shows an instant in Tokyo whatever the zone of the machine', () => {
    expect(formatDateTime(instant('2026-11-22T00:05:00Z'), 'ja')).toBe('11/22(日) 09:05');
    expect(formatDateTime(instant('2026-11-22T15:00:00Z'), 'ja')).toBe('11/23(月) 00:00');
  });
  it('names a week by its number and working span', () => {
    const holiday = (on: string): boolean => on === '2026-11-23';
    expect(formatWeek(day('2026-11-23'), day('2026-11-27'), 'ja', holiday)).toBe(
      '第48週 11/23(月・祝)〜11/27(金)',
    );
  });
});

describe('numbers', () => {
  it('groups thousands and lets the unit touch', () => {
    expect(formatCount(1234, '件')).toBe('1,234件');
  });
  it('rounds shares to one decimal and keeps the counts', () => {
    expect(formatRate(50, 800)).toBe('6.3%(50/800)');
    expect(formatPercent(130, 1000)).toBe('13.0%');
    expect(formatPercent(0, 0)).toBe('–');
  });
  it('signs differences in points', () => {
    expect(formatPoints(0.0675)).toBe('+6.8pt');
    expect(formatPoints(-0.012)).toBe('−1.2pt');
    expect(formatPoints(0)).toBe('±0.0pt');
  });
  it('writes file sizes', () => {
    expect(formatBytes(188_400)).toBe('188 KB');
    expect(formatBytes(1_449_000)).toBe('1.4 MB');
  });
});
