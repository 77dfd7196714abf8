import { addDays, type Day } from '#shared/domain/base/days.ts';
import { standingOn } from './assess.ts';
import { type Band, bandOf } from './band.ts';
import type { Facts } from './facts.ts';
import type { ScoringRules } from './rules.ts';

/** A lead as it was known at the end of each day, and the days on which something about it became known. */
export type Past = { readonly days: readonly Day[]; known(on: Day): Facts };

/** A past in which everything that is known now was known on the day it happened: the corrected view. */
export const correctedPast = (facts: Facts): Past => ({
  days: facts.events.map(event => event.occurredOn),
  known: () => facts,
});

/** The rules of each day, and the days on which they changed. */
export type RulesOverTime = { readonly days: readonly Day[]; on(day: Day): ScoringRules };

export const sameRules = (rules: ScoringRules): RulesOverTime => ({ days: [], on: () => rules });

/** Days on which the band can rise, oldest first: something became known, an event known before came, rules changed. */
function turningDays(past: Past, rules: RulesOverTime, until: Day): Day[] {
  const announced = past.known(until).events.map(event => event.occurredOn);
  const first = past.days.reduce<Day>((least, day) => (day < least ? day : least), until);
  const days = new Set([...past.days, ...announced, ...rules.days]);
  return [...days].filter(day => day >= first && day < until).sort();
}

/**
 * Every band a lead had until the end of a day, oldest first, from the day something was first known. Between two
 * turning days points only fall, so the day before each and the day itself tell all there is.
 */
export function bandsUntil(past: Past, rules: RulesOverTime, until: Day): { on: Day; band: Band }[] {
  const found: { on: Day; band: Band }[] = [];
  const look = (on: Day): void => {
    const previous = found.at(-1)?.band ?? null;
    const band = bandOf(previous, standingOn(past.known(on), rules.on(on), on), rules.on(on));
    if (band !== previous) found.push({ on, band });
  };
  for (const day of turningDays(past, rules, until)) {
    if (found.length > 0) look(addDays(day, -1));
    look(day);
  }
  if (found.length > 0) look(addDays(until, -1));
  look(until);
  return found;
}

/** The band at the end of a day, hysteresis included. */
export const bandAt = (past: Past, rules: RulesOverTime, on: Day): Band =>
  bandsUntil(past, rules, on).at(-1)?.band ?? 'low';
