import { addDays, type Day } from '#shared/domain/base/days.ts';
import { below, pick, type Random, seeded } from '#shared/domain/base/seeded.ts';
import type { Attributes } from '#shared/domain/scoring/facts.ts';
import { COMPANY_NAMES, type SampleCompany, sampleCompany, weighted } from './companies.ts';
import { GIVEN_NAMES, type NamePart, SURNAMES } from './names.ts';
import { type SamplePost, samplePost } from './posts.ts';

/** One business card as it would be written down, with the truth behind it. */
export type SampleCard = {
  readonly company: string;
  readonly companyKana: string;
  readonly department: string;
  readonly title: string;
  readonly surname: string;
  readonly givenName: string;
  readonly surnameKana: string;
  readonly givenNameKana: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly postal: string;
  readonly address: string;
  readonly channel: 'event' | 'inbound' | 'referral';
  readonly eventName: string | null;
  readonly metOn: Day;
  readonly tags: readonly string[];
  readonly memo: string;
  readonly truth: SampleTruth;
};
/** What a perfect reader would know: same `personKey`, same person. */
export type SampleTruth = Attributes & { readonly personKey: string };

/** Shares of all cards. */
const DUPLICATES = 0.08;
const NO_EMAIL = 0.11;
const NO_PHONE = 0.15;
const MOBILE = 0.3;

type Person = {
  readonly key: string;
  readonly surname: NamePart;
  readonly given: NamePart;
  readonly company: SampleCompany;
  readonly post: SamplePost;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
};
type Meeting = Pick<SampleCard, 'channel' | 'eventName' | 'metOn' | 'tags'>;

/** The trade show a few days before `today` that brought most cards. */
export const LATEST_SHOW = '架空ものづくりDX展';
const MEMOS = [
  '比較検討中。予算は下期',
  'デモを見たいとのこと',
  '資料送付希望',
  '現在は他社製品を利用',
  '来期の計画に入れたい\n上長へ確認',
  '情報収集のみ',
];

/** Everybody seen so far, so that no two people share what would make them look like one. */
class Population {
  readonly people: Person[] = [];
  readonly #companies: SampleCompany[] = [];
  readonly #taken = new Set<string>();
  #mobiles = 0;

  /** True the first time only. */
  claim(key: string): boolean {
    const free = !this.#taken.has(key);
    this.#taken.add(key);
    return free;
  }

  company(random: Random): SampleCompany {
    const known = this.#companies.length;
    if (known > 0 && (known >= COMPANY_NAMES || random() < 0.6)) return pick(random, this.#companies);
    const company = sampleCompany(random, known);
    this.#companies.push(company);
    return company;
  }

  /** 090, 080 and 070 with the exchange 0000 that is never assigned: 30,000 numbers, each once. */
  mobile(): string | null {
    const n = this.#mobiles++;
    const prefix = ['090', '080', '070'][n % 3];
    const line = (Math.floor(n / 3) * 3571) % 10_000;
    return n < 30_000 ? `${prefix}-0000-${String(line).padStart(4, '0')}` : null;
  }
}

function newPerson(random: Random, seen: Population): Person {
  const company = seen.company(random);
  let [surname, given] = [pick(random, SURNAMES), pick(random, GIVEN_NAMES)];
  // A company of thousands may run out of names; a small one never has two of the same.
  for (let i = 0; i < 20 && !seen.claim(`${surname[0]}${given[0]}@${company.host}`); i++)
    [surname, given] = [pick(random, SURNAMES), pick(random, GIVEN_NAMES)];
  const local = random() < 0.6 ? `${given[2]}.${surname[2]}` : `${given[2].charAt(0)}.${surname[2]}`;
  let email = `${local}@${company.host}`;
  for (let n = 2; !seen.claim(email); n++) email = `${local}${n}@${company.host}`;
  const silent = random() < NO_PHONE;
  return {
    key: `p${seen.people.length + 1}`,
    surname,
    given,
    company,
    post: samplePost(random),
    email: random() < NO_EMAIL ? null : email,
    phone: silent ? null : company.phone,
    mobile: !silent && random() < MOBILE / (1 - NO_PHONE) ? seen.mobile() : null,
  };
}

function meeting(random: Random, today: Day): Meeting {
  const daysAgo = (from: number, to: number): Day => addDays(today, -from - below(random, to - from + 1));
  const event = (eventName: string, metOn: Day, ...tags: string[]): Meeting => ({
    channel: 'event',
    eventName,
    metOn,
    tags,
  });
  const kind = weighted(random, [
    [60, 'show'],
    [15, 'spring'],
    [10, 'seminar'],
    [10, 'inbound'],
    [5, 'referral'],
  ] as const);
  if (kind === 'show') return event(LATEST_SHOW, daysAgo(2, 4), '展示会');
  if (kind === 'spring') return event('仮想オフィス効率化展', daysAgo(180, 182), '展示会');
  if (kind === 'seminar') return event('架空DXセミナー', daysAgo(40, 40), 'セミナー');
  return { channel: kind, eventName: null, metOn: daysAgo(1, 300), tags: [] };
}

function cardOf(person: Person, met: Meeting, memo: string): SampleCard {
  const { company, post, surname, given } = person;
  const { title: _, department: __, ...known } = post;
  return {
    company: company.name,
    companyKana: company.kana,
    department: post.department,
    title: post.title,
    surname: surname[0],
    givenName: given[0],
    surnameKana: surname[1],
    givenNameKana: given[1],
    email: person.email,
    phone: person.phone,
    mobile: person.mobile,
    postal: company.place.postal,
    address: `${company.place.prefecture}${company.place.city}架空町1-2-3`,
    ...met,
    memo,
    truth: {
      ...known,
      industry: company.industry,
      employees: company.employees,
      prefecture: company.place.prefecture,
      personKey: person.key,
    },
  };
}

const VARIANTS: Readonly<Record<string, string>> = { 高: '髙', 崎: '﨑', 辺: '邉', 斎: '齋', 浜: '濱' };
const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The same person's card typed by another hand: other forms of company, name, numbers and address. */
function retyped(random: Random, card: SampleCard, company: SampleCompany): SampleCard {
  const other = { ...card };
  if (random() < 0.5) other.company = card.company.replace('株式会社', '(株)');
  else if (random() < 0.3) other.company = `株式会社 ${company.stem}`;
  if (random() < 0.4) other.surname = card.surname.replace(/[高崎辺斎浜]/, c => VARIANTS[c] ?? c);
  if (random() < 0.4) other.email = card.email?.toUpperCase() ?? null;
  if (random() < 0.3) other.phone = card.phone && fullWidth(card.phone);
  if (random() < 0.3) other.mobile = card.mobile?.replaceAll('-', '') ?? null;
  return other;
}

/**
 * An endless stream of cards; the same seed and day give the same cards, and a shorter store is the beginning
 * of a longer one. About 8 % are second cards of somebody seen before. Companies, people, addresses and
 * numbers are invented; mail hosts lie below domains reserved for documentation.
 */
export function* sampleCards(seed: number, today: Day): Generator<SampleCard, never> {
  const random = seeded(seed);
  const seen = new Population();
  for (;;) {
    const again = seen.people.length > 0 && random() < DUPLICATES;
    const person = again ? pick(random, seen.people) : newPerson(random, seen);
    if (!again) seen.people.push(person);
    const memo = random() < 0.2 ? pick(random, MEMOS) : '';
    const card = cardOf(person, meeting(random, today), memo);
    yield again ? retyped(random, card, person.company) : card;
  }
}
