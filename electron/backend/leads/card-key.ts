import { createHash } from 'node:crypto';
import { type Card, cardText } from '#shared/domain/leads/card.ts';

/** A digest that two readings of one card share; it goes into the store in place of the card's text. */
export const cardKey = (card: Card): string =>
  `card:${createHash('sha256').update(cardText(card)).digest('hex').slice(0, 32)}`;
