import { bigrams, foldKey } from '#shared/domain/base/text.ts';

/** Field boundary: keeps a phrase from matching across two fields. */
const BOUNDARY = '|';

/** The search pieces of a lead: folded overlapping bigrams of each text, separated so that no phrase spans two fields. */
export const searchPieces = (texts: readonly string[]): string =>
  texts
    .map(foldKey)
    .filter(text => text !== '')
    .map(piecesOf)
    .join(` ${BOUNDARY} `);

/** The last character stands once more by itself, so that a single character is found wherever it is. */
function piecesOf(text: string): string {
  const pieces = bigrams(text);
  const last = [...text].at(-1);
  return pieces.length > 1 || pieces[0] !== last ? [...pieces, last].join(' ') : text;
}

/** An FTS5 query for what somebody typed: every word must occur, each as a phrase of bigrams. Empty when nothing remains. */
export function searchQuery(typed: string): string {
  const words = typed
    .split(/[\s\u3000]+/)
    .map(foldKey)
    .filter(word => word !== '');
  return words
    .map(word => ([...word].length === 1 ? `"${word}" *` : `"${bigrams(word).join(' ')}"`))
    .join(' AND ');
}
