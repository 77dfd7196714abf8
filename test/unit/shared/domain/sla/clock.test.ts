import { describe, expect, it } from 'vitest';
import { day, type Instant, instant } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { attainment, pace } from '#shared/domain/sla/attainment.ts';
import {
  cancelOf,
  type ClockFacts,
  type Contact,
  lacksCause,
  momentOf,
  settle,
  stateOf,
} from '#shared/domain/sla/clock.ts';
import { seeded } from '#shared/domain/base/seeded.ts';

const at = (text: string): Instant => instant(`${text}:00+09:00`);
const startedAt = at('2026-11-20T16:00');
const due = at('2026-11-25T18:00');
const open = { startedAt, dueAt: due, stoppedAt: null, stopCode: null };
const contact = (text: string, level: Contact['level'], isAnswer = false): Contact => ({
  at: at(text),
  level,
  isAnswer,
});
const facts = (more: Partial<ClockFacts> = {}): ClockFacts => ({
  contacts: [],
  toldAt: null,
  answer: null,
  cancel: null,
  ...more,
});
const now = at('2026-11-24T12:00');

describe('where a promise stands', () => {
  it.each([
    ['ahead', open, '2026-11-24T09:00'],
    ['today', open, '2026-11-25T09:00'],
    ['today', open, '2026-11-25T18:00'],
    ['overdue', open, '2026-11-25T18:01'],
    ['met', { ...open, stoppedAt: due, stopCode: 'met' }, '2026-11-30T09:00'],
    ['metLate', { ...open, stoppedAt: at('2026-11-25T18:01'), stopCode: 'met' }, '2026-11-30T09:00'],
    ['cancelled', { ...open, stoppedAt: at('2026-11-30T09:00'), stopCode: 'closed' }, '2026-11-30T09:00'],
  ] as const)('is %s', (state, clock, when) => {
    expect(stateOf(clock, at(when))).toBe(state);
  });

  it('asks why a promise was broken until somebody says so, and never why one was kept', () => {
    expect(lacksCause('overdue', null)).toBe(true);
    expect(lacksCause('metLate', null)).toBe(true);
    expect(lacksCause('overdue', 'away')).toBe(false);
    expect(lacksCause('met', null)).toBe(false);
    expect(lacksCause('cancelled', null)).toBe(false);
  });
});

describe('what ends a clock', () => {
  const first = { kind: 'contact' as const, ...open };
  const tried = contact('2026-11-20T17:00', 'attempt');
  const met = contact('2026-11-24T10:00', 'contact');

  it('begins with an attempt and ends with a two-way touch, in whatever order they were written down', () => {
    expect(settle(first, facts({ contacts: [tried] }), now)).toEqual({
      attemptedAt: tried.at,
      stoppedAt: null,
      stopCode: null,
    });
    for (const contacts of [
      [tried, met],
      [met, tried],
    ])
      expect(settle(first, facts({ contacts }), now)).toEqual({
        attemptedAt: tried.at,
        stoppedAt: met.at,
        stopCode: 'met',
      });
  });

  it('runs again when the touch is taken back', () => {
    const stopped = { ...first, stoppedAt: met.at, stopCode: 'met' };
    expect(settle(stopped, facts(), now)).toEqual({ attemptedAt: null, stoppedAt: null, stopCode: null });
  });

  it('takes no notice of what happened before the lead was hot', () => {
    const before = contact('2026-11-20T15:59', 'contact');
    expect(settle(first, facts({ contacts: [before] }), now).stoppedAt).toBeNull();
  });

  it('takes the reply that made the lead hot as a question, a later one as contact, and our own call as contact', () => {
    const reply = contact('2026-11-20T16:00', 'contact', true);
    expect(settle(first, facts({ contacts: [reply] }), now).stoppedAt).toBeNull();
    const later = contact('2026-11-20T16:01', 'contact', true);
    expect(settle(first, facts({ contacts: [reply, later] }), now).stoppedAt).toBe(later.at);
    const call = contact('2026-11-20T16:00', 'contact');
    expect(settle(first, facts({ contacts: [call] }), now).stoppedAt).toBe(call.at);
  });

  it('is cancelled once, with its reason, and goes on when the reason is gone', () => {
    const cancelled = settle(first, facts({ cancel: 'doNotCall' }), now);
    expect(cancelled).toEqual({ attemptedAt: null, stoppedAt: now, stopCode: 'doNotCall' });
    const later = at('2026-11-30T09:00');
    const stored = { ...first, ...cancelled };
    expect(settle(stored, facts({ cancel: 'doNotCall' }), later)).toEqual(cancelled);
    expect(settle(stored, facts(), later).stoppedAt).toBeNull();
  });

  it('was kept when the touch came first, although the lead was closed afterwards', () => {
    expect(settle(first, facts({ contacts: [met], cancel: 'closed' }), now).stopCode).toBe('met');
    const late = contact('2026-11-24T13:00', 'contact');
    const stored = { ...first, stoppedAt: now, stopCode: 'closed' };
    expect(settle(stored, facts({ contacts: [late], cancel: 'closed' }), late.at)).toMatchObject({
      stoppedAt: now,
      stopCode: 'closed',
    });
  });

  it('counts the owner as told when told, or when somebody already tried to reach the lead', () => {
    const told = { kind: 'told' as const, ...open };
    const toldAt = at('2026-11-20T16:30');
    expect(settle(told, facts({ toldAt, contacts: [tried] }), now)).toMatchObject({
      stoppedAt: toldAt,
      stopCode: 'told',
    });
    expect(settle(told, facts({ contacts: [tried] }), now)).toMatchObject({
      stoppedAt: tried.at,
      stopCode: 'contacted',
    });
    expect(settle(told, facts(), now).stoppedAt).toBeNull();
  });

  it('ends a hand-over with its answer', () => {
    const accept = { kind: 'accept' as const, ...open };
    const answer = { at: at('2026-11-24T11:00'), code: 'returned' as const };
    expect(settle(accept, facts({ answer }), now)).toMatchObject({
      stoppedAt: answer.at,
      stopCode: 'returned',
    });
  });

  it.each([
    [{}, null],
    [{ stage: 'converted' }, null],
    [{ stage: 'closed' }, 'closed'],
    [{ isTrashed: true, stage: 'closed' }, 'trashed'],
    [{ doNotCall: true }, 'doNotCall'],
    [{ companyKind: 'customer' }, 'companyKind'],
  ])('owes nothing to %j: %s', (more, code) => {
    const lead = { isTrashed: false, stage: 'open', doNotCall: false, companyKind: 'prospect', ...more };
    expect(cancelOf(lead)).toBe(code);
  });
});

