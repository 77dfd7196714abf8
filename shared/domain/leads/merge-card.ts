import type { Day } from '#shared/domain/base/days.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import type { Card } from './card.ts';
import type { Phone, PhoneKind } from './phones.ts';

export interface ContactPoint {
  kind: 'email' | PhoneKind;
  value: string;
  /** E-mail key or E.164; '' for a number of impossible length. */
  key: string;
  ext: string;
  isRole: boolean;
}
export interface Affiliation {
  companyName: string;
  strictKey: string;
  branch: string;
  department: string;
  title: string;
  fromOn: Day | null;
}

/** The part of a lead that cards write. */
export interface LeadCardData {
  name: string;
  lastName: string;
  firstName: string;
  nameKey: string;
  lastKey: string;
  kana: string;
  companyName: string;
  branch: string;
  department: string;
  departmentFunction: string | null;
  title: string;
  titleRank: number | null;
  email: string;
  phone: string;
  postalCode: string;
  prefecture: string;
  address: string;
  url: string;
  memo: string;
  externalId: string | null;
  doNotCall: boolean;
  points: ContactPoint[];
  affiliations: Affiliation[];
  tags: string[];
  /** Date of the newest dated card; what decides which card's company, title and address are shown. */
  cardOn: Day | null;
}

/** `filled` also covers a card that brought nothing new (`changed` is then empty). */
export interface MergeResult {
  lead: LeadCardData;
  outcome: 'filled' | 'updated';
  changed: string[];
}

const pointsOf = (card: Card): ContactPoint[] => [
  ...card.emails.map(e => ({
    kind: 'email' as const,
    value: e.value,
    key: e.key,
    ext: '',
    isRole: e.isRole,
  })),
  ...card.phones.map((p: Phone) => ({ kind: p.kind, value: p.value, key: p.key, ext: p.ext, isRole: false })),
];

const samePoint = (a: ContactPoint, b: ContactPoint): boolean =>
  (a.kind === 'email') === (b.kind === 'email') &&
  a.ext === b.ext &&
  (a.key === '' ? a.value === b.value : a.key === b.key);

/** Which number is dialled first: the one that reaches the person. Fax never; navi-dial numbers (0570) cost the caller. */
const DIAL_ORDER: readonly ContactPoint['kind'][] = ['direct', 'mobile', 'main', 'department', 'other'];

/** The address and the number shown first, from the points in their order. */
export function primaries(points: readonly ContactPoint[]): { email: string; phone: string } {
  const emails = points.filter(p => p.kind === 'email');
  const phones = DIAL_ORDER.flatMap(kind => points.filter(p => p.kind === kind));
  const cheap = phones.find(p => p.key !== '' && !p.key.startsWith('+81570'));
  return {
    email: (emails.find(p => !p.isRole) ?? emails[0])?.value ?? '',
    phone: (cheap ?? phones[0])?.value ?? '',
  };
}

const affiliationOf = (card: Card): Affiliation | null =>
  card.company && {
    companyName: card.company.name,
    strictKey: card.company.strictKey,
    branch: card.company.branch,
    department: card.department,
    title: card.title,
    fromOn: card.metOn,
  };

/** A person first met with this card. `on` dates a memo. */
export function leadFromCard(card: Card): LeadCardData {
  const points = pointsOf(card);
  const affiliation = affiliationOf(card);
  return {
    name: card.person.name,
    lastName: card.person.last,
    firstName: card.person.first,
    nameKey: card.person.key,
    lastKey: card.person.lastKey,
    kana: card.person.kana,
    companyName: card.company?.name ?? '',
    branch: card.company?.branch ?? '',
    department: card.department,
    departmentFunction: card.departmentFunction,
    title: card.title,
    titleRank: card.titleRank,
    ...primaries(points),
    postalCode: card.address.postalCode,
    prefecture: card.address.prefecture,
    address: card.address.text,
    url: card.url,
    memo: card.memo,
    externalId: card.externalId || null,
    doNotCall: card.doNotCall,
    points,
    affiliations: affiliation ? [affiliation] : [],
    tags: card.tags,
    cardOn: card.metOn,
  };
}

/** Adds the memo of a further card under its date, once. */
function mergedMemo(memo: string, card: Card, on: Day): string {
  if (card.memo === '' || memo.includes(card.memo)) return memo;
  return memo === '' ? card.memo : `${memo}\n[${card.metOn ?? on}] ${card.memo}`;
}

function mergedName(lead: LeadCardData, card: Card): Partial<LeadCardData> {
  const { person } = card;
  const readable = /[?？]/.test(lead.name) && !/[?？]/.test(person.name) && person.key !== '';
  const better = lead.nameKey === '' || readable || (lead.firstName === '' && person.first !== '');
  if (!better || person.key === '') return {};
  return {
    name: person.name,
    lastName: person.last,
    firstName: person.first,
    nameKey: person.key,
    lastKey: person.lastKey,
    kana: person.kana || lead.kana,
  };
}

