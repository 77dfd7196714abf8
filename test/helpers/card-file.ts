import { type Day, day } from '#shared/domain/base/days.ts';
import { sampleCards } from '#shared/domain/sample/cards.ts';
import { SAMPLE_HEADER, sampleRow } from '#shared/domain/sample/table.ts';

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A card app's export of invented people as CSV text, and how many people are on it. */
export function cardFile(
  rows: number,
  options: { seed?: number; today?: Day; newline?: string } = {},
): { text: string; people: number } {
  const { seed = 7, today = day('2026-11-20'), newline = '\r\n' } = options;
  const lines: string[] = [SAMPLE_HEADER.join(',')];
  const people = new Set<string>();
  for (const card of sampleCards(seed, today)) {
    if (lines.length > rows) break;
    lines.push(sampleRow(card).map(quoted).join(','));
    people.add(card.truth.personKey);
  }
  return { text: lines.map(line => line + newline).join(''), people: people.size };
}
