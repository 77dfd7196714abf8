import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, instant, instantAt, weekday } from '#shared/domain/base/days.ts';
import {
  addBusinessDays,
  type BusinessCalendar,
  businessDayFrom,
  businessDaysBetween,
  businessMinutesBetween,
  closingOf,
  dayOffReason,
  defaultCalendar as cal,
  isAway,
  isBusinessDay,
  nextBusinessDay,
  openingOf,
  sameTimeNextBusinessDay,
  zBusinessCalendar,
} from '#shared/domain/calendar/calendar.ts';
import { closeDays, openDay, presetDays, toggleDay } from '#shared/domain/calendar/edit.ts';
import { holidayName } from '#shared/domain/calendar/holidays.ts';
import { counted } from '#test/helpers/runs.ts';

const tokyo = (text: string) => instant(`${text}+09:00`);
const hot = tokyo('2026-11-20T16:00'); // a Friday; Monday 23 is a holiday

describe('business days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-24'],
    ['2026-11-20', 2, '2026-11-25'],
    ['2026-11-21', 2, '2026-11-26'],
    ['2026-11-22', 2, '2026-11-26'],
    ['2026-10-30', 2, '2026-11-04'],
    ['2026-11-21', 0, '2026-11-24'],
    ['2026-09-18', 1, '2026-09-24'],
    ['2027-05-06', 2, '2027-05-10'],
  ])('%s plus %i is %s', (from, n, to) => {
    expect(addBusinessDays(cal, day(from), n)).toBe(to);
  });

  it.each([
    ['2026-11-20', ['2026-11-20', '2026-11-24', '2026-11-27']],
    ['2027-04-30', ['2027-04-30', '2027-05-06', '2027-05-07']],
  ])('steps 0, 3 and 7 days after %s fall on business days', (start, expected) => {
    expect([0, 3, 7].map(n => businessDayFrom(cal, addDays(day(start), n)))).toEqual(expected);
  });

  it('counts what adding adds, over any range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 60 }), (offset, n) => {
        const from = businessDayFrom(cal, addDays(day('2021-01-01'), offset));
        const to = addBusinessDays(cal, from, n);
        expect(isBusinessDay(cal, to)).toBe(true);
        expect(businessDaysBetween(cal, from, to)).toBe(n);
      }),
      counted(2000),
    );
  });

  it('keeps company days off and works on working Saturdays, even on a holiday', () => {
    const own = {
      ...cal,
      companyDays: [{ fromOn: day('2026-12-28'), toOn: day('2026-12-29'), name: '', preset: null }],
      workingDays: [day('2026-11-21'), day('2030-11-23')],
    };
    expect(nextBusinessDay(own, day('2026-11-20'))).toBe('2026-11-21');
    expect(dayOffReason(own, day('2026-12-28'))).toBe('companyDay');
    expect(dayOffReason(own, day('2026-11-23'))).toBe('holiday');
    expect(dayOffReason(own, day('2026-11-28'))).toBe('weekend');
    expect(isBusinessDay(own, day('2030-11-23'))).toBe(true);
  });

  it('knows only weekends in a year without holiday data', () => {
    expect(isBusinessDay(cal, day('2060-01-01'))).toBe(true);
    expect(isBusinessDay(cal, day('2060-01-03'))).toBe(false);
  });

  it('refuses a negative or broken number of days', () => {
    expect(() => addBusinessDays(cal, day('2026-11-20'), -1)).toThrow(RangeError);
    expect(() => addBusinessDays(cal, day('2026-11-20'), 0.5)).toThrow(RangeError);
  });
});

const START = day('2026-03-01');
const anyDay = fc.integer({ min: 0, max: 700 }).map(n => addDays(START, n));
const anyRange = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 9 }))
  .map(([fromOn, n]) => ({ fromOn, toOn: addDays(fromOn, n), name: '', preset: null }));
const anyCalendar: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    closed: fc.array(anyRange),
    open: fc.array(anyDay),
  })
  .map(({ weekdays, closed, open }) => {
    let own: BusinessCalendar = { ...cal, weekdays };
    for (const days of closed) own = closeDays(own, days);
    for (const on of open) own = openDay(own, on);
    return own;
  });

describe('any calendar', () => {
  /** The rule again, day by day and without anything kept. */
  const works = (own: BusinessCalendar, on: Day): boolean =>
    own.workingDays.includes(on) ||
    (!own.companyDays.some(days => days.fromOn <= on && on <= days.toOn) &&
      holidayName(on) === null &&
      own.weekdays.includes(weekday(on)));
  const step = (own: BusinessCalendar, on: Day): Day => {
    let next = addDays(on, 1);
    while (!works(own, next)) next = addDays(next, 1);
    return next;
  };

  it('answers as the rule read day by day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 30 }), (own, on, n) => {
        expect(zBusinessCalendar.safeParse(own).success).toBe(true);
        expect(isBusinessDay(own, on)).toBe(works(own, on));
        let expected = works(own, on) ? on : step(own, on);
        expect(businessDayFrom(own, on)).toBe(expected);
        expect(nextBusinessDay(own, on)).toBe(step(own, on));
        for (let i = 0; i < n; i++) expected = step(own, expected);
        expect(addBusinessDays(own, on, n)).toBe(expected);
        let count = 0;
        for (let d = addDays(on, 1); d <= expected; d = addDays(d, 1)) if (works(own, d)) count++;
        expect(businessDaysBetween(own, on, expected)).toBe(count);
      }),
      counted(2000),
    );
  });

  it('turns one day and no other, and back again', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (own, on) => {
        const turned = toggleDay(own, on);
        for (let d = addDays(on, -12); d <= addDays(on, 12); d = addDays(d, 1))
          expect(isBusinessDay(turned, d)).toBe(d === on ? !works(own, d) : works(own, d));
        expect(isBusinessDay(toggleDay(turned, on), on)).toBe(works(own, on));
      }),
      counted(2000),
    );
  });

  it('is worked out once a year, not for each of 100,000 leads', () => {
    let workedOut = 0;
    const own = {
      ...closeDays(cal, presetDays('newYear', 2026)),
      get workingDays() {
        workedOut++;
        return [];
      },
    };
    for (let i = 0; i < 100_000; i++) addBusinessDays(own, addDays(START, i % 600), 2);
    expect(workedOut).toBe(2);
  });
});

