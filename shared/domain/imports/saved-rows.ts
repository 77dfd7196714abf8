import { headerKey } from './aliases.ts';

/** First columns of a file of rows that were set aside: where each row stood, and why it stayed out. */
export const savedRowsHeader = ['行', '理由'] as const;

/** How many columns at the start of a header are ours and say nothing about a card. */
export const savedRowsColumns = (header: readonly string[]): number =>
  savedRowsHeader.every((name, i) => headerKey(header[i] ?? '') === name) ? savedRowsHeader.length : 0;
