import { below, pick, type Random } from '#shared/domain/base/seeded.ts';
import { type Card, DEPARTMENTS, type Firm, type Registry, TITLES } from './card.ts';
import { given, otherSurname, surname } from './names.ts';

/** What is true of a person at one time; a card shows a part of it. */
type Facts = Pick<
  Card,
  | 'person'
  | 'last'
  | 'first'
  | 'firm'
  | 'site'
  | 'department'
  | 'title'
  | 'email'
  | 'direct'
  | 'mobile'
  | 'serviceId'
>;

const workAddress = (random: Random, firm: Firm, last: string, first: string): string =>
  `${pick(random, [`${first[0]}.${last}`, `${last}.${first}`, `${first}-${last}`, `${last}${first[0]}`])}@${firm.domain}`;

export function newcomer(registry: Registry, firm: Firm = registry.firm()): Facts {
  const { random } = registry;
  const last = surname(random);
  const first = given(random);
  return {
    person: registry.person(),
    last,
    first,
    firm,
    site: random() < 0.3 ? (firm.sites[0] ?? '') : '',
    department: pick(random, DEPARTMENTS),
    title: pick(random, TITLES),
    email: random() < 0.92 ? workAddress(random, firm, `${last.romaji}${registry.next()}`, first.romaji) : '',
    direct: random() < 0.15 ? registry.landline() : '',
    mobile: random() < 0.75 ? registry.mobile() : '',
    serviceId: registry.serviceId(),
  };
}

type Turn = (facts: Facts, registry: Registry) => Facts;

const again: Turn = facts => facts;
const promoted: Turn = (facts, { random }) => ({
  ...facts,
  department: pick(random, DEPARTMENTS),
  title: pick(random, TITLES),
});
/** Who changes firms keeps the mobile number; without one, nothing but the name is left in common. */
const changedFirm: Turn = (facts, registry) => {
  const firm = registry.firm();
  const email = workAddress(
    registry.random,
    firm,
    `${facts.last.romaji}${registry.next()}`,
    facts.first.romaji,
  );
  return { ...facts, firm, site: '', email, direct: '' };
};
const married: Turn = (facts, { random }) => ({ ...facts, last: otherSurname(random, facts.last) });
const secondPost: Turn = (facts, registry) => ({ ...facts, firm: registry.firm(), site: '', direct: '' });
const newMobile: Turn = (facts, registry) => ({ ...facts, mobile: registry.mobile() });
const newAddress: Turn = (facts, registry) => ({
  ...facts,
  email: workAddress(
    registry.random,
    facts.firm,
    `${facts.last.romaji}${registry.next()}`,
    facts.first.romaji,
  ),
});
const newForm: Turn = facts => ({
  ...facts,
  firm: { ...facts.firm, form: facts.firm.form === '株式会社' ? '有限会社' : '株式会社' },
});
const moved: Turn = (facts, registry) => ({
  ...facts,
  site: facts.firm.sites[0] ?? '',
  firm: { ...facts.firm, main: registry.landline(), address: `${facts.firm.address}-9` },
});

/** What happens between two cards of one person, with its share. */
const TURNS: readonly (readonly [string, number, Turn])[] = [
  ['again', 40, again],
  ['promoted', 17, promoted],
  ['changed firm', 9, changedFirm],
  ['married', 5, married],
  ['second post', 4, secondPost],
  ['new mobile', 4, newMobile],
  ['new address', 5, newAddress],
  ['new form', 4, newForm],
  ['moved', 12, moved],
];

function turn(random: Random): readonly [string, number, Turn] {
  let left = random() * TURNS.reduce((sum, [, share]) => sum + share, 0);
  const found = TURNS.find(([, share]) => {
    left -= share;
    return left < 0;
  });
  return found ?? ['again', 0, again];
}

/** The cards one person hands out over the years: two to four. */
export function life(registry: Registry): Card[] {
  const { random } = registry;
  let facts = newcomer(registry);
  const cards: Card[] = [{ ...facts, story: 'first', metOn: registry.day(), exact: false }];
  const further = 1 + below(random, 3);
  for (let n = 0; n < further; n++) {
    let [story, , change] = turn(random);
    // A change of firm or surname is only recognisable if something private stays: most people have a mobile.
    if (facts.mobile === '' && random() < 0.8 && story !== 'again') [story, change] = ['again', again];
    facts = change(facts, registry);
    cards.push({ ...facts, story, metOn: registry.day(), exact: false });
  }
  return cards;
}

/** Somebody met once. */
export const once = (registry: Registry, firm?: Firm): Card => ({
  ...newcomer(registry, firm),
  story: 'once',
  metOn: registry.day(),
  exact: false,
});
