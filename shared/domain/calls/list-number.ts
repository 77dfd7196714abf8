/**
 * Quasigroup of the Damm check digit (H. Michael Damm, "Total anti-symmetrische Quasigruppen", 2004).
 * Row = running digit, column = next digit. It catches every single wrong digit and every swap of neighbours.
 */
const DAMM = [
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
].map(row => [...row].map(Number));

/** The Damm check digit of a text of decimal digits. Throws RangeError on anything else. */
export function dammDigit(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError(`not decimal digits: ${digits}`);
  return [...digits].reduce((running, digit) => DAMM[running]?.[Number(digit)] ?? 0, 0);
}

/** The number printed on a list and typed to enter its results: serial, hyphen, check digit (`480-9`). */
export const listNumberText = (serial: number): string => `${serial}-${dammDigit(String(serial))}`;

/** The serial a typed list number means, or null when the check digit or the form is wrong. */
export function parseListNumber(text: string): number | null {
  const match = /^(\d+)-?(\d)$/.exec(
    text.normalize('NFKC').replace(/[\s‐‑‒–—―−ー]/g, c => (c.trim() ? '-' : '')),
  );
  const serial = match?.[1];
  return serial && dammDigit(serial) === Number(match[2]) ? Number(serial) : null;
}

/**
 * What the QR code of one page says: `LI1:<serial>-<page>-<check>`, page in two digits or more, the check digit
 * over serial and page together (`LI1:128-03-1`). Upper case, digits, colon and hyphen only, so it fits the
 * smallest QR code (version 1, 20 characters at level M).
 */
export function pageCode(serial: number, page: number): string {
  const pageText = String(page).padStart(2, '0');
  return `LI1:${serial}-${pageText}-${dammDigit(`${serial}${pageText}`)}`;
}
