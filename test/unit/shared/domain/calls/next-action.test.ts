import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar as cal } from '#shared/domain/calendar/calendar.ts';
import { defaultCallRules as rules } from '#shared/domain/calls/call-rules.ts';
import { type CallContext, callAfterMaterial, lacks, nextAfter } from '#shared/domain/calls/next-action.ts';
import {
  attemptsInCycle,
  nextSlot,
  type Outcome,
  OUTCOME_CODES,
  outcomeOfKey,
  OUTCOMES,
  slotOf,
} from '#shared/domain/calls/outcomes.ts';
import type { Band } from '#shared/domain/scoring/band.ts';

const FRIDAY = day('2026-11-20'); // Monday 23 is a holiday
const past = (outcome: Outcome, on = '2026-11-19', minute = 600) => ({ outcome, on: day(on), minute });
const { limits } = rules;
const after = (outcome: Outcome, more: Partial<CallContext> = {}) =>
  nextAfter(
    { outcome, on: FRIDAY, minute: 600, band: 'mid', previous: [], mayMail: true, ...more },
    cal,
    rules,
  );

describe('outcomes', () => {
  it('sit on the keys 1 to 9, 0 and D', () => {
    expect([...'1234567890D'].map(outcomeOfKey)).toEqual(OUTCOME_CODES);
    expect(outcomeOfKey('d')).toBe('doNotCall');
    expect(outcomeOfKey('x')).toBeNull();
  });
  it('know who answered and what counts as an attempt', () => {
    const keys = (test: (code: Outcome) => boolean) =>
      OUTCOME_CODES.filter(test).map(code => OUTCOMES[code].key);
    expect(keys(code => OUTCOMES[code].connected === true)).toEqual(['2', '3', '4', '5', '6', '7']);
    expect(keys(code => OUTCOMES[code].reached === true)).toEqual(['5', '6', '7']);
    expect(keys(code => OUTCOMES[code].attempt)).toEqual(['1', '2', '3', '5', '6', '7', '0']);
  });
  it('say what they still need', () => {
    const base = { on: FRIDAY, minute: 600, band: 'mid' as const, previous: [], mayMail: true };
    expect(lacks({ ...base, outcome: 'callback', asked: { on: FRIDAY, minute: null } })).toBe('promise');
    expect(lacks({ ...base, outcome: 'callback', asked: { on: FRIDAY, minute: 900 } })).toBeNull();
    expect(lacks({ ...base, outcome: 'declined' })).toBe('reason');
    expect(lacks({ ...base, outcome: 'declined', reason: 'budget' })).toBeNull();
    expect(lacks({ ...base, outcome: 'other' })).toBe('next');
    expect(lacks({ ...base, outcome: 'noAnswer' })).toBeNull();
  });
});

describe('next action', () => {
  it.each([
    ['noAnswer', 'call', '2026-11-24', false],
    ['away', 'call', '2026-11-24', false],
    ['gatekeeper', 'call', '2026-12-07', true],
    ['material', 'sendMaterial', '2026-11-20', false],
    ['appointment', 'handOver', '2026-11-20', false],
    ['declined', 'nurture', '2027-02-18', false],
    ['badNumber', 'findNumber', '2026-11-25', false],
  ] as const)('%s: %s on %s, mail %s', (outcome, kind, on, mail) => {
    expect(after(outcome)).toMatchObject({ kind, on, mail });
  });
  it('ends for people who are no target or want no call', () => {
    expect(after('notTarget')).toEqual({ kind: 'none', reason: 'notTarget' });
    expect(after('doNotCall')).toEqual({ kind: 'none', reason: 'doNotCall' });
    expect(after('declined', { neverAgain: true })).toEqual({ kind: 'none', reason: 'doNotCall' });
  });
  it('keeps the day somebody named, even a Saturday', () => {
    const asked = { on: day('2026-11-28'), minute: 1110 };
    const promised = { kind: 'call', on: '2026-11-28', minute: 1110, promised: true };
    expect(after('callback', { asked })).toMatchObject(promised);
    expect(after('away', { asked })).toMatchObject(promised);
    expect(after('other', { asked: { ...asked, minute: null } })).toMatchObject({
      ...promised,
      minute: null,
    });
    expect(() => after('callback', { asked: { ...asked, minute: null } })).toThrow(RangeError);
    expect(() => after('other')).toThrow(RangeError);
  });
  it('waits a week and proposes a mail after three silences in a row', () => {
    const previous = [past('noAnswer', '2026-11-18'), past('noAnswer')];
    expect(after('noAnswer', { previous, band: 'hot' })).toMatchObject({ on: '2026-11-30', mail: true });
    const broken = [past('noAnswer', '2026-11-18'), past('away')];
    expect(after('noAnswer', { previous: broken, band: 'hot' })).toMatchObject({
      on: '2026-11-24',
      mail: false,
    });
  });
  it('gives up a gatekeeper the second time', () => {
    const found = after('gatekeeper', { previous: [past('gatekeeper', '2026-11-05')] });
    expect(found).toMatchObject({ kind: 'nurture', reason: 'gatekeeper' });
  });
  it.each([
    ['hot', 6],
    ['mid', 4],
    ['low', 2],
  ] as [Band, number][])('a %s lead is tried %i times', (band, limit) => {
    const calls = (n: number) => Array.from({ length: n }, () => past('away'));
    expect(after('away', { band, previous: calls(limit - 2) })).toMatchObject({ kind: 'call' });
    expect(after('away', { band, previous: calls(limit - 1) })).toMatchObject({
      kind: 'nurture',
      reason: 'limit',
    });
  });
  it('calls somebody low who cannot be written to once a month', () => {
    const monthly = after('noAnswer', { band: 'low', mayMail: false });
    expect(monthly).toMatchObject({ kind: 'call', on: '2026-12-21', promised: false });
  });
  it('forgets attempts older than the cycle and outcomes that are no attempt', () => {
    const calls = [
      past('noAnswer', '2026-11-05'),
      past('noAnswer', '2026-11-06'),
      past('callback'),
      past('noAnswer'),
    ];
    // Business days from 11-05 to 11-20: 11; from 11-06: 10; from 11-19: 1.
    expect(attemptsInCycle(calls, limits.hot, FRIDAY, cal)).toBe(1);
    expect(attemptsInCycle(calls, limits.mid, FRIDAY, cal)).toBe(3);
  });
  it('calls three business days after the material went out', () => {
    expect(callAfterMaterial(cal, rules, FRIDAY)).toMatchObject({ kind: 'call', on: '2026-11-26' });
  });
});

describe('time of day', () => {
  it('leaves lunch out and tries another part of the day', () => {
    expect([539, 540, 599, 600, 719, 720, 780, 899, 900, 1019, 1020, 1079, 1080].map(slotOf)).toEqual([
      null,
      0,
      0,
      1,
      1,
      null,
      2,
      2,
      3,
      3,
      4,
      4,
      null,
    ]);
    expect(nextSlot([])).toBe(0);
    expect(nextSlot([550, 610])).toBe(2);
    expect(after('noAnswer', { minute: 550 })).toMatchObject({ minute: 600 });
  });
  it('prefers the part of the day in which the team connects, from 30 calls on', () => {
    const rates = [
      { calls: 100, connected: 10 },
      { calls: 29, connected: 29 },
      { calls: 30, connected: 9 },
      { calls: 50, connected: 14 },
      { calls: 0, connected: 0 },
    ];
    expect(nextSlot([], rates)).toBe(2);
    expect(nextSlot([800], rates)).toBe(3);
  });
});
