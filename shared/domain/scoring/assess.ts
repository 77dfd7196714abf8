import { addDays, type Day, daysBetween } from '#shared/domain/base/days.ts';
import { type Band, bandOf, bandRank, type Standing } from './band.ts';
import { eventsUntil, type FactEvent, type Facts } from './facts.ts';
import { fitRows, type Missing, missingAttributes } from './fit.ts';
import { bounded } from './ledger.ts';
import type { Gate, ScoringRules } from './rules.ts';
import { scoringEvents, worth } from './worth.ts';

/** Everything about a lead's rank on a day that is worth storing. */
export type Assessment = {
  readonly fit: number;
  readonly engagement: number;
  readonly total: number;
  readonly band: Band;
  /** The event that makes the lead hot without points, or null. */
  readonly explicitInterestUid: string | null;
  /** The first day the band is lower if nothing happens; null when not within ten years. */
  readonly coolsOn: Day | null;
  /** The first day the total is another one if nothing happens; null when not within ten years. */
  readonly nextChangeOn: Day | null;
  /** Behaviour is hot and only unknown attributes keep the lead out of the hot band. */
  readonly hotUnconfirmed: boolean;
  /** Gates that hold the lead in the lowest band. */
  readonly blockedBy: readonly Gate[];
  readonly missing: readonly Missing[];
};

const HORIZON_DAYS = 3653;

/**
 * The smallest k in 1 … HORIZON_DAYS for which `holds`, which stays true once it is true; null if none. Doubles
 * its steps first, because most changes are near.
 */
function firstDay(holds: (k: number) => boolean): number | null {
  let [no, yes] = [0, 1];
  while (!holds(yes)) {
    if (yes === HORIZON_DAYS) return null;
    no = yes;
    yes = Math.min(2 * yes, HORIZON_DAYS);
  }
  while (yes - no > 1) {
    const middle = (no + yes) >> 1;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** The latest event that shows explicit interest and still holds. */
function explicitInterest(
  events: readonly FactEvent[],
  rules: ScoringRules,
  on: Day,
): { uid: string; daysLeft: number } | null {
  const kinds: readonly string[] = rules.explicitInterest.kinds;
  const event = events.findLast(({ kind }) => kinds.includes(kind));
  if (!event) return null;
  const daysLeft = rules.explicitInterest.holdDays - daysBetween(event.occurredOn, on);
  return daysLeft > 0 ? { uid: event.uid, daysLeft } : null;
}

/** Where a lead stands k days after `on` if nothing happens: points only ever fall, attributes stay. */
function projection(facts: Facts, rules: ScoringRules, on: Day) {
  const sum = fitRows(facts.attributes, rules).reduce((points, row) => points + row.points, 0);
  const fit = bounded(sum, rules.caps.fit);
  const past = eventsUntil(facts, on);
  const events = scoringEvents(past, rules, on);
  const interest = explicitInterest(past, rules, on);
  const standing = (k: number): Standing => {
    let points = 0;
    for (const scored of events) points += worth(scored.points, scored.validity, scored.age + k);
    const engagement = bounded(points, rules.caps.engagement);
    const explicit = interest !== null && k < interest.daysLeft;
    return { fit, engagement, total: fit + engagement, explicitInterest: explicit, gates: facts.gates };
  };
  return { standing, interest };
}

/** What the band of a day is decided from. */
export const standingOn = (facts: Facts, rules: ScoringRules, on: Day): Standing =>
  projection(facts, rules, on).standing(0);

function isHotUnconfirmed(
  now: Standing,
  band: Band,
  missing: readonly Missing[],
  rules: ScoringRules,
): boolean {
  const { hot } = rules.bands;
  if (band === 'hot' || !hot.fit.on || now.fit >= hot.fit.min || now.engagement < hot.engagement.min)
    return false;
  const possible = now.fit + missing.reduce((points, { upTo }) => points + upTo, 0);
  return Math.min(possible, rules.caps.fit) >= hot.fit.min;
}

/**
 * Rank of one lead on a day, from the same rows as `ledger`. `previous` is the band before (null: a new lead).
 * An event dated later than `on` does not count yet, but its day is the next change.
 */
export function assess(facts: Facts, rules: ScoringRules, on: Day, previous: Band | null): Assessment {
  const { standing, interest } = projection(facts, rules, on);
  const now = standing(0);
  const band = bandOf(previous, now, rules);
  const cools =
    band === 'low' ? null : firstDay(k => bandRank(bandOf(band, standing(k), rules)) < bandRank(band));
  const changes = firstDay(k => standing(k).total !== now.total);
  const dates = facts.events.map(event => event.occurredOn).filter(date => date > on);
  if (changes !== null) dates.push(addDays(on, changes));
  const missing = missingAttributes(facts.attributes, rules, now.fit);
  const blockedBy = facts.gates.filter(gate => rules.blockingGates.includes(gate));
  return {
    fit: now.fit,
    engagement: now.engagement,
    total: now.total,
    band,
    explicitInterestUid: interest?.uid ?? null,
    coolsOn: cools === null ? null : addDays(on, cools),
    nextChangeOn: dates.sort()[0] ?? null,
    hotUnconfirmed: blockedBy.length === 0 && isHotUnconfirmed(now, band, missing, rules),
    blockedBy,
    missing,
  };
}
