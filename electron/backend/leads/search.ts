import { bigrams, foldKey, unifyDashes } from '#shared/domain/base/text.ts';

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

/** Typed as a number of at least eight digits: its groups belong together, and +81 is the leading 0 of the card. */
function asNumber(typed: string): string | null {
  const plain = unifyDashes(typed.normalize('NFKC')).trim();
  if (!/^\+?[\d\s().-]+$/.test(plain) || plain.replace(/\D/g, '').length < 8) return null;
  return nationalNumber(plain.replace(/[^+\d]/g, '').replace(/^0081/, '+81'));
}

/** A Japanese number as it is dialled inside the country, or any other text as it is. */
export const nationalNumber = (key: string): string => key.replace(/^\+810?/, '0');

/** An FTS5 query for what somebody typed: every word must occur, each as a phrase of bigrams. Empty when nothing remains. */
export function searchQuery(typed: string): string {
  const words = (asNumber(typed) ?? typed)
    .split(/[\s\u3000]+/)
    .map(foldKey)
    .filter(word => word !== '');
  return words
    .map(word => ([...word].length === 1 ? `"${word}" *` : `"${bigrams(word).join(' ')}"`))
    .join(' AND ');
}
