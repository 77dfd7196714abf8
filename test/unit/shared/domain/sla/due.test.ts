import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayOf, instant, minuteOf } from '#shared/domain/base/days.ts';
import { businessMinutesBetween, defaultCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { defaultSla, type Reading, type Timing } from '#shared/domain/sla/agreement.ts';
import { addBusinessMinutes, dueAt, remainingMinutes } from '#shared/domain/sla/due.ts';
import { counted } from '#test/helpers/runs.ts';

const at = (text: string) => instant(`${text}:00+09:00`);
const friday = at('2026-11-20T16:00');
const cal = defaultCalendar;

const contactIn = (reading: Timing['contact']['reading'], days: number): Timing => ({
  ...defaultSla.timing,
  contact: { reading, days },
});
const toldIn = (reading: Reading): Timing => ({ ...defaultSla.timing, told: { reading } });

describe('the first contact (mission 4.4)', () => {
  it.each([
    ['the day itself', contactIn('businessDays', 0), '2026-11-20T18:00'],
    ['two business days, a holiday between', contactIn('businessDays', 2), '2026-11-25T18:00'],
    ['two days of the calendar', contactIn('calendarDays', 2), '2026-11-22T18:00'],
  ])('is due at closing: %s', (_name, timing, due) => {
    expect(dueAt('contact', timing, friday, cal)).toBe(at(due));
  });

  it('is two business days by default', () => {
    expect(dueAt('contact', defaultSla.timing, friday, cal)).toBe(at('2026-11-25T18:00'));
  });

  it('never falls due before it began: after closing the day is over', () => {
    const evening = at('2026-11-20T20:00');
    expect(dueAt('contact', contactIn('businessDays', 0), evening, cal)).toBe(at('2026-11-24T18:00'));
    expect(dueAt('contact', contactIn('calendarDays', 0), evening, cal)).toBe(at('2026-11-24T18:00'));
  });

  it('counts from the next business day at a weekend', () => {
    expect(dueAt('contact', defaultSla.timing, at('2026-11-21T12:00'), cal)).toBe(at('2026-11-26T18:00'));
  });
});

describe('within 24 hours (mission 4.5)', () => {
  it.each([
    ['nextBusinessDay', '2026-11-24T16:00'],
    ['clockHours', '2026-11-21T16:00'],
    ['businessHours', '2026-11-26T13:00'],
  ] as const)('read as %s', (reading, due) => {
    expect(dueAt('told', toldIn(reading), friday, cal)).toBe(at(due));
  });

  it('is the next business day at the same time unless the team says otherwise', () => {
    expect(dueAt('told', defaultSla.timing, friday, cal)).toBe(at('2026-11-24T16:00'));
    expect(dueAt('accept', defaultSla.timing, friday, cal)).toBe(at('2026-11-24T16:00'));
  });

  it('moves into opening hours: handed over at 20:00, accepted by 18:00', () => {
    expect(dueAt('accept', defaultSla.timing, at('2026-11-20T20:00'), cal)).toBe(at('2026-11-24T18:00'));
    expect(dueAt('accept', defaultSla.timing, at('2026-11-20T07:00'), cal)).toBe(at('2026-11-24T09:00'));
  });
});

describe('remaining time (ux 4.10)', () => {
  it.each([
    ['2026-11-20T16:40', '2026-11-24T10:15', 155],
    ['2026-11-22T12:00', '2026-11-24T09:30', 30],
  ])('from %s to %s is %i minutes', (now, due, minutes) => {
    expect(remainingMinutes(cal, at(due), at(now))).toBe(minutes);
    expect(remainingMinutes(cal, at(now), at(due))).toBe(-minutes);
  });
});

const anyInstant = fc
  .integer({ min: 0, max: 700 * 1440 })
  .map(minutes => instant(Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000));

it('keeps every promise within opening hours of a business day, however it is read', () => {
  const timings = fc.record({
    reading: fc.constantFrom<Reading>('nextBusinessDay', 'businessHours'),
    days: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(anyInstant, timings, (start, { reading, days }) => {
      const timing: Timing = {
        told: { reading },
        accept: { reading },
        contact: { reading: 'businessDays', days },
      };
      for (const kind of ['told', 'contact', 'accept'] as const) {
        const due = dueAt(kind, timing, start, cal);
        expect(due > start).toBe(true);
        expect(isBusinessDay(cal, dayOf(due))).toBe(true);
        expect(minuteOf(due)).toBeGreaterThanOrEqual(cal.opensAt);
        expect(minuteOf(due)).toBeLessThanOrEqual(cal.closesAt);
      }
    }),
    counted(2000),
  );
});

it('adds exactly as many minutes of opening time as it was asked to', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 0, max: 5000 }), (start, minutes) => {
      const end = addBusinessMinutes(cal, start, minutes);
      expect(businessMinutesBetween(cal, start, end)).toBe(minutes);
    }),
    counted(2000),
  );
});

it('knows that nobody works on the days between', () => {
  expect(isBusinessDay(cal, addDays(day('2026-11-20'), 3))).toBe(false);
});
