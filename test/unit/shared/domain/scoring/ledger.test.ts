import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#shared/domain/base/days.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { knownBy } from '#shared/domain/scoring/facts.ts';
import { ledger, score, topReasons } from '#shared/domain/scoring/ledger.ts';
import { type ScoringRules, type Validity, zScoringRules } from '#shared/domain/scoring/rules.ts';
import { worth } from '#shared/domain/scoring/worth.ts';
import { anyFacts, byHand, factsOf, happened, LAST } from '#test/helpers/facts.ts';
import { counted } from '#test/helpers/runs.ts';

const TODAY = day('2026-11-20');
const withTargets: ScoringRules = {
  ...defaultRules,
  attributes: defaultRules.attributes.map(rule => {
    if (rule.attribute === 'employees') return { ...rule, min: 100, max: 999 };
    if (rule.attribute === 'departmentFunction') return { ...rule, targets: ['it'] };
    if (rule.attribute === 'industry') return { ...rule, targets: ['E', 'G'] };
    return rule.attribute === 'prefecture' ? { ...rule, targets: ['東京都'] } : rule;
  }),
};
const points = (facts: Parameters<typeof ledger>[0], rules = defaultRules, on = TODAY) =>
  ledger(facts, rules, on).map(row => [row.rule, row.points]);

describe('ageing', () => {
  const halfLife: Validity = { mode: 'halfLife', days: 30 };
  it.each([
    [20, halfLife, 0, 20],
    [20, halfLife, 1, 19], // 19.54
    [20, halfLife, 30, 10],
    [20, halfLife, 60, 5],
    [20, halfLife, 61, 4], // 4.88
    [20, halfLife, 90, 2], // 2.5
    [20, halfLife, 150, 0], // 0.625
    [30, { mode: 'linear', days: 30 } as const, 10, 20],
    [20, { mode: 'linear', days: 30 } as const, 29, 0], // 0.67
    [20, { mode: 'linear', days: 30 } as const, 31, 0],
    [60, { mode: 'linear', days: 30 } as const, 30, 0],
    [20, { mode: 'window', days: 30 } as const, 29, 20],
    [20, { mode: 'window', days: 30 } as const, 30, 0],
    [20, { mode: 'none' } as const, 3000, 20],
    [-7, { mode: 'none' } as const, 3000, -7],
  ])('%i points with %j are %i days later %i', (fresh, validity, age, left) => {
    expect(worth(fresh, validity, age)).toBe(left);
  });
});

describe('attributes', () => {
  it.each([
    [1, 30],
    [4, 30],
    [5, 15],
    [6, 10],
  ])('a title of rank %i is worth %i', (titleRank, worthOf) => {
    expect(points(factsOf({ titleRank }))).toEqual([['titleRank', worthOf]]);
  });
  it.each([7, 8, null])('a title of rank %s is worth nothing', titleRank => {
    expect(points(factsOf({ titleRank }))).toEqual([]);
  });
  it('size, department, industry and region count only once a target is chosen', () => {
    const facts = factsOf({
      departmentFunction: 'it',
      industry: 'G',
      employees: { min: 100, max: 299 },
      prefecture: '東京都',
    });
    expect(points(facts)).toEqual([]);
    expect(points(facts, withTargets)).toEqual([
      ['departmentFunction', 10],
      ['industry', 10],
      ['employees', 10],
      ['prefecture', 5],
    ]);
    expect(ledger(facts, withTargets, TODAY).map(row => row.value)).toEqual(['it', 'G', '100-299', '東京都']);
  });
  it.each([
    [{ min: 1000, max: null }, false],
    [{ min: null, max: 99 }, false],
    [{ min: 50, max: 100 }, true],
    [{ min: 999, max: null }, true],
  ])('employees %j in a target of 100 to 999: %s', (employees, fits) => {
    expect(points(factsOf({ employees }), withTargets)).toEqual(fits ? [['employees', 10]] : []);
  });
  it('a known value outside the target is worth nothing', () => {
    const facts = factsOf({ departmentFunction: 'hr', industry: 'I', prefecture: '大阪府' });
    expect(points(facts, withTargets)).toEqual([]);
  });
  it('takes off in the open what exceeds the cap', () => {
    const rows = ledger(factsOf({ titleRank: 1, industry: 'E', prefecture: '東京都' }), withTargets, TODAY);
    expect(rows.at(-1)).toMatchObject({ side: 'fit', rule: 'cap', points: -5 });
    expect(score(rows)).toEqual({ fit: 40, engagement: 0, total: 40 });
  });
});

