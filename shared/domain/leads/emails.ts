import { cleanCell } from './cell.ts';

/** One e-mail address: as written (full-width folded), the key that matches, and whether a desk rather than a person reads it. */
export interface Email {
  value: string;
  key: string;
  isRole: boolean;
}
export interface Emails {
  emails: Email[];
  /** Parts that are no address; they stay in the raw row. */
  unreadable: string[];
}

const ROLE_NAMES = new Set(
  (
    'info infomation information support sales contact eigyo eigyou soumu somu jimu office webmaster recruit saiyo jinji admin ' +
    'administrator postmaster hostmaster noreply no-reply donotreply inquiry enquiry toiawase otoiawase mail hello help helpdesk desk ' +
    'hanbai gijutsu gijyutsu kaihatsu seizou seizo seisan hinshitsu kanri keiei kikaku gyomu gyoumu butsuryu shizai buturyu kouji koji sekkei houmu ' +
    'hisho hishoshitsu uketsuke madoguchi daihyo daihyou tenpo shop honten shiten eigyobu soumubu bu tokyo osaka nagoya kyoto kobe yokohama ' +
    'sapporo sendai hiroshima fukuoka kansai kanto tohoku kyushu hokkaido chubu okinawa ' +
    'service customer cs marketing hr pr press kouhou koho keiri kaikei honsha staff shop order abuse privacy security team all group kikaku koubai'
  ).split(' '),
);

/** True for addresses a desk reads (info@, sales-tokyo@, support2@): they never identify a person. */
function isRoleAddress(key: string): boolean {
  const local = key.slice(0, key.lastIndexOf('@'));
  return ROLE_NAMES.has(local) || ROLE_NAMES.has(local.replace(/(?:[-_.+].*|\d+)$/, ''));
}

/** The key under which two spellings of an address are the same: NFKC, lower case. */
const emailKey = (address: string): string => address.normalize('NFKC').trim().toLowerCase();

const ADDRESS = /^[^\s@<>()[\],;:"?]+@(?:[^\s@<>()[\],;:"?.]+\.)+[^\s@<>()[\],;:"?.]{2,}$/;

function readOne(part: string): string | null {
  const inBrackets = /<([^<>]+)>/.exec(part)?.[1] ?? part;
  const text = inBrackets
    .replace(/^(?:mailto|e-?mail|mail|メール)\s*[:：]\s*/i, '')
    .replace(/[,;、。.\s]+$/, '')
    .trim();
  return ADDRESS.test(text) ? text : null;
}

/** Every address of a cell. Separators: `;` `,` `、` `/` line end, ` ::: `. Domains are never "corrected". */
export function parseEmails(cell: string): Emails {
  const result: Emails = { emails: [], unreadable: [] };
  const seen = new Set<string>();
  for (const piece of cleanCell(cell)
    .normalize('NFKC')
    .split(/\s*:::\s*|[;,、/\n]|(?<=@\S+)\s+(?=\S+@)/)) {
    const part = piece.replace(/\s*\([^()@]*\)$/, '').trim();
    if (part === '' || part === '--') continue;
    const value = readOne(part);
    if (value === null) result.unreadable.push(part);
    else {
      const key = emailKey(value);
      if (!seen.has(key)) result.emails.push({ value, key, isRole: isRoleAddress(key) });
      seen.add(key);
    }
  }
  return result;
}

const SHARED_DOMAINS = new Set(
  (
    'gmail.com googlemail.com yahoo.co.jp yahoo.com ymail.ne.jp outlook.com outlook.jp hotmail.com hotmail.co.jp live.jp live.com msn.com ' +
    'icloud.com me.com mac.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp ymobile.ne.jp nifty.com ' +
    'biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp asahi-net.or.jp'
  ).split(' '),
);

/** The domain that may belong to the company, or null for free-mail, provider and carrier domains. */
export function companyDomain(key: string): string | null {
  const domain = key.slice(key.lastIndexOf('@') + 1);
  return domain === '' || SHARED_DOMAINS.has(domain) ? null : domain;
}
