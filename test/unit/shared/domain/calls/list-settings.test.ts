import { describe, expect, it } from 'vitest';
import { day, instant } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { weekOf } from '#shared/domain/calls/callers.ts';
import {
  defaultListSettings,
  scheduledBy,
  weekToCall,
  zListSettings,
} from '#shared/domain/calls/list-settings.ts';

// Monday 2026-11-23 is a holiday.
const leave = (memberUid: string, fromOn: string, toOn: string) => ({
  memberUid,
  fromOn: day(fromOn),
  toOn: day(toOn),
});
const cal = { ...defaultCalendar, leaves: [leave('sato', '2026-11-26', '2026-12-01')] };
const week = day('2026-11-23');

describe('what a member can call', () => {
  it.each([
    ['all week', week, 'suzuki', 40, { days: 4, there: 4, room: 40, daily: 10 }],
    ['half of it', week, 'sato', 40, { days: 4, there: 2, room: 20, daily: 10 }],
    ['a figure that does not divide', week, 'sato', 41, { days: 4, there: 2, room: 21, daily: 11 }],
    ['the week of a return', day('2026-12-03'), 'sato', 40, { days: 5, there: 3, room: 24, daily: 8 }],
    ['nobody of the team', week, null, 40, { days: 4, there: 4, room: 40, daily: 10 }],
  ])('%s', (_, weekOn, uid, perCaller, expected) => {
    expect(weekOf(cal, weekOn, perCaller, uid)).toEqual(expected);
  });
  it('nothing while on leave, and as much as is asked for in a week that is off altogether', () => {
    const away = { ...cal, leaves: [leave('sato', '2026-11-20', '2026-11-30')] };
    expect(weekOf(away, week, 40, 'sato')).toEqual({ days: 4, there: 0, room: 0, daily: 0 });
    const off = { fromOn: day('2026-12-28'), toOn: day('2027-01-03'), name: '', preset: null };
    expect(weekOf({ ...cal, companyDays: [off] }, day('2026-12-28'), 40, 'sato')).toMatchObject({ room: 40 });
  });
});

it.each([
  ['2026-11-20', '2026-11-16'],
  ['2026-11-21', '2026-11-23'],
  ['2026-11-23', '2026-11-23'],
])('on %s the week of %s is called', (on, monday) => {
  expect(weekToCall(cal, day(on))).toBe(monday);
});

describe('the schedule', () => {
  const monday = { weekday: 1, minute: 510, week: 'this' as const };
  const friday = { weekday: 5, minute: 960, week: 'next' as const };
  const since = day('2026-11-01');
  const at = (text: string) => instant(`${text}:00+09:00`);
  it.each([
    ['before its time', monday, '2026-11-16T08:29', null],
    ['at its time', monday, '2026-11-16T08:30', { on: '2026-11-16', weekOn: '2026-11-16' }],
    ['later in the week', monday, '2026-11-19T12:00', { on: '2026-11-16', weekOn: '2026-11-16' }],
    ['after the week', monday, '2026-11-21T09:00', null],
    ['on a holiday, before the day after', monday, '2026-11-23T12:00', null],
    ['on the day after a holiday', monday, '2026-11-24T08:30', { on: '2026-11-24', weekOn: '2026-11-23' }],
    ['for the week to come', friday, '2026-11-20T16:00', { on: '2026-11-20', weekOn: '2026-11-23' }],
    ['before that', friday, '2026-11-20T15:59', { on: '2026-11-13', weekOn: '2026-11-16' }],
    [
      'with the laptop closed over it',
      friday,
      '2026-11-24T09:00',
      { on: '2026-11-20', weekOn: '2026-11-23' },
    ],
  ])('%s', (_, schedule, now, expected) => {
    expect(scheduledBy(schedule, cal, at(now), since)).toEqual(expected);
  });
  it('makes nothing for a time before it was agreed on', () => {
    expect(scheduledBy(monday, cal, at('2026-11-19T12:00'), day('2026-11-17'))).toBeNull();
  });
});

it('is checked when it is agreed on', () => {
  expect(zListSettings.parse(defaultListSettings)).toEqual(defaultListSettings);
  const accepts = (schedule: object) => zListSettings.safeParse({ ...defaultListSettings, schedule }).success;
  expect([0, 1, 7, 8].map(weekday => accepts({ weekday, minute: 0, week: 'this' }))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
