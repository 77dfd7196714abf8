import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Day,
  day,
  dayOf,
  type Instant,
  instant,
  instantAt,
  minuteOf,
} from '#shared/domain/base/days.ts';
import { businessDaysBetween, defaultCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import {
  type DueMail,
  decideDue,
  defaultWindow,
  firstSlot,
  forecast,
  inWindow,
  isBacklog,
  planStep,
} from '#shared/domain/mail/plan.ts';
import { counted } from '#test/helpers/runs.ts';

const cal = defaultCalendar;
/** A wall time in Tokyo. */
const at = (text: string): Instant => instant(`${text}+09:00`);

describe('planning', () => {
  it.each([
    ['within the window at once', '2026-11-20T14:05', '2026-11-20T14:05'],
    ['early in the morning at nine', '2026-11-20T06:00', '2026-11-20T09:00'],
    ['after closing on the next business day, over the holiday', '2026-11-20T17:30', '2026-11-24T09:00'],
    ['on a Sunday on the next business day', '2026-11-22T12:00', '2026-11-24T09:00'],
    ['at the year end after the national holiday', '2026-12-31T18:00', '2027-01-04T09:00'],
  ])('sends %s', (_, from, expected) => {
    expect(firstSlot(at(from), cal)).toBe(at(expected));
  });
  it('spreads 0/3/7 over the long weekend', () => {
    const days = forecast([0, 3, 7], day('2026-11-20'), cal, at('2026-11-20T16:00'));
    expect(days).toEqual([at('2026-11-20T16:00'), at('2026-11-26T09:00'), at('2026-12-02T09:00')]);
  });
  it('counts later steps from the real acceptance', () => {
    const step = { anchorOn: day('2026-11-25'), gap: 3, lastMailOn: day('2026-11-25') };
    expect(planStep(step, cal, at('2026-11-25T10:00'))).toBe(at('2026-11-30T09:00'));
  });
  it('keeps two business days from a mail of another sequence', () => {
    const step = { anchorOn: day('2026-11-20'), gap: 0, lastMailOn: day('2026-11-20') };
    expect(planStep(step, cal, at('2026-11-20T10:00'))).toBe(at('2026-11-25T09:00'));
  });
  it('never plans into the past, a day off or outside the window', () => {
    const someDay = fc.integer({ min: 0, max: 900 }).map(n => addDays(day('2026-01-01'), n));
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 0, max: 20 }),
        fc.option(fc.integer({ min: 0, max: 9 })),
        someDay,
        fc.integer({ min: 0, max: 1439 }),
        (anchorOn, gap, since, on, minute) => {
          const now = instantAt(on, minute);
          const lastMailOn = since === null ? null : addDays(anchorOn, -since);
          const slot = planStep({ anchorOn, gap, lastMailOn }, cal, now);
          expect(slot >= now).toBe(true);
          expect(isBusinessDay(cal, dayOf(slot))).toBe(true);
          expect(minuteOf(slot) >= defaultWindow.from && minuteOf(slot) < defaultWindow.until).toBe(true);
          // By counting days one by one, not with the function the planner uses.
          expect(businessDaysBetween(cal, anchorOn, dayOf(slot))).toBeGreaterThanOrEqual(gap);
          if (lastMailOn) expect(businessDaysBetween(cal, lastMailOn, dayOf(slot))).toBeGreaterThanOrEqual(2);
        },
      ),
      counted(2_000),
    );
  });
});

describe('a due mail', () => {
  const due = (notBefore: string, more: Partial<DueMail> = {}): DueMail => ({
    notBefore: at(notBefore),
    dueForPerson: 1,
    lastMailOn: null,
    ...more,
  });
  it.each([
    ['waits for its time', '2026-11-25T09:00', '2026-11-24T12:00', { kind: 'wait' }],
    ['goes out in the window', '2026-11-24T09:00', '2026-11-24T12:00', { kind: 'send' }],
    [
      'moves to the next slot when the day is over',
      '2026-11-24T09:00',
      '2026-11-24T20:00',
      { kind: 'move', to: at('2026-11-25T09:00') },
    ],
    ['goes out three business days late', '2026-11-20T09:00', '2026-11-26T12:00', { kind: 'send' }],
    [
      'is held four business days late',
      '2026-11-20T09:00',
      '2026-11-27T12:00',
      { kind: 'hold', reason: 'late' },
    ],
  ])('%s', (_, notBefore, now, decision) => {
    expect(decideDue(due(notBefore), cal, at(now))).toEqual(decision);
  });
  it('is held when several steps are due for the person', () => {
    expect(decideDue(due('2026-11-24T09:00', { dueForPerson: 2 }), cal, at('2026-11-24T12:00'))).toEqual({
      kind: 'hold',
      reason: 'severalDue',
    });
  });
  it('moves away from another mail to the same person', () => {
    const mail = due('2026-11-24T09:00', { lastMailOn: day('2026-11-24') });
    expect(decideDue(mail, cal, at('2026-11-24T12:00'))).toEqual({
      kind: 'move',
      to: at('2026-11-26T09:00'),
    });
  });
  it('asks before letting a backlog loose', () => {
    const now = day('2026-11-24');
    const closed = (days: number): Day => addDays(now, -days);
    expect(isBacklog(21, closed(4), now)).toBe(true);
    expect(isBacklog(20, closed(4), now)).toBe(false);
    expect(isBacklog(21, closed(3), now)).toBe(false);
    expect(isBacklog(21, null, now)).toBe(false);
  });
  it('never goes out twice on one day, nor within two business days, over a simulated year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ sleep: fc.integer({ min: 1, max: 60 * 24 * 6 }), enrol: fc.boolean() }), {
          minLength: 5,
          maxLength: 60,
        }),
        ticks => {
          const sent: Day[] = [];
          const planned: Instant[] = [];
          let minute = 0;
          for (const tick of ticks) {
            minute += tick.sleep;
            const now = instantAt(day('2026-01-05'), minute);
            if (tick.enrol)
              planned.push(
                planStep({ anchorOn: dayOf(now), gap: 0, lastMailOn: sent.at(-1) ?? null }, cal, now),
              );
            planned.sort();
            const next = planned[0];
            if (next === undefined) continue;
            const dueForPerson = planned.filter(p => p <= now).length;
            const decision = decideDue(
              { notBefore: next, dueForPerson, lastMailOn: sent.at(-1) ?? null },
              cal,
              now,
            );
            if (decision.kind === 'wait') continue;
            planned.shift();
            if (decision.kind === 'move') planned.push(decision.to);
            if (decision.kind === 'send') {
              expect(inWindow(now, cal)).toBe(true);
              sent.push(dayOf(now));
            }
          }
          sent.slice(1).forEach((on, i) => {
            expect(businessDaysBetween(cal, sent[i] ?? on, on)).toBeGreaterThanOrEqual(2);
          });
        },
      ),
      counted(400),
    );
  });
});
