import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import { eventsOf, leadsOfKeys, type StoredEvent } from '#electron/backend/events/events.ts';
import { HashIndex } from '#shared/domain/base/hash-index.ts';
import { remembered } from '#shared/domain/base/remembered.ts';
import { type Listed, Shelf } from '#shared/domain/base/shelf.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { KeyRow } from '#shared/domain/imports/plan.ts';
import { companyLooseKey, companyStrictKey } from '#shared/domain/leads/company.ts';
import type { KnownPerson } from '#shared/domain/leads/known-person.ts';
import type { ContactPoint, LeadCardData } from '#shared/domain/leads/merge-card.ts';
import { packedPeople } from '#shared/domain/leads/packed-person.ts';
import { isMobileKey } from '#shared/domain/leads/phones.ts';
import {
  findLeadIdsByKeys,
  findSurvivors,
  type LeadTableRow,
  listAffiliationRows,
  listLeadIds,
  listLeadRows,
  listMergedInto,
  listNamedRows,
  listNamesakes,
  listPointRows,
  listTagRows,
  type NamedRow,
  type PersonKeys,
} from './cards.repo.ts';

/** Companies of a big store, so that the keys of each are made once. */
const COMPANIES = 20_000;
const strictKeyOf = remembered(companyStrictKey, COMPANIES);
const looseKeyOf = remembered(companyLooseKey, COMPANIES);

/** Kinds of events a card leaves behind; `data.dated` says that the date stood on the card. */
export const CARD_EVENTS = ['card.exchanged', 'list.added'] as const;

const isCardEvent = (event: StoredEvent): boolean => (CARD_EVENTS as readonly string[]).includes(event.kind);

/** Cards looked up together. */
const CARDS = 2000;
/** Names asked about together: a common one has thousands of people. */
const NAMES = 100;
/** People loaded together. */
const PEOPLE = 500;

/** The keys of many cards. Names are kept for the end, so that each is looked up once. */
class Sought {
  readonly names = new Set<string>();
  /** Names with a company; a name alone finds nobody. */
  readonly namedCompanies = new HashIndex();

  add({ names, companies }: KnownPerson): void {
    for (const { key } of names) {
      this.names.add(key);
      for (const { strictKey, looseKey } of companies) {
        this.namedCompanies.add(`${key} ${strictKey}`, 0);
        this.namedCompanies.add(`${key} ${looseKey}`, 0);
      }
    }
  }

  hasNamed(nameKey: string, company: string): boolean {
    const has = (key: string): boolean => this.namedCompanies.find(`${nameKey} ${key}`).length > 0;
    return has(strictKeyOf(company)) || has(looseKeyOf(company));
  }
}

/** Everyone in the store the cards of these rows could belong to. `breathe` is called between the parts of the work. */
export async function findKnownPeople(
  db: ReadDb,
  rows: Iterable<KeyRow>,
  breathe: () => Promise<void>,
): Promise<Listed<KnownPerson>> {
  const cards = new Map<number, Set<string>>();
  const ids = new Set<number>();
  const sought = new Sought();
  for (const batch of inBatches(rows, CARDS)) {
    await breathe();
    const people = batch.flatMap(row => ('person' in row ? [row.person] : []));
    for (const person of people) sought.add(person);
    for (const { leadId, key } of await leadsOfKeys(db, [...new Set(people.flatMap(p => p.cards))])) {
      ids.add(leadId);
      cards.set(leadId, (cards.get(leadId) ?? new Set()).add(key));
    }
    for (const id of await findLeadIdsByKeys(db, keysOf(people))) ids.add(id);
  }
  for (const id of await namesakesOf(db, sought)) ids.add(id);
  const found = new Shelf(packedPeople);
  const inOrder = [...ids].sort((a, b) => a - b);
  for await (const people of peopleIn(db, inOrder, cards)) {
    for (const person of people) found.push(person);
    await breathe();
  }
  return found;
}

