import { toASCII } from 'nodemailer/lib/punycode';

/** The one spelling under which an address is compared: lower case, ASCII domain, no plus tag. */
export type AddressKey = string & { readonly __brand: 'AddressKey' };

export const addressProblems = [
  'empty',
  'notAnAddress',
  'tooLong',
  'controlCharacter',
  'nonAsciiLocal',
  'badDomain',
] as const;
export type AddressProblem = (typeof addressProblems)[number];

export type CheckedAddress =
  | { ok: true; address: string; key: AddressKey; oldCarrierForm: boolean }
  | { ok: false; problem: AddressProblem };

/** RFC 5321 §4.5.3.1: 64 octets before the @, 255 after it, 254 for what fits into a path. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const MAX_ADDRESS = 254;

const CONTROL = /\p{Cc}|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
/** Characters of an unquoted local part (RFC 5322 atext), dots anywhere as old carrier addresses have them. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
/** A dot first, last or doubled: forbidden by RFC 5322 but given out by Japanese carriers until 2009. */
const OLD_CARRIER = /^\.|\.$|\.\./;

function asciiDomain(domain: string): string | null {
  const ascii = toASCII(domain.toLowerCase()).replace(/\.$/, '');
  const labels = ascii.split('.');
  const valid =
    labels.length >= 2 &&
    ascii.length <= MAX_DOMAIN &&
    labels.every(label => label.length <= 63 && LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '');
  return valid ? ascii : null;
}

/**
 * Checks one mail address as people type it. Full-width characters become ASCII, an international
 * domain becomes punycode. A local part outside ASCII is refused: it needs SMTPUTF8 (RFC 6531),
 * which Japanese business mail servers do not offer.
 */
export function checkAddress(text: string): CheckedAddress {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return { ok: false, problem: 'empty' };
  if (CONTROL.test(typed)) return { ok: false, problem: 'controlCharacter' };
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, at);
  if (at < 1 || local.includes('@') || /\s/.test(typed)) return { ok: false, problem: 'notAnAddress' };
  if (/[^\x20-\x7E]/.test(local)) return { ok: false, problem: 'nonAsciiLocal' };
  if (!LOCAL.test(local)) return { ok: false, problem: 'notAnAddress' };
  const domain = asciiDomain(typed.slice(at + 1));
  if (domain === null) return { ok: false, problem: 'badDomain' };
  const address = `${local}@${domain}`;
  if (local.length > MAX_LOCAL || address.length > MAX_ADDRESS) return { ok: false, problem: 'tooLong' };
  return { ok: true, address, key: keyOf(local, domain), oldCarrierForm: OLD_CARRIER.test(local) };
}

/**
 * The key an opt-out is stored and looked up under, or null if the text is no usable address.
 * The plus tag goes (RFC 5233 sub-addressing): someone who opts out as taro+news@ is taro@.
 */
export function addressKey(text: string): AddressKey | null {
  const checked = checkAddress(text);
  return checked.ok ? checked.key : null;
}

function keyOf(local: string, domain: string): AddressKey {
  const plus = local.indexOf('+');
  const base = plus > 0 ? local.slice(0, plus) : local;
  return `${base.toLowerCase()}@${domain}` as AddressKey;
}
