import { tidy } from '#shared/domain/base/text.ts';

/** What people and products put between tags of one cell. */
const SEPARATORS = [':::', ';', '；', '|', '、', ',', '，', '\n'] as const;
export type TagSeparator = (typeof SEPARATORS)[number];

/** Groups an address book keeps for itself. */
const OWN = /^(?:my ?contacts|starred|連絡先|すべて)$/i;

const pieces = (cell: string, separator: TagSeparator | null): string[] => {
  if (separator !== null) return cell.split(separator);
  const every = SEPARATORS.reduce((text, mark) => text.replaceAll(mark, '\n'), cell);
  return every.split('\n');
};

/** The tags of a cell; without a separator of the file, every usual one counts. */
export const tagsOf = (cell: string, separator: TagSeparator | null): string[] =>
  pieces(cell, separator)
    .map(tag => tidy(tag.replace(/^\s*\*\s*/, '')))
    .filter(tag => tag !== '' && !OWN.test(tag));

/**
 * The separator of a column of tags: the one that makes most pieces occur again in other cells, since a label is used
 * more than once and an accident of a comma is not. Null when none does.
 */
export function tagSeparator(cells: readonly string[]): TagSeparator | null {
  let best: TagSeparator | null = null;
  let most = 0;
  for (const separator of SEPARATORS) {
    if (!cells.some(cell => cell.includes(separator))) continue;
    const counts = new Map<string, number>();
    for (const cell of cells)
      for (const tag of new Set(tagsOf(cell, separator))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const repeated = [...counts.values()].filter(n => n > 1).reduce((sum, n) => sum + n, 0);
    if (repeated > most) {
      most = repeated;
      best = separator;
    }
  }
  return best;
}
