import { describe, expect, it } from 'vitest';
import { dateOrder, parseDate } from '#shared/domain/leads/dates.ts';

describe('dates of cards', () => {
  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026-01-05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['２０２６／１／５', '2026-01-05'],
    ['R8.1.5', '2026-01-05'],
    ['令和8年1月5日', '2026-01-05'],
    ['令和元年5月1日', '2019-05-01'],
    ['H31/4/30', '2019-04-30'],
    ['20260105', '2026-01-05'],
    ['20260105093000', '2026-01-05'],
    ['46316', '2026-10-21'],
    ['46316.75', '2026-10-21'],
    ['12 Mar 2024', '2024-03-12'],
    ['7-Feb-22', '2022-02-07'],
    ['Mar 22, 2025 19:28:32', '2025-03-22'],
    ['2026/10/21 10:30', '2026-10-21'],
    ['2026-10-21T20:00:00Z', '2026-10-22'],
    ['2026-10-21 20:00:00 UTC', '2026-10-22'],
    ['2026-10-21 20:00:00+00:00', '2026-10-22'],
    ['Thu Nov 05 2026', '2026-11-05'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
  ])('%s is %s', (text, on) => expect(parseDate(text, 2026)).toEqual({ on, flag: null }));

  it.each(['00/0/0', '', '--', '0000/00/00'])('%s is empty', text =>
    expect(parseDate(text, 2026)).toEqual({ on: null, flag: null }),
  );
  it('takes the year of the event for a date without one', () => {
    expect(parseDate('1月5日(月)', 2026)).toEqual({ on: '2026-01-05', flag: 'yearAssumed' });
  });
  it('says when day and month could be swapped, and obeys the answer', () => {
    expect(parseDate('08/02/2026', 2026)).toEqual({ on: '2026-08-02', flag: 'ambiguous' });
    expect(parseDate('08/02/2026', 2026, 'dmy')).toEqual({ on: '2026-02-08', flag: null });
    expect(parseDate('08/02/2026', 2026, 'mdy')).toEqual({ on: '2026-08-02', flag: null });
  });
  it.each(['2026/02/30', '来週', '13/13/2026'])('%s is no date', text =>
    expect(parseDate(text, 2026)).toEqual({ on: null, flag: 'unreadable' }),
  );
  it('learns the order from one value above 12', () => {
    expect(dateOrder(['08/02/2026', '08/22/2026'])).toBe('mdy');
    expect(dateOrder(['08/02/2026', '22/08/2026'])).toBe('dmy');
    expect(dateOrder(['08/02/2026'])).toBe('unknown');
  });
});
