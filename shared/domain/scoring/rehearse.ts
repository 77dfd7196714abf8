import type { Day } from '#shared/domain/base/days.ts';
import { eventsUntil, type Facts } from './facts.ts';
import { fitRows } from './fit.ts';
import type { ScoringRules } from './rules.ts';
import { scoringEvents, worth } from './worth.ts';

/** True when switching all three conditions on says the total twice: with both gates met it can't be lower. */
export function totalFollows({ bands: { hot } }: ScoringRules): boolean {
  const { fit, engagement, total } = hot;
  return fit.on && engagement.on && total.on && total.min <= fit.min + engagement.min;
}

/** Which rules give this person points on a day: attributes by the position of the rule, behaviours by kind. */
export function matchedRules(
  facts: Facts,
  rules: ScoringRules,
  on: Day,
): { attributes: number[]; behaviours: string[] } {
  const attributes = rules.attributes.flatMap((rule, i) =>
    fitRows(facts.attributes, { ...rules, attributes: [rule] }).length > 0 ? [i] : [],
  );
  const behaviours = new Set<string>();
  for (const { event, points, validity, age } of scoringEvents(eventsUntil(facts, on), rules, on))
    if (worth(points, validity, age) > 0) behaviours.add(event.kind);
  return { attributes, behaviours: [...behaviours] };
}
