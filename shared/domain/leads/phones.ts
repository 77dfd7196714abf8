import parseNumber from 'libphonenumber-js/max';
import { unifyDashes } from '#shared/domain/base/text.ts';
import { cleanCell } from './cell.ts';

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

const SEPARATORS =
  /\s*:::\s*|[\n;,、/|]|(?<=\d\)?)\s+(?=(?:tel|fax|携帯|電話|直通|代表|mobile)\s*[:.]?\s*[+(\d])/i;
const EXTENSION = /[(（]?\s*(?:内線|ext(?:ension)?\.?|(?<=\d\s?)x)\s*[:.]?\s*(\d{1,6})\s*[)）]?/i;
const EXPONENT = /^\d(?:\.\d+)?e\+?\d+$/i;
const LABELS: readonly (readonly [RegExp, PhoneKind])[] = [
  [/fax|ファックス|ファクス|ファクシミリ/i, 'fax'],
  [/携帯|mobil|cell|スマホ|iphone/i, 'mobile'],
  [/直通|direct|ダイヤルイン/i, 'direct'],
  [/代表|\(代\)|会社代表|main/i, 'main'],
  [/部門|部署/i, 'department'],
];

/** True for words that mark a number or an address as somebody's home. */
export const isPrivateLabel = (text: string): boolean => /自宅|\bhome\b|privat/i.test(text);

const kindOfLabel = (text: string): PhoneKind | null =>
  LABELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** True for Japanese mobile numbers (060, 070, 080, 090) in E.164. */
export const isMobileKey = (key: string): boolean => /^\+81[6789]0\d{8}$/.test(key);

function kindOf(label: PhoneKind | null, hint: PhoneKind, key: string): PhoneKind {
  if (label !== null) return label;
  if (hint === 'fax') return hint;
  return isMobileKey(key) ? 'mobile' : hint === 'mobile' && key.startsWith('+81') ? 'main' : hint;
}

function readOne(part: string, hint: PhoneKind): Phone | 'PHONE_EXPONENT' | 'PHONE_UNREADABLE' {
  const folded = part.normalize('NFKC').trim();
  if (EXPONENT.test(folded)) return 'PHONE_EXPONENT';
  const ext = EXTENSION.exec(folded);
  const label = kindOfLabel(folded);
  const bare = (ext ? folded.replace(ext[0], '') : folded)
    .replace(/^[^\d+(]*?[:：]/, '')
    .replace(/[(（](?:代|代表|直通|直|携帯|会社|fax)[)）]|[^\d+().\s‐‑‒–—―−ー-]/gi, ' ')
    .trim();
  const value = unifyDashes(bare).replace(/\s+/g, ' ').replace(/^-|-$/g, '').trim();
  const digits = value.replace(/\D/g, '');
  if (digits.length < 5 || /[?？]/.test(folded)) return 'PHONE_UNREADABLE';
  const lostZero = /^[1-9]\d{8,9}$/.test(value);
  const number = parseNumber(value.replace(/^(?:0081|010-?81)(?=\D?\d)/, '+81'), 'JP');
  const possible = number?.isPossible() ?? false;
  const key = possible && number ? number.number : '';
  const flags: PhoneFlag[] = [];
  if (lostZero) flags.push('zeroRestored');
  if (!possible) flags.push('notPossible');
  else if (number && !number.isValid()) flags.push('notValid');
  if (/^\+81(?:120|800)/.test(key)) flags.push('tollFree');
  if (key.startsWith('+81570')) flags.push('naviDial');
  return {
    value: lostZero ? `0${value}` : value,
    key,
    ext: ext?.[1] ?? '',
    kind: kindOf(label, hint, key),
    flags,
  };
}

/**
 * Every number of a cell. `hint` is what the column says it holds; a label beside the number (携帯: 会社FAX: （直通）) wins,
 * then the prefix. Home numbers are left out: nobody is called at home. Numbers are never rejected for being unknown to the numbering tables.
 */
export function parsePhones(cell: string, hint: PhoneKind): Phones {
  const result: Phones = { phones: [], unreadable: [] };
  for (const piece of cleanCell(cell)
    .replace(/[／；，]/g, '/')
    .replace(/[~〜～]\d{1,2}(?!\d)/g, '')
    .split(SEPARATORS)) {
    const part = piece.trim();
    if (part === '' || isPrivateLabel(part) || /^[-‐ー―−—なし無]+$/.test(part)) continue;
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
