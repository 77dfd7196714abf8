import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import { eventsOf, leadsOfKeys, type StoredEvent } from '#electron/backend/events/events.ts';
import { remembered } from '#shared/domain/base/remembered.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { CardRow } from '#shared/domain/imports/plan.ts';
import { landlineKeys, mobileKeys, personalEmailKeys } from '#shared/domain/leads/card.ts';
import { companyLooseKey, companyStrictKey } from '#shared/domain/leads/company.ts';
import type { KnownPerson } from '#shared/domain/leads/match.ts';
import type { ContactPoint, LeadCardData } from '#shared/domain/leads/merge-card.ts';
import { isMobileKey } from '#shared/domain/leads/phones.ts';
import {
  findLeadIdsByKeys,
  findSurvivors,
  type LeadTableRow,
  listAffiliationRows,
  listLeadIds,
  listLeadRows,
  listMergedInto,
  listPointRows,
  listTagRows,
} from './cards.repo.ts';

const strictKeyOf = remembered(companyStrictKey);
const looseKeyOf = remembered(companyLooseKey);

/** Kinds of events a card leaves behind; `data.dated` says that the date stood on the card. */
export const CARD_EVENTS = ['card.exchanged', 'list.added'] as const;

const isCardEvent = (event: StoredEvent): boolean => (CARD_EVENTS as readonly string[]).includes(event.kind);

function keysOf(rows: readonly CardRow[]) {
  const points = new Set<string>();
  const externalIds = new Set<string>();
  const names = new Set<string>();
  for (const { card } of rows) {
    for (const key of [...personalEmailKeys(card), ...mobileKeys(card), ...landlineKeys(card)])
      points.add(key);
    if (card.externalId !== '') externalIds.add(card.externalId);
    if (card.person.key !== '') names.add(card.person.key);
  }
  return { points: [...points], externalIds: [...externalIds], names: [...names] };
}

/** Everyone in the store these cards could belong to, in a few statements whatever the number of cards. */
export async function findKnownPeople(db: ReadDb, rows: Iterable<CardRow>): Promise<KnownPerson[]> {
  const cardLeads = new Map<string, { key: string; leadId: number }>();
  const ids = new Set<number>();
  for (const batch of inBatches(rows, CARDS)) {
    const found = await leadsOfKeys(db, [...new Set(batch.map(row => row.key))]);
    for (const card of found) cardLeads.set(`${card.leadId} ${card.key}`, card);
    for (const id of await findLeadIdsByKeys(db, keysOf(batch))) ids.add(id);
    for (const { leadId } of found) ids.add(leadId);
  }
  const inOrder = [...ids].sort((a, b) => a - b);
  return await peopleOf(db, inOrder, [...cardLeads.values()]);
}

/** Cards whose keys are looked up together. */
const CARDS = 2000;

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

/**
 * These people as matching sees them. Who was merged into one of them lends them name and source number, so that a card
 * of the former entry finds the person again.
 */
export async function peopleOf(
  db: ReadDb,
  ids: readonly number[],
  cardLeads: readonly { key: string; leadId: number }[] = [],
): Promise<KnownPerson[]> {
  const survivorOf = await findSurvivors(db, ids);
  const loaded = await loadLeads(db, [...new Set(survivorOf.values())]);
  const former = Map.groupBy(
    await listMergedInto(
      db,
      loaded.map(({ row }) => row.id),
    ),
    row => row.survivorId,
  );
  const cards = Map.groupBy(cardLeads, card => survivorOf.get(card.leadId) ?? card.leadId);
  return loaded.map(({ row, data }) => {
    const entries = [row, ...(former.get(row.id) ?? [])];
    return {
      uid: row.uid,
      names: entries.filter(entry => entry.name_key !== '').map(nameOf),
      emailKeys: data.points.filter(p => p.kind === 'email' && !p.isRole).map(p => p.key),
      mobileKeys: data.points.filter(p => p.kind === 'mobile' && isMobileKey(p.key)).map(p => p.key),
      landlineKeys: data.points
        .filter(p => !['email', 'mobile', 'fax'].includes(p.kind) && p.key !== '')
        .map(p => p.key),
      externalIds: entries.flatMap(entry => entry.external_id ?? []),
      departments: [data.department, ...data.affiliations.map(a => a.department)]
        .filter(name => name !== '')
        .map(foldKey),
      companies: [...new Set([data.companyName, ...data.affiliations.map(a => a.companyName)])]
        .filter(name => name !== '')
        .map(name => ({ strictKey: strictKeyOf(name), looseKey: looseKeyOf(name) })),
      cards: (cards.get(row.id) ?? []).map(card => card.key),
      inTrash: row.trashed_at !== null,
    };
  });
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
});
