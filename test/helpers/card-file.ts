import { addDays, type Day, day } from '#shared/domain/base/days.ts';
import { type SampleCard, sampleCards } from '#shared/domain/sample/cards.ts';
import { SAMPLE_HEADER, sampleRow } from '#shared/domain/sample/table.ts';

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

interface CardFileOptions {
  seed?: number;
  today?: Day;
  newline?: string;
  /** Cards of the seed left out before the first row. */
  skip?: number;
  /** What else stands on each card. */
  change?: (card: SampleCard) => SampleCard;
}

/** A card app's export of invented people as CSV text, and how many people are on it. */
export function cardFile(rows: number, options: CardFileOptions = {}): { text: string; people: number } {
  const { seed = 7, today = day('2026-11-20'), newline = '\r\n', skip = 0, change = card => card } = options;
  const lines: string[] = [SAMPLE_HEADER.join(',')];
  const people = new Set<string>();
  let left = skip;
  for (const card of sampleCards(seed, today)) {
    if (lines.length > rows) break;
    if (left-- > 0) continue;
    lines.push(sampleRow(change(card)).map(quoted).join(','));
    people.add(card.truth.personKey);
  }
  return { text: lines.map(line => line + newline).join(''), people: people.size };
}

/** The card somebody hands over a year later: with another title and something to remember. */
export const laterCard = (card: SampleCard): SampleCard => ({
  ...card,
  title: card.title === '部長' ? '本部長' : '部長',
  metOn: addDays(card.metOn, 366),
  memo: `${card.memo}\n二度目にお会いした`,
});
