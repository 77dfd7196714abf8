import { describe, expect, it } from 'vitest';
import { type Day, day, instantAt } from '#shared/domain/base/days.ts';
import { seeded } from '#shared/domain/base/seeded.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import { departmentFunction } from '#shared/domain/leads/departments.ts';
import { readTitle } from '#shared/domain/leads/titles.ts';
import { sampleBehaviour } from '#shared/domain/sample/behaviour.ts';
import { LATEST_SHOW, type SampleCard, sampleCards } from '#shared/domain/sample/cards.ts';
import { COMPANY_NAMES, sampleCompany, weighted } from '#shared/domain/sample/companies.ts';
import { SAMPLE_HEADER, sampleRow } from '#shared/domain/sample/table.ts';
import { assess } from '#shared/domain/scoring/assess.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import type { FactEvent, Facts } from '#shared/domain/scoring/facts.ts';
import { seed } from '#test/helpers/runs.ts';

const TODAY = day('2026-11-24');
const SIZE = process.env.DEEP ? 100_000 : 10_000;
const take = (n: number, from = seed(), today: Day = TODAY): SampleCard[] => [
  ...sampleCards(from, today).take(n),
];
const cards = take(SIZE);
const share = (test: (card: SampleCard) => boolean): number => cards.filter(test).length / cards.length;
/** One card per person: the first. */
const people = [...new Map(cards.toReversed().map(card => [card.truth.personKey, card])).values()];

describe('sample cards', () => {
  it('are the same for the same seed, and a shorter store is the beginning of a longer one', () => {
    expect(take(300)).toEqual(cards.slice(0, 300));
    expect(take(300, seed() + 1)).not.toEqual(cards.slice(0, 300));
  });

  it('have the shares of a real pile of cards', () => {
    const seen = new Set<string>();
    const second = share(({ truth }) => seen.has(truth.personKey) || !seen.add(truth.personKey));
    expect(second).toBeGreaterThan(0.07);
    expect(second).toBeLessThan(0.09);
    expect(share(card => card.email === null)).toBeCloseTo(0.11, 1);
    const silent = share(card => card.phone === null && card.mobile === null);
    expect(silent).toBeGreaterThan(0.13);
    expect(silent).toBeLessThan(0.17);
    expect(share(card => card.eventName === LATEST_SHOW)).toBeCloseTo(0.6, 1);
    expect(share(card => card.truth.titleRank === null)).toBeGreaterThan(0.05);
  });

  it('reach nobody: reserved mail domains, exchanges that are never assigned', () => {
    for (const { email, phone, mobile, metOn } of cards) {
      if (email) expect(email.toLowerCase()).toMatch(/^[a-z.0-9]+@[a-z-]+\.example\.(?:co\.jp|jp|com)$/);
      if (phone) expect(phone.normalize('NFKC')).toMatch(/^(?:0[36]-0000|0\d\d-000)-\d{4}$/);
      if (mobile) expect(mobile.replaceAll('-', '')).toMatch(/^0[789]00000\d{4}$/);
      expect(metOn < TODAY).toBe(true);
    }
  });

  it('give two people neither one address, nor one mobile, nor one name in one company', () => {
    const unique = (keys: (string | null)[]) => {
      const present = keys.filter(key => key !== null);
      expect(new Set(present).size).toBe(present.length);
    };
    unique(people.map(card => card.email?.toLowerCase() ?? null));
    unique(people.map(card => card.mobile?.replaceAll('-', '') ?? null));
    unique(people.map(card => `${card.companyKana} ${foldKey(card.surname + card.givenName)}`));
  });

  it('keep a second card recognisable', () => {
    const first = new Map(people.map(card => [card.truth.personKey, card]));
    for (const card of cards) {
      const known = first.get(card.truth.personKey);
      expect(foldKey(card.surname + card.givenName)).toBe(foldKey(`${known?.surname}${known?.givenName}`));
      expect(card.email?.toLowerCase()).toBe(known?.email?.toLowerCase());
      expect(card.truth).toEqual(known?.truth);
    }
  });

  it('carry titles and departments that the cleaning rules read as meant', () => {
    for (const { title, department, truth } of cards.slice(0, 2000)) {
      expect(`${title}: ${readTitle(title).rank}`).toBe(`${title}: ${truth.titleRank}`);
      expect(`${department}: ${departmentFunction(department)}`).toBe(
        `${department}: ${truth.departmentFunction}`,
      );
    }
  });

  it('become rows of a card export', () => {
    const row = sampleRow(cards[0] ?? expect.unreachable());
    expect(row).toHaveLength(SAMPLE_HEADER.length);
    expect(row[SAMPLE_HEADER.indexOf('名刺交換日')]).toMatch(/^\d{4}\/\d\d\/\d\d$/);
  });
});

