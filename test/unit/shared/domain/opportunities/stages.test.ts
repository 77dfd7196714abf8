import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCriteria, unmetOf, zCriteria } from '#shared/domain/opportunities/criteria.ts';
import { daysInStage, goesOn, hasMet, metOnMoving } from '#shared/domain/opportunities/stages.ts';

describe('a 商談', () => {
  it('counts its days from the stage it is in', () => {
    expect(daysInStage(day('2026-11-20'), day('2026-11-20'))).toBe(0);
    expect(daysInStage(day('2026-11-20'), day('2026-12-04'))).toBe(14);
  });

  it.each([
    ['appointment', false],
    ['hearing', true],
    ['closing', true],
    ['won', true],
    ['lost', false],
    ['returned', false],
  ] as const)('in the stage %s has had its meeting: %s', (stage, met) => {
    expect(hasMet(stage)).toBe(met);
  });

  it.each([
    ['2026-11-26', '2026-11-26'],
    ['2026-12-10', '2026-11-30'],
    ['2026-11-10', '2026-11-30'],
    [null, '2026-11-30'],
  ])('moved on, with the meeting agreed for %s, was met on %s', (meetingOn, expected) => {
    const on = meetingOn === null ? null : day(meetingOn);
    expect(metOnMoving(on, day('2026-11-20'), day('2026-11-30'))).toBe(expected);
  });

  it('of two of one person goes on where it is furthest, then where there was a hand-over, then the older', () => {
    const deal = (id: number, stage: string, handovers = 0) => ({ id, stage, handovers });
    expect(goesOn([deal(1, 'appointment'), deal(2, 'proposal')])?.id).toBe(2);
    expect(goesOn([deal(1, 'hearing'), deal(2, 'hearing', 1)])?.id).toBe(2);
    expect(goesOn([deal(2, 'hearing'), deal(1, 'hearing')])?.id).toBe(1);
    expect(goesOn([])).toBeUndefined();
  });
});

describe('商談化基準', () => {
  it('ship five lines, of which need, timeframe and the next meeting are required', () => {
    expect(defaultCriteria.items).toHaveLength(5);
    expect(unmetOf(defaultCriteria, ['budget'])).toEqual(['need', 'timeframe', 'nextMeeting']);
    expect(unmetOf(defaultCriteria, ['need', 'timeframe', 'nextMeeting'])).toEqual([]);
  });

  it.each([
    ['no line required', [{ id: 'x', text: '予算', required: false }]],
    ['a line without words', [{ id: 'x', text: ' ', required: true }]],
    ['a line twice', [...defaultCriteria.items, ...defaultCriteria.items]],
    ['nothing at all', []],
  ])('refuse %s', (_what, items) => {
    expect(zCriteria.safeParse({ items }).success).toBe(false);
  });
});
