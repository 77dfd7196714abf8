import { addDays, type Day, daysBetween } from '#shared/domain/base/days.ts';
import { below, type Random, seeded } from '#shared/domain/base/seeded.ts';
import type { SampleCard } from './cards.ts';

/** Something a person did after the card: kinds of `scoring`, or `opportunity.accepted`. */
export type SampleEvent = { readonly personKey: string; readonly kind: string; readonly occurredOn: Day };

/** Share of people per kind, and how many days after the card it comes at most. */
const CHANCES: readonly (readonly [kind: string, share: number, within: number])[] = [
  ['page.case', 0.06, 60],
  ['page.pricing', 0.04, 60],
  ['material.requested', 0.04, 45],
  ['seminar.attended', 0.03, 90],
  ['mail.replied', 0.02, 30],
  ['call.reached', 0.06, 60],
  ['enquiry.received', 0.02, 30],
  ['demo.requested', 0.012, 30],
  ['opportunity.accepted', 0.09, 80],
];

/** What one person did between the card and `today`, from the given source of numbers. */
function behaviourOf(random: Random, card: SampleCard, today: Day): SampleEvent[] {
  const passed = daysBetween(card.metOn, today);
  return CHANCES.flatMap(([kind, share, within]) => {
    const happens = random() < share;
    const after = 1 + below(random, within);
    if (!happens || after > passed) return [];
    return [{ personKey: card.truth.personKey, kind, occurredOn: addDays(card.metOn, after) }];
  });
}

/** The later behaviour of the people behind the cards, none of it after `today`. Same seed, same events. */
export function* sampleBehaviour(
  seed: number,
  cards: Iterable<SampleCard>,
  today: Day,
): Generator<SampleEvent, void> {
  const random = seeded(seed ^ 0x5eed);
  for (const card of cards) yield* behaviourOf(random, card, today);
}