describe('sample companies', () => {
  it('never share a name or a host', () => {
    const companies = Array.from({ length: COMPANY_NAMES }, (_, i) => sampleCompany(seeded(i), i));
    expect(new Set(companies.map(company => company.stem)).size).toBe(COMPANY_NAMES);
    expect(new Set(companies.map(company => company.host.split('.')[0])).size).toBe(COMPANY_NAMES);
  });
  it('are chosen by weight', () => {
    const random = seeded(seed());
    const drawn = Array.from({ length: 4000 }, () =>
      weighted(random, [[3, 'a'] as const, [1, 'b'] as const]),
    );
    expect(drawn.filter(value => value === 'a').length / 4000).toBeCloseTo(0.75, 1);
    expect(() => weighted(random, [])).toThrow(RangeError);
  });
});

describe('the default points on a sample store', () => {
  const event = (kind: string, occurredOn: Day, uid: string): FactEvent => ({
    uid,
    kind,
    occurredOn,
    recordedAt: instantAt(occurredOn, 720),
  });
  const shares = (leads: Iterable<Facts>): Record<Band, number> => {
    const counts = { low: 0, mid: 0, hot: 0 };
    let all = 0;
    for (const facts of leads) {
      counts[assess(facts, defaultRules, TODAY, null).band]++;
      all++;
    }
    return { low: counts.low / all, mid: counts.mid / all, hot: counts.hot / all };
  };
  const factsFor = (given: readonly SampleCard[], withBehaviour: boolean): Facts[] => {
    const byPerson = new Map<string, { attributes: Facts['attributes']; events: FactEvent[]; gates: [] }>();
    for (const [i, { truth, metOn }] of given.entries()) {
      const lead = byPerson.get(truth.personKey) ?? { attributes: truth, events: [], gates: [] };
      lead.events.push(event('card.exchanged', metOn, `c${i}`));
      byPerson.set(truth.personKey, lead);
    }
    const behaviour = withBehaviour ? [...sampleBehaviour(seed(), given, TODAY)] : [];
    for (const [i, { personKey, kind, occurredOn }] of behaviour.entries())
      byPerson.get(personKey)?.events.push(event(kind, occurredOn, `b${i}`));
    return [...byPerson.values()];
  };
  const inBounds = ({ mid, hot }: Record<Band, number>) => {
    expect(mid).toBeGreaterThanOrEqual(0.15);
    expect(mid).toBeLessThanOrEqual(0.5);
    expect(hot).toBeLessThanOrEqual(0.05);
  };

  it.each([1000, SIZE])('make a useful list of %i cards', n => {
    inBounds(shares(factsFor(cards.slice(0, n), true)));
  });
  it('do so with the cards of the latest show alone, before anything else happened', () => {
    inBounds(
      shares(
        factsFor(
          cards.slice(0, 1000).filter(card => card.eventName === LATEST_SHOW),
          false,
        ),
      ),
    );
  });
  it('see behaviour only between the card and today', () => {
    const behaviour = [...sampleBehaviour(seed(), cards, TODAY)];
    expect(behaviour).toEqual([...sampleBehaviour(seed(), cards, TODAY)]);
    expect(behaviour.length).toBeGreaterThan(SIZE / 20);
    expect(behaviour.every(({ occurredOn }) => occurredOn <= TODAY)).toBe(true);
    expect(behaviour.some(({ kind }) => kind === 'opportunity.accepted')).toBe(true);
  });
});
