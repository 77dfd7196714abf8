import type { Card } from '#shared/domain/leads/card.ts';
import type { Product } from './products.ts';

/** What every row of a file shares, as guessed; a person sees it prefilled and may change it. */
export interface AboutGuess {
  channel: 'event' | 'outbound' | 'referral' | 'other';
  eventName: string;
  consentBasis: 'card' | 'organiser';
  /** `tag`: most cards carry one tag that names an event. `product`: the file comes from an event tool. */
  reason:
    | { code: 'tag'; tag: string; count: number }
    | { code: 'product'; product: string }
    | { code: 'default' };
}

const EVENT_WORD =
  /展示会|展$|展[\s(（\d]|展\d|フェア|セミナー|EXPO|ショー|カンファレンス|サミット|交流会|ウェビナー|20\d\d/iu;
/** Words for a kind of event: they tell the channel, not which event it was. */
const KIND_ONLY = /^(?:展示会|セミナー|ウェビナー|フェア|交流会|イベント|名刺交換)$/u;
/** A tag names the event of the file when at least this share of the cards carries it. */
const MOST = 0.4;

/** Guesses where the cards come from: the tag most of them share, or the tool that wrote the file. */
export function guessAbout(cards: readonly Pick<Card, 'tags'>[], product: Product | null): AboutGuess {
  if (product === 'zoom' || product === 'connpass')
    return {
      channel: 'event',
      eventName: '',
      consentBasis: 'organiser',
      reason: { code: 'product', product },
    };
  const counts = new Map<string, number>();
  for (const card of cards) for (const tag of card.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const often = [...counts]
    .filter(([tag, count]) => EVENT_WORD.test(tag) && count >= cards.length * MOST)
    .sort((a, b) => Number(KIND_ONLY.test(a[0])) - Number(KIND_ONLY.test(b[0])) || b[1] - a[1]);
  const [tag, count] = often[0] ?? ['', 0];
  if (tag === '')
    return { channel: 'other', eventName: '', consentBasis: 'card', reason: { code: 'default' } };
  const eventName = KIND_ONLY.test(tag) ? '' : tag;
  return { channel: 'event', eventName, consentBasis: 'card', reason: { code: 'tag', tag, count } };
}
