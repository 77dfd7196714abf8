import type { SampleCard } from './cards.ts';
import { GIVEN_NAMES } from './names.ts';

/** A second card with less on it: nothing but company and name says who it is. */
const lessKnown = (card: SampleCard): SampleCard => ({ ...card, email: null, mobile: null });

/** The same person and line after the company was put under a holding. */
const renamed = (card: SampleCard): SampleCard | null =>
  card.phone === null
    ? null
    : {
        ...card,
        company: `${card.company.replace('株式会社', '')}ホールディングス株式会社`,
        companyKana: '',
        email: null,
        mobile: null,
      };

/** Somebody else of the same family who answers the same mobile phone. */
function relative(card: SampleCard, n: number): SampleCard | null {
  if (card.mobile === null) return null;
  const others = GIVEN_NAMES.filter(([text]) => text !== card.givenName);
  const [givenName, givenNameKana] = others[n % others.length] ?? [card.givenName, card.givenNameKana];
  return { ...card, givenName, givenNameKana, email: null };
}

const KINDS = [lessKnown, renamed, relative] as const;
/** One look-alike for so many people, and never more than this. */
const ONE_IN = 25;
const MOST = 12;

/** How many of so many people are look-alikes. */
export const lookAlikeCount = (people: number): number => Math.min(MOST, Math.floor(people / ONE_IN));

/**
 * Cards that look like one of the given ones, each like another, to practise on: two of three are the same person and one
 * is not. They become people of their own, because no rule may join them unasked. `like` is the card each resembles.
 */
export function lookAlikes(
  cards: Iterable<SampleCard>,
  count: number,
): { readonly card: SampleCard; readonly like: SampleCard }[] {
  const found: { card: SampleCard; like: SampleCard }[] = [];
  for (const like of cards) {
    if (found.length === count) break;
    const made = KINDS[found.length % KINDS.length]?.(like, found.length);
    if (!made) continue;
    const personKey = `${like.truth.personKey}-alike`;
    found.push({ card: { ...made, truth: { ...made.truth, personKey } }, like });
  }
  return found;
}
