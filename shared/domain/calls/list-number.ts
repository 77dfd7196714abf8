import { unifyDashes } from '#shared/domain/base/text.ts';

/** Quasigroup of order 10, totally anti-symmetric with a zero diagonal (H. M. Damm, dissertation, 2004). */
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** Runs digits through the table: the check digit, or 0 when the text already ends in the right one. */
function damm(digits: string): number {
  let state = 0;
  for (const digit of digits) state = Number(TABLE[state]?.[Number(digit)]);
  return state;
}

/** The number printed on a list: serial, hyphen, check digit. Throws RangeError unless serial is whole and ≥ 1. */
export function listNumber(serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError(`list serial: ${serial}`);
  return `${serial}-${damm(String(serial))}`;
}

/**
 * The serial of a list number as typed (hyphen optional, full-width allowed), or null when the check digit is
 * wrong: any single wrong digit and any two neighbours swapped are noticed.
 */
export function parseListNumber(text: string): number | null {
  const digits = digitsOf(text);
  return SHAPE.test(digits) && damm(digits) === 0 ? Number(digits.slice(0, -1)) : null;
}

/** Whether a text looks like a list number, right or not. */
export const isListNumberShaped = (text: string): boolean => SHAPE.test(digitsOf(text));

const SHAPE = /^[1-9]\d{1,15}$/;
const digitsOf = (text: string): string => unifyDashes(text.normalize('NFKC')).replace(/[\s-]/g, '');

/**
 * What the QR code of a page says: `LI1:<serial>-<page>-<check>`, page in at least two digits, the check digit over
 * serial and page together. Upper case, digits, colon and hyphen only, so it fits the smallest QR code (20 characters
 * at level M).
 */
export function pageCode(serial: number, page: number): string {
  const pageText = String(page).padStart(2, '0');
  return `LI1:${serial}-${pageText}-${damm(`${serial}${pageText}`)}`;
}

/**
 * Serial and page of the code of a page as a scanner typed it, or null when it is none or was misread. A scanner set to an
 * English keyboard types `+` for the colon of a Japanese one, and a Japanese input method full-width letters.
 */
export function parsePageCode(text: string): { serial: number; page: number } | null {
  const [, serial, page, check] = /^L?I1[:+*]([1-9]\d{0,14})-(\d{2,})-(\d)$/.exec(codeText(text)) ?? [];
  if (serial === undefined || page === undefined || damm(`${serial}${page}${check}`) !== 0) return null;
  return { serial: Number(serial), page: Number(page) };
}

/** Whether a text looks like the code of a page, right or misread. */
export const isPageCodeShaped = (text: string): boolean => /^L?I1/.test(codeText(text));

const codeText = (text: string): string => unifyDashes(text.normalize('NFKC')).trim().toUpperCase();
