import type { Translated } from '#shared/i18n/translated.ts';
import type { reviews as source } from '#shared/i18n/ja/reviews.ts';

const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of the weekly review. */
export const reviews = {
  title: 'Weekly review',
  lead: 'This week’s numbers in an order for thirty minutes.',
  ranks: 'Ranks now',
  calls: 'Call lists',
  mails: 'Mail',
  total: 'All leads',
  done: 'Done',
  left: 'To go',
  planned: 'To go out',
  sent: 'Sent',
  imports: 'Latest imports',
  noLists: 'No call list yet.',
  noImports: 'No import yet.',
  weekOf: (day: string) => `Week of ${day}`,
  people: (count: number) => `${n(count)} ${count === 1 ? 'person' : 'people'}`,
} satisfies Translated<typeof source>;
