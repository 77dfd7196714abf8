import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '#shared/domain/base/days.ts';
import { backTest, type Case } from '#shared/domain/scoring/back-test.ts';
import { standingOn } from '#shared/domain/scoring/assess.ts';
import { type Band, bandOf } from '#shared/domain/scoring/band.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { knownBy } from '#shared/domain/scoring/facts.ts';
import { matchedRules, totalFollows } from '#shared/domain/scoring/rehearse.ts';
import { bandAt, correctedPast, type Past, sameRules } from '#shared/domain/scoring/replay.ts';
import { zScoringRules } from '#shared/domain/scoring/rules.ts';
import { TEMPLATES, templateRules } from '#shared/domain/scoring/templates.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { anyFacts, factsOf, happened, LAST } from '#test/helpers/facts.ts';
import { counted } from '#test/helpers/runs.ts';

const rules = sameRules(defaultRules);

describe('the band on a past day', () => {
  /** Every day one after the other, as slow as it is plain. Points given by hand may rise again and are left out. */
  function walked(past: Past, from: Day, on: Day): Band {
    let band: Band | null = null;
    for (let day = from; day <= on; day = addDays(day, 1))
      band = bandOf(band, standingOn(past.known(day), defaultRules, day), defaultRules);
    return band ?? 'low';
  }
  const positive = anyFacts.map(facts => ({
    ...facts,
    events: facts.events.filter(({ kind }) => kind !== 'points.manual'),
  }));

  it('equals walking day by day, whatever was recorded late', () => {
    fc.assert(
      fc.property(positive, fc.nat({ max: 420 }), (facts, back) => {
        const on = addDays(LAST, -back);
        const recorded = facts.events.map(event => dayOf(event.recordedAt));
        const then: Past = { days: recorded, known: day => knownBy(facts, day) };
        const first = [...recorded, on].sort()[0] ?? on;
        expect(bandAt(then, rules, on)).toBe(walked(then, first, on));
        const now = correctedPast(facts);
        const begin = [...now.days, on].sort()[0] ?? on;
        expect(bandAt(now, rules, on)).toBe(walked(now, begin, on));
      }),
      counted(1000),
    );
  });

  it('remembers that staying is easier than entering', () => {
    const facts = factsOf(
      { titleRank: 3 },
      happened('card.exchanged', '2026-11-01'),
      happened('mail.replied', '2026-11-01'),
    );
    expect(bandAt(correctedPast(facts), rules, day('2026-11-20'))).toBe('hot'); // 72 points: not enough to enter
    expect(bandAt({ days: [day('2026-11-20')], known: () => facts }, rules, day('2026-11-20'))).toBe('mid');
  });
});

describe('a back-test', () => {
  const many = (n: number, won: boolean, best: Band | null): Case[] =>
    Array.from({ length: n }, () => ({ won, best }));

  it('counts 商談 that had been A or B, with the interval of Wilson', () => {
    const found = backTest([
      ...many(12, true, 'hot'),
      ...many(6, true, 'mid'),
      ...many(2, true, 'low'),
      ...many(80, false, 'low'),
    ]);
    expect(found).toMatchObject({ won: 20, decided: 100, unknown: 0 });
    expect(found.caught.hot).toMatchObject({ x: 12, n: 20 });
    // Wilson 95 % of 12 of 20, from the published table of Newcombe's method 3.
    expect(found.caught.hot.estimate?.low).toBeCloseTo(0.3866, 3);
    expect(found.caught.hot.estimate?.high).toBeCloseTo(0.7812, 3);
    expect(found.caught.atLeastMid).toMatchObject({ x: 18, n: 20 });
    expect(found.byBand).toMatchObject({ hot: { x: 12, n: 12 }, mid: { x: 6, n: 6 }, low: { x: 2, n: 82 } });
  });

  it('promises nothing below 20 won and 100 decided', () => {
    expect(backTest([...many(19, true, 'hot'), ...many(200, false, 'low')]).byBand).toBeNull();
    expect(backTest([...many(20, true, 'hot'), ...many(79, false, 'low')]).byBand).toBeNull();
    expect(backTest([...many(20, true, 'hot'), ...many(80, false, 'low')]).byBand).not.toBeNull();
  });

  it('leaves out whom nothing was recorded of in time', () => {
    const found = backTest([...many(3, true, null), ...many(1, true, 'mid')]);
    expect(found).toMatchObject({ won: 1, decided: 1, unknown: 3 });
    expect(backTest([]).caught.hot.estimate).toBeNull();
  });
});

describe('templates', () => {
  it.each(TEMPLATES)('%s can be saved as it is', template => {
    expect(zScoringRules.parse(templateRules(template))).toEqual(templateRules(template));
  });
  it('differ from each other and leave the region to the team', () => {
    const all = TEMPLATES.map(templateRules);
    expect(new Set(all.map(rules => JSON.stringify(rules))).size).toBe(TEMPLATES.length);
    for (const { attributes } of all)
      expect(attributes.find(rule => rule.attribute === 'prefecture')).toMatchObject({ targets: [] });
  });
});

describe('the editor', () => {
  it('says that the total follows from both gates only while it does', () => {
    const { hot } = defaultRules.bands;
    const changed = (part: object) => ({
      ...defaultRules,
      bands: { ...defaultRules.bands, hot: { ...hot, ...part } },
    });
    expect(totalFollows(defaultRules)).toBe(true);
    expect(totalFollows(changed({ total: { on: true, min: 81 } }))).toBe(false);
    expect(totalFollows(changed({ fit: { on: false, min: 30 } }))).toBe(false);
    expect(totalFollows(changed({ total: { on: false, min: 80 } }))).toBe(false);
  });
  it('knows which rules give somebody points', () => {
    const facts = factsOf(
      { titleRank: 5 },
      happened('page.case', '2026-11-19'),
      happened('card.exchanged', '2026-01-01'),
    );
    const found = matchedRules(facts, defaultRules, day('2026-11-20'));
    expect(found).toEqual({ attributes: [1], behaviours: ['page.case'] }); // the card is worn out
  });
});
