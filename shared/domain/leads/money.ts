/** An amount as a range, in units of 10,000 yen; null where the text leaves an end open. */
export interface Money {
  min: number | null;
  max: number | null;
}

const UNITS: Record<string, number> = {
  兆: 1e8,
  億: 1e4,
  千万: 1000,
  百万: 100,
  十万: 10,
  万: 1,
  千: 0.1,
  '': 0.0001,
};
const AMOUNT = /(\d[\d,]*(?:\.\d+)?)\s*(兆|億|千万|百万|十万|万|千)?/g;

/** `1億5,000万`: parts of falling size add up. Without any unit `fallback` (in 10,000 yen) is taken. */
function amount(text: string, fallback: number): number | null {
  let sum = 0;
  let found = false;
  for (const [, digits = '', unit] of text.matchAll(AMOUNT)) {
    const value = Number(digits.replaceAll(',', ''));
    sum += value * (unit === undefined ? (found ? 0 : fallback) : (UNITS[unit] ?? 0));
    found = true;
  }
  return found ? Math.round(sum) : null;
}

const unitIn = (text: string): string => /(兆|億|千万|百万|十万|万|千)円?\D*$/.exec(text)?.[1] ?? '';

/**
 * Reads capital and sales as cards, registers and forms write them: 3億5,000万円, 1,000万円, 50百万円, 10,000千円, 10000000円,
 * 1〜10億円, 1億円以上, 5000万未満. `header` may carry the unit (資本金(百万円)). A bare number without one counts as yen.
 * Amounts under 5,000 yen round to 0. Null when there is no number (非公開).
 */
export function parseMoney(text: string, header = ''): Money | null {
  const folded = text.normalize('NFKC').replace(/[\s¥約円]/g, '');
  if (/[$€£]|usd|eur|ドル|ユーロ|元$/i.test(folded)) return null;
  const headed = /[(（]\s*(?:単位[:：]?)?\s*(億|千万|百万|十万|万|千)?円?\s*[)）]/.exec(
    header.normalize('NFKC'),
  )?.[1];
  const fallback = UNITS[headed ?? ''] ?? 0;
  const [from = '', to] = folded.split(/[~〜～–—―−-]|から/);
  if (to !== undefined && /\d/.test(from) && /\d/.test(to)) {
    const shared = unitIn(from) === '' && unitIn(to) !== '' ? from + unitIn(to) : from;
    return ordered(amount(shared, fallback), amount(to, fallback));
  }
  const value = amount(folded, fallback);
  // 3,000 without a unit is no company's capital in yen: nobody knows what it counts.
  if (value === null || (value === 0 && !/^0*$/.test(folded))) return null;
  if (/以上|超|より上|^[~〜～].*以上|[~〜～+]$/.test(folded)) return { min: value, max: null };
  if (/以下|未満|まで|^[~〜～]/.test(folded)) return { min: null, max: value };
  return { min: value, max: value };
}

const ordered = (a: number | null, b: number | null): Money =>
  a !== null && b !== null && a > b ? { min: b, max: a } : { min: a, max: b };

/** A corporate number: 13 digits whose first checks the rest (法人番号の指定等に関する省令第2条). '' when it is none. */
export function parseCorporateNumber(cell: string): string {
  const digits = cell
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^T(?=\d{13}$)/i, '');
  if (!/^[1-9]\d{12}$/.test(digits)) return '';
  const sum = Array.from(digits.slice(1))
    .toReversed()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return Number(digits[0]) === 9 - (sum % 9) ? digits : '';
}
