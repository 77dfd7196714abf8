import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { type CallRules, defaultCallRules, reasonsFor, zCallRules } from '#shared/domain/calls/call-rules.ts';
import { type CallContext, nextAfter } from '#shared/domain/calls/next-action.ts';
import type { Outcome, PastCall } from '#shared/domain/calls/outcomes.ts';

const agreed = (next: Partial<CallRules['next']>, limits: Partial<CallRules['limits']> = {}): CallRules => ({
  ...defaultCallRules,
  next: { ...defaultCallRules.next, ...next },
  limits: { ...defaultCallRules.limits, ...limits },
});
const past = (outcome: Outcome): PastCall => ({ outcome, on: day('2026-11-19'), minute: 600 });
const after = (rules: CallRules, more: Partial<CallContext>) =>
  nextAfter(
    {
      outcome: 'noAnswer',
      on: day('2026-11-20'),
      minute: 600,
      band: 'mid',
      previous: [],
      mayMail: true,
      ...more,
    },
    defaultCalendar,
    rules,
  );

describe('call rules', () => {
  // Reference ux §3.2: the holidays of 11/3 and 11/23 lie between.
  it.each([
    ['2026-11-20', 1, '2026-11-24'],
    ['2026-11-20', 2, '2026-11-25'],
    ['2026-11-21', 2, '2026-11-26'],
    ['2026-11-22', 2, '2026-11-26'],
    ['2026-10-30', 2, '2026-11-04'],
  ])('called on %s, +%i business days is %s', (on, noAnswer, due) => {
    expect(after(agreed({ noAnswer }), { on: day(on) })).toMatchObject({ kind: 'call', on: due });
  });
  it('count the tries of a rank as agreed', () => {
    const rules = agreed({}, { mid: { attempts: 3, businessDays: 15 } });
    expect(after(rules, { previous: [past('away')] })).toMatchObject({ kind: 'call' });
    expect(after(rules, { previous: [past('away'), past('away')] })).toMatchObject({
      kind: 'nurture',
      reason: 'limit',
    });
    const short = agreed({}, { mid: { attempts: 3, businessDays: 1 } });
    expect(after(short, { previous: [past('away'), past('away')] })).toMatchObject({ kind: 'call' });
  });
  it('pause after as many silences, and give up as many receptions, as agreed', () => {
    const rules = agreed({
      silence: { times: 2, businessDays: 3 },
      gatekeeper: { times: 3, businessDays: 4 },
    });
    expect(after(rules, { previous: [past('noAnswer')] })).toMatchObject({ on: '2026-11-26', mail: true });
    expect(after(rules, { previous: [past('away')] })).toMatchObject({ on: '2026-11-24', mail: false });
    const refused = { outcome: 'gatekeeper' as const };
    expect(after(rules, { ...refused, previous: [past('gatekeeper')] })).toMatchObject({ on: '2026-11-27' });
    expect(after(rules, { ...refused, previous: [past('gatekeeper'), past('gatekeeper')] })).toMatchObject({
      kind: 'nurture',
      reason: 'gatekeeper',
    });
  });
  it('wait as many days as agreed after a refusal', () => {
    // 30 days after 11-20 is a Sunday.
    expect(after(agreed({ nurtureDays: 30 }), { outcome: 'declined' })).toMatchObject({ on: '2026-12-21' });
  });
  it('have words that fit into a box on paper, and five reasons at most', () => {
    const labelled = (away: string) =>
      zCallRules.safeParse({ ...defaultCallRules, labels: { away } }).success;
    expect(['担不在', 'ﾀﾝﾌｻﾞｲ', 'away', ' 不在 '].map(labelled)).toEqual([true, true, true, true]);
    expect(['担当不在', '担不在1', 'absent!', ' '].map(labelled)).toEqual([false, false, false, false]);
    const reasoned = (...declined: string[]) =>
      zCallRules.safeParse({ ...defaultCallRules, reasons: { declined } }).success;
    expect(reasoned('a', 'b', 'c', 'd', 'e')).toBe(true);
    expect(reasoned('a', 'b', 'c', 'd', 'e', 'f')).toBe(false);
    expect(reasoned('a', 'a')).toBe(false);
    expect(reasoned()).toBe(false);
    expect(reasonsFor(defaultCallRules, 'declined')).toHaveLength(5);
    expect(reasonsFor(defaultCallRules, 'away')).toEqual([]);
  });
});
