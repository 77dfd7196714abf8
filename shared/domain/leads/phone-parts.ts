import { cleanCell } from './cell.ts';

const SEPARATORS = /\s*:::\s*|[\n;,、/|・]/;
/** 03-1234-5670〜9 and 03-1234-5678・5679: further lines of one switchboard. */
const FURTHER_LINES = /(?<=\d)\s*[~〜～・]\s*\d{1,4}(?![\d-])/g;
/** A whole number in brackets behind another: 03-1234-5678（携帯090-1234-5678）. */
const IN_BRACKETS = /[(（]([^()（）]*)[)）]/g;
const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

/** This many digits are a whole number; with a country code in front it takes more. */
const isWhole = (text: string): boolean => digitsIn(text) >= (/\+/.test(text) ? 11 : 10);
const startsNumber = (word: string): boolean => /^[^\d+]*[+(]?[0０+＋]/.test(word);

/** Numbers with nothing but blanks and words between them; a word before a number belongs to it, one at the end to the last. */
function apart(text: string): string[] {
  const found = [''];
  let words = '';
  for (const word of text.split(/\s+/)) {
    const current = found.at(-1) ?? '';
    if (isWhole(current.normalize('NFKC')) && digitsIn(word.normalize('NFKC')) === 0) {
      words = `${words} ${word}`;
      continue;
    }
    const isNext = isWhole(current.normalize('NFKC')) && startsNumber(word);
    if (isNext) found.push(`${words} ${word}`.trim());
    else found[found.length - 1] = `${current}${words} ${word}`.trim();
    words = '';
  }
  found[found.length - 1] += words;
  return found;
}

/** The numbers of a cell, each with the words beside it. */
export const numbersIn = (cell: string): string[] =>
  cleanCell(cell)
    .replace(/[／；，]/g, '/')
    .replace(/;\s*ext=/i, ' ext ')
    .replace(FURTHER_LINES, '')
    .replace(IN_BRACKETS, (whole, inside: string) =>
      isWhole(inside.normalize('NFKC')) ? `/${inside}/` : whole,
    )
    .split(SEPARATORS)
    .flatMap(apart)
    .map(part => part.trim())
    .filter(part => part !== '');