describe('presets and leave', () => {
  it('close 29 December to 3 January and 13 to 16 August', () => {
    const own = closeDays(closeDays(cal, presetDays('newYear', 2026)), presetDays('obon', 2027));
    expect(nextBusinessDay(own, day('2026-12-28'))).toBe('2027-01-04');
    expect(nextBusinessDay(own, day('2027-08-12'))).toBe('2027-08-17');
  });
  it('keep a member away from the first to the last day', () => {
    const own = { ...cal, leaves: [{ memberUid: 'a', fromOn: day('2026-11-24'), toOn: day('2026-11-25') }] };
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(on => isAway(own, 'a', day(on))),
    ).toEqual([false, true, true, false]);
    expect(isAway(own, 'b', day('2026-11-24'))).toBe(false);
  });
});

describe('business time', () => {
  it.each([
    ['2026-11-20T16:40', '2026-11-24T10:15', 155],
    ['2026-11-22T12:00', '2026-11-24T09:30', 30],
    ['2026-11-20T16:00', '2026-11-26T13:00', 24 * 60],
    ['2026-11-20T08:00', '2026-11-20T19:00', 540],
    ['2026-11-20T20:00', '2026-11-24T08:00', 0],
    ['2026-11-24T10:00', '2026-11-20T10:00', 0],
  ])('%s to %s is %i minutes', (from, to, minutes) => {
    expect(businessMinutesBetween(cal, tokyo(from), tokyo(to))).toBe(minutes);
  });

  it('adds up when split anywhere', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(minute, minute, minute, (a, b, c) => {
        const [x, y, z] = [a, b, c].sort((m, n) => m - n).map(m => instantAt(day('2026-04-01'), m));
        if (!x || !y || !z) throw new Error('three instants');
        const whole = businessMinutesBetween(cal, x, z);
        expect(businessMinutesBetween(cal, x, y) + businessMinutesBetween(cal, y, z)).toBe(whole);
      }),
      counted(2000),
    );
  });

  it('closes on the day, on the second business day, and 24 hours means the next business day', () => {
    const friday = day('2026-11-20');
    expect(closingOf(cal, friday)).toBe(tokyo('2026-11-20T18:00'));
    expect(openingOf(cal, friday)).toBe(tokyo('2026-11-20T09:00'));
    expect(closingOf(cal, addBusinessDays(cal, friday, 2))).toBe(tokyo('2026-11-25T18:00'));
    expect(sameTimeNextBusinessDay(cal, hot)).toBe(tokyo('2026-11-24T16:00'));
    expect(sameTimeNextBusinessDay(cal, tokyo('2026-11-20T23:50'))).toBe(tokyo('2026-11-24T18:00'));
    expect(sameTimeNextBusinessDay(cal, tokyo('2026-11-20T06:00'))).toBe(tokyo('2026-11-24T09:00'));
  });
});

describe('the calendar a team saves', () => {
  const issues = (change: object): string[] =>
    zBusinessCalendar.safeParse({ ...cal, ...change }).error?.issues.map(i => i.path.join('.')) ?? [];
  it('accepts the default and names the field that is wrong', () => {
    expect(zBusinessCalendar.parse(cal)).toEqual(cal);
    expect(issues({ closesAt: 540 })).toEqual(['closesAt']);
    expect(issues({ opensAt: 0, closesAt: 1440 })).toEqual([]);
    expect(issues({ closesAt: 1441 })).toEqual(['closesAt']);
    expect(issues({ weekdays: [] })).toEqual(['weekdays']);
    const off = { fromOn: '2026-11-21', toOn: '2026-11-22', name: '休み' };
    expect(issues({ workingDays: ['2026-11-21'], companyDays: [off] })).toEqual(['workingDays']);
    expect(issues({ workingDays: ['2026-11-23'], companyDays: [off] })).toEqual([]);
    expect(issues({ companyDays: [{ ...off, toOn: '2026-02-30' }] })).toContain('companyDays.0.toOn');
    expect(issues({ companyDays: [{ ...off, toOn: '2026-11-20' }] })).toEqual(['companyDays.0.toOn']);
    expect(issues({ companyDays: [{ ...off, toOn: '2027-11-22' }] })).toEqual(['companyDays.0.toOn']);
    expect(issues({ leaves: [{ memberUid: 'a', fromOn: '2026-12-02', toOn: '2026-12-01' }] })).toEqual([
      'leaves.0.toOn',
    ]);
    expect(issues({ holidays: { '2027': { '02-30': '休日' } } })).toEqual(['holidays']);
  });
});