function keysOf(people: readonly KnownPerson[]): PersonKeys {
  const points = people.flatMap(p => [...p.emailKeys, ...p.mobileKeys, ...p.landlineKeys]);
  return { points: [...new Set(points)], externalIds: [...new Set(people.flatMap(p => p.externalIds))] };
}

/** Leads with a name on the cards at a company beside which it stands there; those merged into others in any case. */
async function namesakesOf(db: ReadDb, sought: Sought): Promise<number[]> {
  const ids: number[] = [];
  for (const names of inBatches(sought.names, NAMES))
    for (const row of await listNamesakes(db, names)) {
      const companies = [row.companyName, row.affiliation ?? ''].filter(company => company !== '');
      if (row.mergedIntoId !== null || companies.some(company => sought.hasNamed(row.nameKey, company)))
        ids.push(row.id);
    }
  return ids;
}

function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** These people as matching sees them. */
export async function peopleOf(db: ReadDb, ids: readonly number[]): Promise<KnownPerson[]> {
  const all: KnownPerson[] = [];
  for await (const people of peopleIn(db, ids, new Map())) all.push(...people);
  return all;
}

/**
 * These people as matching sees them, a part at a time, with the given cards. Who was merged into one of them lends them
 * name and source number, so that a card of the former entry finds the person again.
 */
async function* peopleIn(
  db: ReadDb,
  ids: readonly number[],
  cards: ReadonlyMap<number, ReadonlySet<string>>,
): AsyncGenerator<KnownPerson[]> {
  const survivorOf = await findSurvivors(db, ids);
  const lenders = Map.groupBy(
    [...survivorOf].filter(([id, survivor]) => id !== survivor),
    ([, survivor]) => survivor,
  );
  const survivors = [...new Set(survivorOf.values())];
  for (let i = 0; i < survivors.length; i += PEOPLE) {
    const part = survivors.slice(i, i + PEOPLE);
    const former = Map.groupBy(await listMergedInto(db, part), row => row.survivorId);
    const cardsOf = (id: number): string[] =>
      [id, ...(lenders.get(id) ?? []).map(([lender]) => lender)].flatMap(of => [...(cards.get(of) ?? [])]);
    const points = Map.groupBy(await listPointRows(db, part), row => row.lead_id);
    const affiliations = Map.groupBy(await listAffiliationRows(db, part), row => row.lead_id);
    yield (await listNamedRows(db, part)).map(row =>
      personOf(row, {
        entries: [row, ...(former.get(row.id) ?? [])],
        points: points.get(row.id) ?? [],
        affiliations: affiliations.get(row.id) ?? [],
        cards: cardsOf(row.id),
      }),
    );
  }
}

interface Parts {
  /** Their own row and those of who was merged into them. */
  entries: readonly Omit<NamedRow, 'uid' | 'company_name' | 'department' | 'trashed_at'>[];
  points: Awaited<ReturnType<typeof listPointRows>>;
  affiliations: Awaited<ReturnType<typeof listAffiliationRows>>;
  cards: string[];
}

function personOf(row: NamedRow, { entries, points, affiliations, cards }: Parts): KnownPerson {
  const keysWhere = (holds: (point: Parts['points'][number]) => boolean): string[] =>
    points.filter(holds).map(point => point.key);
  return {
    uid: row.uid,
    names: entries.filter(entry => entry.name_key !== '').map(nameOf),
    emailKeys: keysWhere(p => p.kind === 'email' && p.is_role === 0),
    mobileKeys: keysWhere(p => p.kind === 'mobile' && isMobileKey(p.key)),
    landlineKeys: keysWhere(p => !['email', 'mobile', 'fax'].includes(p.kind) && p.key !== ''),
    externalIds: entries.flatMap(entry => entry.external_id ?? []),
    departments: [row.department, ...affiliations.map(a => a.department)]
      .filter(name => name !== '')
      .map(foldKey),
    companies: [...new Set([row.company_name, ...affiliations.map(a => a.company_name)])]
      .filter(name => name !== '')
      .map(name => ({ strictKey: strictKeyOf(name), looseKey: looseKeyOf(name) })),
    cards,
    inTrash: row.trashed_at !== null,
  };
}

