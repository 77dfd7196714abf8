import { below, pick, type Random } from '#shared/domain/base/seeded.ts';
import type { Card, Firm } from './card.ts';
import type { NamePart } from './names.ts';

/** One card as a file has it: every value already spelt, some left out. */
export interface Spelt {
  readonly company: string;
  readonly department: string;
  readonly title: string;
  readonly last: string;
  readonly first: string;
  readonly lastKana: string;
  readonly firstKana: string;
  readonly email: string;
  readonly main: string;
  readonly direct: string;
  readonly mobile: string;
  readonly postal: string;
  readonly address: string;
  readonly metOn: string;
  readonly serviceId: string;
}

/** What the app that wrote the file can do. */
export interface Habits {
  /** It writes `?` where it could not read a character. */
  readonly questionMarks: boolean;
  /** It can hold any character of Unicode. */
  readonly unicode: boolean;
  /** Somebody typed it: forms left out or put on the wrong side. */
  readonly typed: boolean;
}

const full = (text: string): string =>
  text.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  株式会社: ['株式会社', '株式会社', '株式会社', '(株)', '㈱', '（株）', '株式会社 '],
  有限会社: ['有限会社', '有限会社', '(有)', '㈲'],
  合同会社: ['合同会社', '合同会社', '(同)', '（同）'],
};

function spellCompany(random: Random, firm: Firm, site: string, habits: Habits): string {
  const stem = random() < 0.1 ? full(firm.stem) : firm.stem;
  const form = pick(random, SHORT_FORMS[firm.form] ?? [firm.form]);
  const front = habits.typed && random() < 0.1 ? !firm.front : firm.front;
  const shown = habits.typed && random() < 0.1 ? '' : form;
  const name = front ? `${shown}${stem}` : `${stem}${shown.trim()}`;
  return (site === '' ? name : `${name}${pick(random, [' ', '　'])}${site}`).trim();
}

function spellPart(random: Random, part: NamePart, habits: Habits): string {
  const printable = habits.unicode || [...part.printed].every(c => (c.codePointAt(0) ?? 0) <= 0xff_ff);
  return printable && random() < 0.5 ? part.printed : part.text;
}

function spellPhone(random: Random, number: string): string {
  if (number === '') return '';
  const digits = number.replaceAll('-', '');
  return pick(random, [
    number,
    number,
    number,
    digits,
    `+81${digits.slice(1)}`,
    `+81-${number.slice(1)}`,
    full(number),
    number.replace('-', '(').replace('-', ')'),
    digits.slice(1),
    number.replaceAll('-', '−'),
  ]);
}

function spellEmail(random: Random, email: string): string {
  if (email === '') return '';
  const [local = '', domain = ''] = email.split('@');
  return pick(random, [
    email,
    email,
    email,
    email.toUpperCase(),
    `${local[0]?.toUpperCase()}${local.slice(1)}@${domain}`,
    full(email),
    ` ${email}`,
  ]);
}

const spellDay = (random: Random, on: string): string => {
  const [y = '', m = '', d = ''] = on.split('-');
  return pick(random, [on, `${y}/${m}/${d}`, `${y}年${Number(m)}月${Number(d)}日`]);
};

/** An unreadable character. */
function smudged(random: Random, text: string): string {
  const chars = [...text];
  if (chars.length > 1) chars[below(random, chars.length)] = '?';
  return chars.join('');
}
/** A letter of the local part read as its neighbour. */
const misread = (email: string): string => email.replace(/[il1](?=.*@)/, 'j').replace(/o(?=.*@)/, 'c');

type Slip = (spelt: Spelt, card: Card, random: Random, habits: Habits) => Spelt;

/** What a real file leaves out or gets wrong, with its share of cards. */
const SLIPS: readonly (readonly [number, Slip])[] = [
  [0.08, s => ({ ...s, email: '' })],
  [0.08, s => ({ ...s, mobile: '' })],
  [
    0.03,
    s => ({ ...s, email: '', mobile: '', direct: '', department: '', title: '', postal: '', address: '' }),
  ],
  [0.02, s => ({ ...s, first: '', firstKana: '' })],
  [0.02, s => ({ ...s, company: '' })],
  [0.02, s => ({ ...s, main: '' })],
  [0.02, (s, card) => ({ ...s, first: card.first.kana })],
  [
    0.02,
    (s, card) => ({ ...s, last: card.last.romaji, first: card.first.romaji, lastKana: '', firstKana: '' }),
  ],
  [0.015, s => ({ ...s, email: misread(s.email) })],
  [
    0.04,
    (s, _, random, h) =>
      h.questionMarks ? { ...s, last: smudged(random, s.last), first: smudged(random, s.first) } : s,
  ],
  [0.03, (s, _, random, h) => (h.questionMarks ? { ...s, company: smudged(random, s.company) } : s)],
  // A service that keys cards twice gives one person two numbers now and then.
  [0.1, s => ({ ...s, serviceId: `${s.serviceId}-2` })],
];

/** Writes a card as a person or an app does. Cards of look-alike stories keep all they say. */
export function spell(random: Random, card: Card, habits: Habits): Spelt {
  const { firm } = card;
  const spelt: Spelt = {
    company: spellCompany(random, firm, card.site, habits),
    department: card.department,
    title: card.title,
    last: spellPart(random, card.last, habits),
    first: spellPart(random, card.first, habits),
    lastKana: card.last.kana,
    firstKana: card.first.kana,
    email: spellEmail(random, card.email),
    main: spellPhone(random, firm.main),
    direct: spellPhone(random, card.direct),
    mobile: spellPhone(random, card.mobile),
    postal: firm.postal,
    address: firm.address,
    metOn: spellDay(random, card.metOn),
    serviceId: card.serviceId,
  };
  if (card.exact) return spelt;
  return SLIPS.reduce((so, [share, slip]) => (random() < share ? slip(so, card, random, habits) : so), spelt);
}