describe('behaviour', () => {
  it('gives each default its points, on the day', () => {
    const kinds = defaultRules.behaviours.map(rule => rule.kind);
    const one = (kind: string) =>
      score(ledger(factsOf({}, happened(kind, '2026-11-20')), defaultRules, TODAY));
    expect(Object.fromEntries(kinds.map(kind => [kind, one(kind).engagement]))).toEqual({
      'card.exchanged': 20,
      'triage.B': 20,
      'material.requested': 20,
      'seminar.attended': 20,
      'mail.replied': 30,
      'call.reached': 15,
      'page.pricing': 15,
      'page.case': 10,
    });
    expect(one('mail.opened').total).toBe(0);
  });
  it('counts one page once a day, and again another day', () => {
    const facts = factsOf(
      {},
      happened('page.case', '2026-11-20', 'a'),
      happened('page.case', '2026-11-20', 'b'),
      happened('page.case', '2026-11-19', 'c'),
    );
    expect(points(facts)).toEqual([
      ['page.case', 10],
      ['page.case', 10],
    ]);
  });
  it('counts a second card instead of the first', () => {
    const facts = factsOf(
      {},
      happened('card.exchanged', '2026-10-21'),
      happened('card.exchanged', '2026-11-20'),
    );
    expect(points(facts)).toEqual([['card.exchanged', 20]]);
    expect(points(facts, defaultRules, day('2026-11-19'))).toEqual([['card.exchanged', 10]]); // 20 × 2^(−29/30)
  });
  it('lets a new triage replace the old one', () => {
    const facts = factsOf({}, happened('triage.B', '2026-11-18'), happened('triage.C', '2026-11-19'));
    expect(points(facts)).toEqual([]);
    expect(points(facts, defaultRules, day('2026-11-18'))).toEqual([['triage.B', 20]]);
  });
  it('adds points given by hand and lifts a negative sum to zero in the open', () => {
    const facts = factsOf({ titleRank: 4 }, byHand(-25, '2026-11-01'), happened('page.case', '2026-11-20'));
    expect(points(facts)).toEqual([
      ['titleRank', 30],
      ['page.case', 10],
      ['points.manual', -25],
      ['floor', 15],
    ]);
    expect(score(ledger(facts, defaultRules, TODAY)).total).toBe(30);
  });
  it('gives no row for points by hand without a number', () => {
    expect(points(factsOf({}, happened('points.manual', '2026-11-20')))).toEqual([]);
  });
  it('names the best reasons first', () => {
    const facts = factsOf(
      { titleRank: 5 },
      happened('page.case', '2026-11-20'),
      happened('mail.replied', '2026-11-20'),
      byHand(-5, '2026-11-20'),
    );
    const rows = ledger(facts, defaultRules, TODAY);
    expect(topReasons(rows, 2).map(row => row.rule)).toEqual(['mail.replied', 'titleRank']);
  });
  it('shows a past day as it was shown then', () => {
    const late = {
      ...happened('mail.replied', '2026-11-10'),
      recordedAt: happened('x', '2026-11-15').recordedAt,
    };
    const facts = factsOf({}, late);
    const on = day('2026-11-12');
    expect(score(ledger(knownBy(facts, on), defaultRules, on)).total).toBe(0);
    expect(score(ledger(facts, defaultRules, on)).total).toBe(30);
  });
});

describe('any history', () => {
  it('adds up, stays inside the caps and does not depend on the order of events', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat({ max: 500 }), fc.infiniteStream(fc.nat()), (facts, back, shuffle) => {
        const on = addDays(LAST, -back);
        const rows = ledger(facts, withTargets, on);
        const sums = score(rows);
        expect(rows.reduce((sum, row) => sum + row.points, 0)).toBe(sums.fit + sums.engagement);
        expect(sums.total).toBe(sums.fit + sums.engagement);
        expect(sums.fit >= 0 && sums.fit <= 40 && sums.engagement >= 0 && sums.engagement <= 60).toBe(true);
        for (const row of rows) {
          expect(Number.isInteger(row.points) && row.points !== 0).toBe(true);
          expect(Math.abs(row.points)).toBeLessThanOrEqual(Math.abs(row.base));
          expect(row.occurredOn === null || row.occurredOn <= on).toBe(true);
        }
        const keyed = facts.events.map(event => ({ event, key: shuffle.next().value ?? 0 }));
        const mixed = keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
        expect(ledger({ ...facts, events: mixed }, withTargets, on)).toEqual(rows);
        expect(ledger({ ...facts, events: [...mixed, ...facts.events] }, withTargets, on)).toEqual(rows);
      }),
      counted(10_000),
    );
  });
});

describe('the rules a team saves', () => {
  const issues = (change: object): string[] =>
    zScoringRules.safeParse({ ...defaultRules, ...change }).error?.issues.map(i => i.path.join('.')) ?? [];
  it('accepts the default and names what cannot be', () => {
    expect(zScoringRules.parse(defaultRules)).toEqual(defaultRules);
    expect(issues({ caps: { fit: 41, engagement: 60 } })).toEqual(['caps']);
    expect(issues({ behaviours: [...defaultRules.behaviours, ...defaultRules.behaviours] })).toEqual([
      'behaviours',
    ]);
    const lasting = (days: number) => [{ ...defaultRules.behaviours[0], validity: { mode: 'window', days } }];
    expect([1, 3650].flatMap(days => issues({ behaviours: lasting(days) }))).toEqual([]);
    expect(issues({ behaviours: lasting(0) })).toEqual(['behaviours.0.validity.days']);
    expect(issues({ behaviours: lasting(3651) })).toEqual(['behaviours.0.validity.days']);
    const { bands } = defaultRules;
    expect(issues({ bands: { ...bands, mid: { enter: 40, leave: 41 } } })).toEqual(['bands.mid.leave']);
    expect(issues({ bands: { ...bands, hot: { ...bands.hot, leave: 81 } } })).toEqual(['bands.hot.leave']);
  });
});
