import { describe, expect, it } from 'vitest';
import { day, instant } from '#shared/domain/base/days.ts';
import { inQueueOrder, type QueueReason, waitsFor } from '#shared/domain/calls/queue.ts';

const now = instant('2026-11-20T14:00:00+09:00');
const at = (time: string) => instant(`2026-11-20T${time}:00+09:00`);
const entry = (name: string, why: QueueReason, time: string | null = null) => ({
  name,
  why,
  dueAt: time === null ? null : at(time),
});
const ordered = (...entries: ReturnType<typeof entry>[]) =>
  inQueueOrder(entries, now).map(({ name }) => name);

describe('the queue', () => {
  it('calls who was promised it first, then the hot ones, then the list', () => {
    expect(
      ordered(
        entry('list 1', 'listed'),
        entry('list 2', 'listed'),
        entry('again', 'retry', '09:00'),
        entry('any time today', 'todayPromise'),
        entry('hot', 'firstContact', '18:00'),
        entry('late', 'latePromise', '13:00'),
      ),
    ).toEqual(['late', 'hot', 'any time today', 'again', 'list 1', 'list 2']);
  });
  it('prepares a promise five minutes ahead, and lets a later one wait behind everybody', () => {
    expect(
      ordered(
        entry('evening', 'todayPromise', '17:00'),
        entry('soon', 'todayPromise', '14:05'),
        entry('later', 'todayPromise', '14:06'),
        entry('hot', 'firstContact'),
        entry('late', 'latePromise', '11:00'),
        entry('list', 'listed'),
      ),
    ).toEqual(['late', 'soon', 'hot', 'list', 'later', 'evening']);
  });
  it('leaves alone until their day whom a call from elsewhere has put off', () => {
    const today = day('2026-11-20');
    const on = (kind: string, text: string | null) =>
      waitsFor({ kind, on: text === null ? null : day(text) }, today);
    expect(on('retryCall', '2026-11-24')).toBe(true);
    expect(on('nurture', '2026-11-24')).toBe(true);
    expect(on('retryCall', '2026-11-20')).toBe(false);
    expect(on('call', '2026-11-27')).toBe(false);
    expect(on('none', null)).toBe(false);
  });
});