it('takes the time of an event as exactly as it was written down', () => {
  const base = { occurredOn: day('2026-11-20'), recordedAt: at('2026-11-20T16:10') };
  expect(momentOf({ ...base, occurredAt: at('2026-11-20T09:30') }, defaultCalendar)).toBe(
    at('2026-11-20T09:30'),
  );
  expect(momentOf({ ...base, occurredAt: null }, defaultCalendar)).toBe(at('2026-11-20T16:10'));
  expect(momentOf({ ...base, occurredAt: null, recordedAt: at('2026-11-25T09:00') }, defaultCalendar)).toBe(
    at('2026-11-20T18:00'),
  );
});

describe('attainment (ux 4.10)', () => {
  const many = <T>(n: number, item: T): T[] => Array.from({ length: n }, () => item);
  const clocks = [
    ...many(31, { ...open, stoppedAt: at('2026-11-24T09:00'), stopCode: 'met' }),
    ...many(6, { ...open, stoppedAt: at('2026-11-26T09:00'), stopCode: 'met' }),
    ...many(3, open),
    ...many(5, { ...open, dueAt: at('2026-12-01T18:00') }),
    ...many(2, { ...open, stoppedAt: at('2026-11-24T09:00'), stopCode: 'closed' }),
  ];

  it('is 31 of 40: who was forgotten counts, who is not due yet does not', () => {
    const found = attainment(clocks, at('2026-11-27T09:00'));
    expect(found).toMatchObject({ onTime: 31, late: 6, overdueOpen: 3, notDue: 5, cancelled: 2 });
    expect(found.rate?.value).toBeCloseTo(0.775, 6);
    expect(found.rate?.low).toBeCloseTo(0.624969, 6);
    expect(found.rate?.high).toBeCloseTo(0.876839, 6);
  });

  it('does not depend on the order, and puts every promise in one place', () => {
    const random = seeded(7);
    const shuffled = clocks
      .map(clock => ({ clock, by: random() }))
      .sort((a, b) => a.by - b.by)
      .map(({ clock }) => clock);
    expect(attainment(shuffled, now)).toEqual(attainment(clocks, now));
    const { onTime, late, overdueOpen, notDue, cancelled } = attainment(clocks, now);
    expect(onTime + late + overdueOpen + notDue + cancelled).toBe(clocks.length);
  });

  it('has no rate while nothing is due', () => {
    expect(attainment([open], now).rate).toBeNull();
  });

  it('tells the pace in opening hours and business days', () => {
    const span = (stoppedAt: string) => ({ startedAt, stoppedAt: at(stoppedAt) });
    const found = pace(
      [
        span('2026-11-20T17:00'),
        span('2026-11-24T10:00'),
        span('2026-11-25T09:00'),
        span('2026-11-26T09:00'),
      ],
      defaultCalendar,
    );
    // 60, 120 + 60, 120 + 540, 120 + 1080 minutes.
    expect(found).toEqual({ medianMinutes: 420, days: { same: 1, one: 1, two: 1, more: 1 } });
    expect(pace([], defaultCalendar).medianMinutes).toBeNull();
  });
});
