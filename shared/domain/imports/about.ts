import type { Card } from '#shared/domain/leads/card.ts';
import type { Product } from './products.ts';

/** What every row of a file shares, as guessed; a person sees it prefilled and may change it. */
export interface AboutGuess {
  channel: 'event' | 'outbound' | 'referral' | 'other';
  eventName: string;
  consentBasis: 'card' | 'organiser';
  /** `tag`: most cards carry one tag that names an event. `product`, `headers`: the file comes from an event tool or a stand's scanner. */
  reason:
    | { code: 'tag'; tag: string; count: number }
    | { code: 'product'; product: string }
    | { code: 'headers'; words: string }
    | { code: 'default' };
}

const EVENT_WORD =
  /展示会|展$|展[\s(（\d]|展\d|フェア|セミナー|EXPO|ショー|カンファレンス|サミット|交流会|ウェビナー|20\d\d/iu;
/** Words for a kind of event: they tell the channel, not which event it was. */
const KIND_ONLY = /^(?:展示会|セミナー|ウェビナー|フェア|交流会|イベント|名刺交換)$/u;
/** A tag names the event of the file when at least this share of the cards carries it. */
const MOST = 0.4;

/** Headers of what an organiser's scanner or ticket desk writes: nobody handed over a card. */
const ORGANISER =
  /バーコード|読取(?:日時|端末|時刻)|来場(?:日時|者ID)|スキャン日時|チケット|参加枠|barcode|badge/i;
const EVENT_LABEL = /^(?:展示会|イベント|セミナー|催事)名?(?:称)?\s*[:：]?\s*(.*)$/u;

/** The event a line above the header names: 展示会名,第10回ものづくり展. */
function eventAbove(rows: readonly (readonly string[])[]): string {
  for (const row of rows) {
    const [first = '', ...rest] = row.map(cell => cell.trim()).filter(cell => cell !== '');
    const [, said] = EVENT_LABEL.exec(first) ?? [];
    const name = said === undefined ? '' : said || (rest[0] ?? '');
    if (name !== '' && /[名:：]/.test(first)) return name;
  }
  return '';
}

/** What a file says besides its cards: its headers and the lines above them. */
export interface Around {
  headers: readonly string[];
  above: readonly (readonly string[])[];
}

/** Guesses where the cards come from: the tool that wrote the file, or the tag most of them share. */
export function guessAbout(
  cards: readonly Pick<Card, 'tags'>[],
  product: Product | null,
  { headers, above }: Around = { headers: [], above: [] },
): AboutGuess {
  const fromOrganiser = {
    channel: 'event',
    eventName: eventAbove(above),
    consentBasis: 'organiser',
  } as const;
  if (product === 'zoom' || product === 'connpass')
    return { ...fromOrganiser, reason: { code: 'product', product } };
  const words = headers.filter(header => ORGANISER.test(header.normalize('NFKC')));
  if (words.length > 0) return { ...fromOrganiser, reason: { code: 'headers', words: words.join('、') } };
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
