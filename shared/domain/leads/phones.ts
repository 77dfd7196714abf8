import parseNumber from 'libphonenumber-js/max';
import { unifyDashes } from '#shared/domain/base/text.ts';
import { numbersIn } from './phone-parts.ts';

export const PHONE_KINDS = ['main', 'direct', 'department', 'mobile', 'fax', 'other'] as const;
export type PhoneKind = (typeof PHONE_KINDS)[number];

/**
 * What a person should know about a number. `zeroRestored`: Excel had dropped the leading 0. `notValid`: no operator
 * has given out this number as far as our tables know (they age, so it is a warning only). `notPossible`: wrong length.
 */
export type PhoneFlag = 'zeroRestored' | 'notValid' | 'notPossible' | 'tollFree' | 'naviDial';

export interface Phone {
  /** The number as it stood on the card, without label and extension. Never re-hyphenated. */
  value: string;
  /** E.164, or '' when the length cannot be right. */
  key: string;
  ext: string;
  kind: PhoneKind;
  flags: PhoneFlag[];
}
export interface Phones {
  phones: Phone[];
  unreadable: { text: string; reason: 'PHONE_EXPONENT' | 'PHONE_UNREADABLE' }[];
}

/** Beside 内線 and ext people write 内, # and x behind the number. */
const EXTENSION =
  /[(（]?\s*(?:内線|ext(?:ension)?\.?|(?<=\d\s?[(（]?\s?)[内x#])\s*[)）]?\s*[:.=]?\s*(\d{1,6})\s*[)）]?/i;
const EXPONENT = /^\d(?:\.\d+)?e\+?\d+$/i;
const LABELS: readonly (readonly [RegExp, PhoneKind])[] = [
  [/fax|ファックス|ファクス|ファクシミリ|^f\W/i, 'fax'],
  [/携帯|携(?!\p{L})|mobil|cell|スマホ|iphone|^m\W/iu, 'mobile'],
  [/直通|直(?!\p{L})|direct|ダイヤルイン/iu, 'direct'],
  [/代表|代(?!\p{L})|main/iu, 'main'],
  [/部門|部署/i, 'department'],
];

/** True for words that mark a number or an address as somebody's home. */
export const isPrivateLabel = (text: string): boolean => /自宅|\bhome\b|privat/i.test(text);

const kindOfLabel = (text: string): PhoneKind | null =>
  LABELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** True for Japanese mobile numbers (060, 070, 080, 090) in E.164. */
export const isMobileKey = (key: string): boolean => /^\+81[6789]0\d{8}$/.test(key);

function kindOf(label: PhoneKind | null, hint: PhoneKind, key: string, isTollFree: boolean): PhoneKind {
  if (label !== null && !(isTollFree && label === 'mobile')) return label;
  if (hint === 'fax') return hint;
  if (isMobileKey(key) && !isTollFree) return 'mobile';
  return hint === 'mobile' && key.startsWith('+81') ? 'main' : hint;
}

/** 0120 and 0800. In E.164 an 0800 number looks like one of 080: the grouping tells, or a column for mobiles where there is none. */
const readsTollFree = (value: string, key: string, isMobileColumn: boolean): boolean =>
  key.startsWith('+81120') ||
  (key.startsWith('+81800') && (/^\(?0800\D/.test(value) || (/^0\d+$/.test(value) && !isMobileColumn)));

const LABEL_BEFORE = /^(?:[^\d+(]*?[:：]|(?:tel|fax|phone|mobile|cell|[tfmdh])[.\s]*(?=[+(\d]))/i;
/** A remark in brackets: (代), (平日のみ), (9:00-17:00); not the brackets of 03(1234)5678. */
const REMARK = /\([^()]*[^()\d\s+-][^()]*\)/g;
/** What somebody typed or a scanner read for a digit (03-l234-5678): no one knows which. */
const LETTER_BY_DIGIT = /[a-z]\d|\d[a-z]/i;

/** The number alone, without labels, remarks and the `.0` of a spreadsheet that took it for an amount. */
const bareNumber = (text: string): string =>
  unifyDashes(text.replace(REMARK, ' ').replace(/[^\d+().\s‐‑‒–—―−ー-]/g, ' '))
    .replace(/^(\s*\d{8,})\.0+\s*$/, '$1')
    .replace(/\(\s*\)/g, ' ')
    .replace(/^[^\d+(]+|^\((?=[^)]*$)|[^\d)]+$|(?<!\([^)]*)\)$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function readOne(part: string, hint: PhoneKind): Phone | 'PHONE_EXPONENT' | 'PHONE_UNREADABLE' {
  const folded = part.normalize('NFKC').trim();
  if (EXPONENT.test(folded)) return 'PHONE_EXPONENT';
  const ext = EXTENSION.exec(folded);
  const label = kindOfLabel(folded);
  const said = (ext ? folded.replace(ext[0], ' ') : folded).replace(LABEL_BEFORE, '');
  const value = bareNumber(said);
  const digits = value.replace(/\D/g, '');
  if (digits.length < 5 || /[?？]/.test(folded) || LETTER_BY_DIGIT.test(said)) return 'PHONE_UNREADABLE';
  const lostZero = /^[1-9][\d-]*$/.test(value) && (digits.length === 9 || digits.length === 10);
  const number = parseNumber(value.replace(/^(?:0081|010-?81)(?=\D?\d)/, '+81'), 'JP');
  const possible = number?.isPossible() ?? false;
  const key = possible && number ? number.number : '';
  const isTollFree = readsTollFree(value, key, (label ?? hint) === 'mobile');
  const flags: PhoneFlag[] = [];
  if (lostZero) flags.push('zeroRestored');
  if (!possible) flags.push('notPossible');
  else if (number && !number.isValid()) flags.push('notValid');
  if (isTollFree) flags.push('tollFree');
  if (key.startsWith('+81570')) flags.push('naviDial');
  return {
    value: lostZero ? `0${value}` : value,
    key,
    ext: ext?.[1] ?? '',
    kind: kindOf(label, hint, key, isTollFree),
    flags,
  };
}

/**
 * Every number of a cell. `hint` is what the column says it holds; a label beside the number (携帯: 会社FAX: （直通）) wins,
 * then the prefix. Home numbers are left out: nobody is called at home. Numbers are never rejected for being unknown to the numbering tables.
 */
export function parsePhones(cell: string, hint: PhoneKind): Phones {
  const result: Phones = { phones: [], unreadable: [] };
  for (const part of numbersIn(cell)) {
    if (isPrivateLabel(part) || /^[-‐ー―−—なし無]+$/.test(part)) continue;
    const phone = readOne(part, hint);
    if (typeof phone === 'string') result.unreadable.push({ text: part, reason: phone });
    else addPhone(result.phones, phone);
  }
  return result;
}

/** Adds a number unless the same one (with the same extension) is there. */
export function addPhone(list: Phone[], phone: Phone): void {
  const same = (p: Phone) =>
    (p.key === '' ? p.value === phone.value : p.key === phone.key) && p.ext === phone.ext;
  if (!list.some(same)) list.push(phone);
}
