import fc from 'fast-check';
import { addDays, type Day, day, instant, instantAt } from '#shared/domain/base/days.ts';
import type { Attributes, FactEvent, Facts } from '#shared/domain/scoring/facts.ts';
import { BEHAVIOURS, GATES, MANUAL_POINTS } from '#shared/domain/scoring/rules.ts';

const nothingKnown: Attributes = {
  titleRank: null,
  departmentFunction: null,
  industry: null,
  employees: null,
  prefecture: null,
};

/** An event recorded at noon of the day it happened. */
export const happened = (kind: string, occurredOn: string, uid = `${kind}@${occurredOn}`): FactEvent => ({
  uid,
  kind,
  occurredOn: day(occurredOn),
  recordedAt: instant(`${occurredOn}T12:00:00+09:00`),
});

export const byHand = (points: number, occurredOn: string): FactEvent => ({
  ...happened(MANUAL_POINTS, occurredOn, `manual${points}@${occurredOn}`),
  data: { points },
});

export const factsOf = (attributes: Partial<Attributes>, ...events: FactEvent[]): Facts => ({
  attributes: { ...nothingKnown, ...attributes },
  events,
  gates: [],
});

const FIRST = day('2026-01-01');
/** The last day an arbitrary history may have an event on. */
export const LAST: Day = addDays(FIRST, 400);

const anyEvent = fc
  .record({
    uid: fc.integer({ min: 0, max: 40 }),
    kind: fc.constantFrom(...BEHAVIOURS, MANUAL_POINTS, 'mail.sent'),
    offset: fc.integer({ min: 0, max: 400 }),
    late: fc.integer({ min: 0, max: 30 * 1440 }),
    points: fc.integer({ min: -40, max: 40 }),
  })
  .map(({ uid, kind, offset, late, points }): FactEvent => {
    const occurredOn = addDays(FIRST, offset);
    const base = { uid: `e${uid}`, kind, occurredOn, recordedAt: instantAt(occurredOn, 600 + late) };
    return kind === MANUAL_POINTS ? { ...base, data: { points } } : base;
  });

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Any history: repeated uids, late records, unknown kinds and attributes, gates. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  attributes: fc.record({
    titleRank: orNull(fc.integer({ min: 1, max: 8 })),
    departmentFunction: orNull(fc.constantFrom('it', 'sales', 'hr')),
    industry: orNull(fc.constantFrom('E', 'G', 'I')),
    employees: orNull(
      fc.record({ min: orNull(fc.nat({ max: 500 })), max: orNull(fc.integer({ min: 500, max: 5000 })) }),
    ),
    prefecture: orNull(fc.constantFrom('東京都', '大阪府')),
  }),
  events: fc.array(anyEvent, { maxLength: 12 }),
  gates: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...GATES]) },
  ),
});
