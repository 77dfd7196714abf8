import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysBetween } from '#shared/domain/base/days.ts';
import { assess } from '#shared/domain/scoring/assess.ts';
import { BANDS, type Band, bandOf, bandRank } from '#shared/domain/scoring/band.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import type { Facts } from '#shared/domain/scoring/facts.ts';
import { ledger, score } from '#shared/domain/scoring/ledger.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { anyFacts, byHand, factsOf, happened, LAST } from '#test/helpers/facts.ts';
import { counted } from '#test/helpers/runs.ts';

const TODAY = day('2026-11-20');
const { bands } = defaultRules;
const gatesOff: ScoringRules = {
  ...defaultRules,
  bands: {
    ...bands,
    hot: { ...bands.hot, fit: { on: false, min: 30 }, engagement: { on: false, min: 50 } },
  },
};
const allOff: ScoringRules = {
  ...gatesOff,
  bands: { ...bands, hot: { ...gatesOff.bands.hot, total: { on: false, min: 80 } } },
};
const standing = (fit: number, engagement: number) => ({
  fit,
  engagement,
  total: fit + engagement,
  explicitInterest: false,
  gates: [],
});
const band = (previous: Band | null, fit: number, engagement: number, rules = defaultRules) =>
  bandOf(previous, standing(fit, engagement), rules);

describe('band', () => {
  it.each([
    [30, 49, 'mid', 'mid'], // 79
    [30, 50, 'hot', 'hot'], // 80
    [30, 51, 'hot', 'hot'], // 81
    [29, 51, 'mid', 'hot'], // 80 without the fit gate
    [31, 49, 'mid', 'hot'], // 80 without the engagement gate
    [40, 60, 'hot', 'hot'],
    [0, 60, 'mid', 'mid'],
  ] as const)('fit %i and engagement %i: %s with gates, %s without', (fit, engagement, on, off) => {
    expect(band(null, fit, engagement)).toBe(on);
    expect(band(null, fit, engagement, gatesOff)).toBe(off);
  });
  it('never becomes hot by points when every gate is off', () => {
    expect(band(null, 40, 60, allOff)).toBe('mid');
  });
  it.each([
    ['hot', 70, 'hot'],
    ['hot', 69, 'mid'],
    ['hot', 34, 'low'],
    ['hot', 35, 'mid'],
    ['mid', 35, 'mid'],
    ['mid', 34, 'low'],
    ['mid', 70, 'mid'],
    ['low', 39, 'low'],
    ['low', 40, 'mid'],
    [null, 39, 'low'],
  ] as const)('coming from %s a total of %i is %s', (previous, total, expected) => {
    const fit = Math.min(29, total);
    expect(band(previous, fit, total - fit)).toBe(expected);
  });
  it('is low behind a blocking gate, and not behind a gate that only closes a channel', () => {
    const hot = { ...standing(40, 60), explicitInterest: true };
    expect(bandOf('hot', { ...hot, gates: ['competitor'] }, defaultRules)).toBe('low');
    expect(bandOf('hot', { ...hot, gates: ['optedOut', 'doNotCall'] }, defaultRules)).toBe('hot');
  });
});

describe('a card from yesterday', () => {
  it('of a manager is B and falls to C when its card has lost enough', () => {
    const facts = factsOf({ titleRank: 4 }, happened('card.exchanged', '2026-11-20'));
    const found = assess(facts, defaultRules, TODAY, null);
    expect(found).toMatchObject({
      fit: 30,
      engagement: 20,
      total: 50,
      band: 'mid',
      explicitInterestUid: null,
    });
    expect(found.nextChangeOn).toBe('2026-11-21'); // 19.54 points are 19
    expect(found.coolsOn).toBe(addDays(TODAY, 61)); // 20 × 2^(−61/30) = 4.88: total 34
    expect(found.missing).toEqual([]);
  });
  it('of somebody unknown asks for the title', () => {
    const facts = factsOf({}, happened('card.exchanged', '2026-11-20'));
    const found = assess(facts, defaultRules, TODAY, null);
    expect(found).toMatchObject({ total: 20, band: 'low', coolsOn: null });
    expect(found.missing).toEqual([{ attribute: 'titleRank', upTo: 30 }]);
  });
  it('turns hot when engagement reaches 50 and cools below a total of 70', () => {
    const facts = factsOf(
      { titleRank: 3 },
      happened('card.exchanged', '2026-11-20'),
      happened('mail.replied', '2026-11-20'),
    );
    const found = assess(facts, defaultRules, TODAY, 'mid');
    expect(found).toMatchObject({ fit: 30, engagement: 50, band: 'hot' });
    expect(found.coolsOn).toBe(addDays(TODAY, 31)); // 20 × 2^(−31/30) = 9.77: total 69
  });
});

