import { tidy, unifyDashes } from '#shared/domain/base/text.ts';
import { cleanCell, linesOf } from './cell.ts';
import { prefectureOfPostalCode } from './postal-prefecture.ts';

/** 都道府県 in their official order. */
export const PREFECTURES: readonly string[] = (
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 ' +
  '山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 ' +
  '香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'
).split(' ');

/** Designated cities: their names occur once in Japan, so they settle the prefecture. Ward names do not. */
const CITY_PREFECTURES = new Map(
  (
    '札幌市:北海道 仙台市:宮城県 さいたま市:埼玉県 千葉市:千葉県 横浜市:神奈川県 川崎市:神奈川県 相模原市:神奈川県 新潟市:新潟県 ' +
    '静岡市:静岡県 浜松市:静岡県 名古屋市:愛知県 京都市:京都府 大阪市:大阪府 堺市:大阪府 神戸市:兵庫県 岡山市:岡山県 広島市:広島県 ' +
    '北九州市:福岡県 福岡市:福岡県 熊本市:熊本県'
  )
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
);

export interface Address {
  /** As on the card, on one line; further addresses of the cell follow in `others`. */
  text: string;
  prefecture: string;
  /** `NNN-NNNN` or ''. */
  postalCode: string;
  others: string[];
  /** Six digits where seven belong: Excel dropped a leading zero. */
  postalCodeDamaged: boolean;
}

/** `NNN-NNNN`, or '' when there are not seven digits. `damaged` tells of a lost zero. */
export function parsePostalCode(cell: string): { code: string; damaged: boolean } {
  const digits = unifyDashes(cell.normalize('NFKC')).replace(/[〒\s-]/g, '');
  if (/^\d{7}$/.test(digits)) return { code: `${digits.slice(0, 3)}-${digits.slice(3)}`, damaged: false };
  // Excel drops a zero in front; a group of three that is followed by three lost its last digit.
  const isCut = /\d{3}\s*-\s*\d{3}$/.test(unifyDashes(cell.normalize('NFKC')).trim());
  if (/^\d{6}$/.test(digits) && !isCut)
    return { code: `0${digits.slice(0, 2)}-${digits.slice(2)}`, damaged: true };
  return { code: '', damaged: false };
}

/** The prefecture an address starts with (a country or a postal code may stand before), or the one its designated city is in, or ''. */
export function prefectureOf(address: string): string {
  const text = address
    .normalize('NFKC')
    .replace(/^\s*(?:日本国?|japan)\s*/i, '')
    .replace(/^\s*〒?\s*\d{3}-?\d{4}\s*/, '')
    .replace(/\s/g, '');
  const named = PREFECTURES.find(p => text.startsWith(p));
  if (named) return named;
  for (const [city, prefecture] of CITY_PREFECTURES) if (text.startsWith(city)) return prefecture;
  return '';
}

/** The parts of an address in their own columns, each from the largest down. */
export interface AddressParts {
  prefecture: string;
  city: string;
  street: string;
  /** Further lines: 住所2, building, floor. */
  inside: string[];
}

/** Japanese addresses run from the prefecture down without blanks, Western ones the other way round. */
export function joinAddress({ prefecture, city, street, inside }: AddressParts): string {
  const place = [prefecture, city, street].filter(part => part !== '');
  const isWestern = !isJapanese(place.join(''));
  const text = isWestern ? place.toReversed().join(', ') : place.join('');
  return [text, ...inside.filter(part => part !== '')].join(' ').trim();
}

const POSTAL_CODE = /^\s*〒?\s*\d{3}-?\d{4}\s*/;
const isJapanese = (text: string): boolean => /[^ -~\u00c0-\u024f]/.test(text);

/** True when a line of a cell goes on with the address above: a building below the street, a city below its prefecture. */
function goesOn(above: string, line: string): boolean {
  if (!isJapanese(line)) return false;
  const started = above.normalize('NFKC').replace(POSTAL_CODE, '').trim();
  const startsAnew = POSTAL_CODE.test(line.normalize('NFKC')) || prefectureOf(line) !== '';
  return !startsAnew || started === '' || PREFECTURES.includes(started);
}

/** The addresses of a cell of several lines. */
function addressesOf(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    const above = found.at(-1);
    if (above === undefined || !goesOn(above, line)) found.push(line);
    else found[found.length - 1] = `${above}${/[都道府県市区町村郡]$/.test(above) ? '' : ' '}${line}`;
  }
  return found;
}

/** The address of a cell, with a prefecture or city that stands in a column of its own put before it once. */
function completed(line: string, { prefecture, city, inside }: AddressParts): string {
  const bare = line.replace(/\s/g, '');
  const missing = [prefecture, city].filter(part => part !== '' && !bare.includes(part.replace(/\s/g, '')));
  const further = inside.filter(part => part !== '' && !bare.includes(part.replace(/\s/g, '')));
  const isForeign = missing.some(part => !/[都道府県市区町村郡]$/.test(part));
  return [isForeign ? line : missing.join('') + line, ...further].join(' ');
}

/**
 * Reads the address columns: one cell from prefecture to building, its parts, or both. The lines
 * of a cell are one address until one starts anew with a postal code or a prefecture; Western lines are an address each. Where
 * the parts stand in columns of their own the lines are a label for an envelope. A
 * missing prefecture is taken from the postal code, never from the name of a ward, which several cities share.
 */
export function parseAddress(whole: string, given: AddressParts, postal: string): Address {
  const parts: AddressParts = { ...given, inside: given.inside.map(cleanCell) };
  const written = linesOf(cleanCell(whole));
  const hasParts = parts.city !== '' || parts.street !== '';
  const isLabel = written.length > 1 && hasParts;
  const lines = addressesOf(written);
  const first = lines[0];
  const text = tidy(first === undefined || isLabel ? joinAddress(parts) : completed(first, parts));
  const inText = /(?:〒\s*)?(\d{3}[-‐ー−]\d{4})(?![-\d])/.exec(text.normalize('NFKC'))?.[1] ?? '';
  const { code, damaged } = parsePostalCode(postal || inText);
  return {
    text,
    prefecture: prefectureOf(text) || (damaged ? '' : prefectureOfPostalCode(code)),
    postalCode: code,
    others: isLabel ? [] : lines.slice(1).map(tidy),
    postalCodeDamaged: damaged,
  };
}