const nameOf = (row: {
  name: string;
  name_key: string;
  last_key: string;
  last_name: string;
  first_name: string;
  kana: string;
}): KnownPerson['names'][number] => ({
  name: row.name,
  key: row.name_key,
  lastKey: row.last_key,
  last: row.last_name,
  first: row.first_name,
  kana: row.kana,
});

/** What cards have written of these people so far. */
export async function loadLeadData(db: ReadDb, uids: readonly string[]): Promise<Map<string, LeadCardData>> {
  const ids = (await listLeadIds(db, uids)).map(row => row.id);
  return new Map((await loadLeads(db, ids)).map(({ row, data }) => [row.uid, data]));
}

/** These leads with everything that belongs to them, those in the trash too; merged ones only when asked for. */
export const loadLeads = async (
  db: ReadDb,
  ids: readonly number[],
  options: { merged?: boolean } = {},
): Promise<LoadedLead[]> => await inChunks(ids, async chunk => await loadChunk(db, chunk, options));

interface LoadedLead {
  row: LeadTableRow;
  data: LeadCardData;
}

async function loadChunk(
  db: ReadDb,
  ids: readonly number[],
  options: { merged?: boolean },
): Promise<LoadedLead[]> {
  const rows = await listLeadRows(db, ids, options);
  const points = Map.groupBy(await listPointRows(db, ids), row => row.lead_id);
  const affiliations = Map.groupBy(await listAffiliationRows(db, ids), row => row.lead_id);
  const tags = Map.groupBy(await listTagRows(db, ids), row => row.lead_id);
  const events = Map.groupBy(await eventsOf(db, ids), event => event.leadId);
  return rows.map(row => ({
    row,
    data: {
      ...fieldsOf(row),
      points: (points.get(row.id) ?? []).map(
        (p): ContactPoint => ({
          kind: p.kind as ContactPoint['kind'],
          value: p.value,
          key: p.key,
          ext: p.ext,
          isRole: p.is_role === 1,
        }),
      ),
      affiliations: (affiliations.get(row.id) ?? []).map(a => ({
        companyName: a.company_name,
        strictKey: strictKeyOf(a.company_name),
        branch: a.branch,
        department: a.department,
        title: a.title,
        fromOn: a.from_on,
      })),
      tags: (tags.get(row.id) ?? []).map(tag => tag.tag),
      cardOn: newestCard(events.get(row.id) ?? []),
    },
  }));
}

/** The day of the newest dated card of each of these leads that has one. */
export async function cardDays(db: ReadDb, ids: readonly number[]): Promise<Map<number, Day>> {
  const events = Map.groupBy(await eventsOf(db, ids), event => event.leadId);
  return new Map(
    [...events].flatMap(([id, found]) => {
      const on = newestCard(found);
      return on === null ? [] : [[id, on] as const];
    }),
  );
}

function newestCard(events: readonly StoredEvent[]): Day | null {
  const days = events
    .filter(event => isCardEvent(event) && event.data['dated'] === true)
    .map(event => event.occurredOn);
  return days.sort().at(-1) ?? null;
}

const fieldsOf = (row: LeadTableRow): Omit<LeadCardData, 'points' | 'affiliations' | 'tags' | 'cardOn'> => ({
  name: row.name,
  lastName: row.last_name,
  firstName: row.first_name,
  nameKey: row.name_key,
  lastKey: row.last_key,
  kana: row.kana,
  companyName: row.company_name,
  branch: row.branch,
  department: row.department,
  departmentFunction: row.department_function,
  title: row.title,
  titleRank: row.title_rank,
  email: row.email,
  phone: row.phone,
  postalCode: row.postal_code,
  prefecture: row.prefecture,
  address: row.address,
  url: row.url,
  memo: row.memo,
  externalId: row.external_id,
  doNotCall: row.do_not_call === 1,
});