describe('explicit interest', () => {
  it.each([
    'triage.A',
    'enquiry.received',
    'quote.requested',
    'demo.requested',
    'visit.requested',
    'call.requested',
  ])('%s is hot at once and holds for 30 days', kind => {
    const facts = factsOf({ titleRank: 7 }, happened(kind, '2026-11-20', 'wish'));
    const found = assess(facts, defaultRules, TODAY, 'low');
    expect(found).toMatchObject({ total: 0, band: 'hot', explicitInterestUid: 'wish' });
    expect(found.coolsOn).toBe('2026-12-20');
    expect(assess(facts, defaultRules, day('2026-12-19'), 'hot').band).toBe('hot');
    expect(assess(facts, defaultRules, day('2026-12-20'), 'hot').band).toBe('low');
  });
  it('ends when the card is sorted anew', () => {
    const facts = factsOf({}, happened('triage.A', '2026-11-18'), happened('triage.C', '2026-11-19'));
    expect(assess(facts, defaultRules, TODAY, 'hot').band).toBe('low');
  });
});

describe('hot behaviour with unknown attributes', () => {
  it('is told apart from a fit that is known to be low', () => {
    const busy = [happened('mail.replied', '2026-11-20'), happened('material.requested', '2026-11-20')];
    expect(assess(factsOf({}, ...busy), defaultRules, TODAY, null)).toMatchObject({
      band: 'mid',
      hotUnconfirmed: true,
    });
    expect(assess(factsOf({ titleRank: 7 }, ...busy), defaultRules, TODAY, null).hotUnconfirmed).toBe(false);
    const calm = factsOf({}, happened('mail.replied', '2026-11-20'));
    expect(assess(calm, defaultRules, TODAY, null).hotUnconfirmed).toBe(false);
    const fitEnough = factsOf({ titleRank: 1 }, ...busy, byHand(-1, '2026-11-20'));
    expect(assess(fitEnough, defaultRules, TODAY, null)).toMatchObject({
      band: 'mid',
      hotUnconfirmed: false,
    });
    const competitor: Facts = { ...factsOf({}, ...busy), gates: ['competitor'] };
    expect(assess(competitor, defaultRules, TODAY, null)).toMatchObject({
      band: 'low',
      hotUnconfirmed: false,
      blockedBy: ['competitor'],
    });
  });
});

describe('the outlook', () => {
  it('is open-ended for points that never age, and sees an event dated ahead', () => {
    const facts = factsOf({ titleRank: 1 }, byHand(20, '2026-11-01'));
    expect(assess(facts, defaultRules, TODAY, null)).toMatchObject({
      band: 'mid',
      coolsOn: null,
      nextChangeOn: null,
    });
    const ahead = factsOf(
      { titleRank: 1 },
      byHand(20, '2026-11-01'),
      happened('seminar.attended', '2026-12-01'),
    );
    expect(assess(ahead, defaultRules, TODAY, null)).toMatchObject({ total: 50, nextChangeOn: '2026-12-01' });
  });

  /** Day by day with the ledger and the wish list of explicit interest, as slow as it is plain. */
  function standingByHand(facts: Facts, asked: Day, on: Day) {
    const past = facts.events.filter(event => event.occurredOn <= asked);
    const sums = score(ledger({ ...facts, events: past }, defaultRules, on));
    const rows = ledger({ ...facts, events: past }, explicitAsPoints, on);
    return {
      ...sums,
      gates: facts.gates,
      explicitInterest: rows.some(row => row.rule !== 'cap' && row.base === 1),
    };
  }
  // Explicit interest written as one-point rules that last as long as it holds: a second way to find it.
  const explicitAsPoints: ScoringRules = {
    ...defaultRules,
    attributes: [],
    behaviours: defaultRules.explicitInterest.kinds.map(kind => ({
      kind,
      points: 1,
      counting: { mode: 'each' },
      validity: { mode: 'window', days: 30 },
    })),
  };
  const withoutManual = anyFacts.map(facts => {
    const seen = new Set<string>();
    const events = facts.events.filter(({ uid, kind }) => {
      const take = kind !== 'points.manual' && !seen.has(uid);
      seen.add(uid);
      return take;
    });
    return { ...facts, events };
  });

  it('equals walking day by day', () => {
    fc.assert(
      fc.property(
        withoutManual,
        fc.nat({ max: 420 }),
        fc.constantFrom(null, ...BANDS),
        (facts, back, previous) => {
          const on = addDays(LAST, -back);
          const found = assess(facts, defaultRules, on, previous);
          const now = standingByHand(facts, on, on);
          expect(found.total).toBe(now.total);
          expect(found.band).toBe(bandOf(previous, now, defaultRules));
          let [cools, changes]: [Day | null, Day | null] = [null, null];
          for (let k = 1; k <= 300 && (!cools || !changes); k++) {
            const then = standingByHand(facts, on, addDays(on, k));
            const lower = bandRank(bandOf(found.band, then, defaultRules)) < bandRank(found.band);
            if (lower) cools ??= addDays(on, k);
            if (then.total !== now.total) changes ??= addDays(on, k);
          }
          const ahead = facts.events.map(event => event.occurredOn).filter(date => date > on);
          if (changes) ahead.push(changes);
          expect(found.coolsOn).toBe(cools);
          expect(found.nextChangeOn).toBe(ahead.sort()[0] ?? null);
          if (found.coolsOn) expect(daysBetween(on, found.coolsOn)).toBeGreaterThan(0);
        },
      ),
      counted(2000),
    );
  });
});