/** Company, department and title of the newer card. A new company takes all three; the old one stays as an affiliation. */
function newerPost(lead: LeadCardData, card: Card): Partial<LeadCardData> {
  const current = lead.affiliations.find(a => a.companyName === lead.companyName);
  const { company, department, departmentFunction, title, titleRank } = card;
  if (company && company.strictKey !== current?.strictKey)
    return {
      companyName: company.name,
      branch: company.branch,
      department,
      departmentFunction,
      title,
      titleRank,
    };
  return { ...departmentPart(card), ...titlePart(card), ...(company?.branch && { branch: company.branch }) };
}
const departmentPart = ({ department, departmentFunction }: Card): Partial<LeadCardData> =>
  department === '' ? {} : { department, departmentFunction };
const titlePart = ({ title, titleRank }: Card): Partial<LeadCardData> =>
  title === '' ? {} : { title, titleRank };

/** What the card adds where the lead has nothing. A blank cell never erases. */
function fills(lead: LeadCardData, card: Card): Partial<LeadCardData> {
  const sameCompany =
    lead.companyName === '' ||
    (card.company !== null &&
      lead.affiliations.some(
        a => a.companyName === lead.companyName && a.strictKey === card.company?.strictKey,
      ));
  return {
    ...(lead.kana === '' && { kana: card.person.kana }),
    ...(lead.companyName === '' && {
      companyName: card.company?.name ?? '',
      branch: card.company?.branch ?? '',
    }),
    ...(sameCompany && lead.branch === '' && { branch: card.company?.branch ?? '' }),
    ...(sameCompany && lead.department === '' && departmentPart(card)),
    ...(sameCompany && lead.title === '' && titlePart(card)),
    ...(lead.address === '' && addressPart(card)),
    ...(lead.postalCode === '' && { postalCode: card.address.postalCode }),
    ...(lead.prefecture === '' && { prefecture: card.address.prefecture }),
    ...(lead.url === '' && { url: card.url }),
    ...(lead.externalId === null && { externalId: card.externalId || null }),
  };
}
const addressPart = (card: Card): Partial<LeadCardData> =>
  card.address.text === ''
    ? {}
    : {
        address: card.address.text,
        postalCode: card.address.postalCode,
        prefecture: card.address.prefecture,
      };

function mergedAffiliations(lead: LeadCardData, card: Card, newer: boolean): Affiliation[] {
  const incoming = affiliationOf(card);
  if (!incoming) return lead.affiliations;
  const known = lead.affiliations.find(a => a.strictKey === incoming.strictKey);
  if (!known) return [...lead.affiliations, incoming];
  const choose = (now: string, next: string): string => (now === '' || (newer && next !== '') ? next : now);
  const merged: Affiliation = {
    ...known,
    branch: choose(known.branch, incoming.branch),
    department: choose(known.department, incoming.department),
    title: choose(known.title, incoming.title),
    fromOn: earlier(known.fromOn, incoming.fromOn),
  };
  return lead.affiliations.map(a => (a === known ? merged : a));
}
const earlier = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a);

function mergedPoints(lead: LeadCardData, card: Card, newer: boolean): ContactPoint[] {
  const incoming = pointsOf(card);
  const added = incoming.filter(p => !lead.points.some(q => samePoint(p, q)));
  const moved =
    newer && card.company !== null && !lead.affiliations.some(a => a.strictKey === card.company?.strictKey);
  if (!moved) return added.length === 0 ? lead.points : [...lead.points, ...added];
  // A number that is known keeps its spelling and comes forward: nothing is stored twice.
  const first = incoming.map(p => lead.points.find(q => samePoint(p, q)) ?? p);
  return [...first, ...lead.points.filter(p => !first.includes(p))];
}

/** True when the two texts differ by more than spelling. */
const differs = (before: unknown, after: unknown): boolean =>
  typeof before === 'string' && typeof after === 'string'
    ? foldKey(before) !== foldKey(after)
    : before !== after;

/**
 * Adds a further card to a known person. Blanks are filled; company, department, title and address change only when the
 * card is dated and newer than the newest dated card so far. Numbers, addresses, tags and memos are added, never
 * removed. `on`: the day of the import, for a memo of an undated card.
 */
export function mergeCard(lead: LeadCardData, card: Card, on: Day): MergeResult {
  const newer = card.metOn !== null && (lead.cardOn === null || card.metOn > lead.cardOn);
  const post = newer ? newerPost(lead, card) : {};
  const points = mergedPoints(lead, card, newer);
  const merged: LeadCardData = {
    ...lead,
    ...mergedName(lead, card),
    ...fills(lead, card),
    ...post,
    ...(newer && addressPart(card)),
    ...(newer && card.url !== '' && { url: card.url }),
    memo: mergedMemo(lead.memo, card, on),
    doNotCall: lead.doNotCall || card.doNotCall,
    points,
    ...primaries(points),
    affiliations: mergedAffiliations(lead, card, newer),
    tags: [...lead.tags, ...card.tags.filter(tag => !lead.tags.includes(tag))],
    cardOn: newer ? card.metOn : lead.cardOn,
  };
  return compareLeads(lead, merged);
}

function compareLeads(before: LeadCardData, after: LeadCardData): MergeResult {
  const names = (Object.keys(after) as (keyof LeadCardData)[]).filter(name => name !== 'cardOn');
  const lists = new Set<keyof LeadCardData>(['points', 'affiliations', 'tags', 'memo']);
  const changed = names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const replaced = changed.some(
    name =>
      !lists.has(name) && before[name] !== '' && before[name] !== null && differs(before[name], after[name]),
  );
  return { lead: after, outcome: replaced ? 'updated' : 'filled', changed };
}
