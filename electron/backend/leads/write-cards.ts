import type { Context } from '#electron/backend/context.ts';
import type { PatchOf, RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf, type NewEvent, recordEvents } from '#electron/backend/events/events.ts';
import type { Channel, ConsentBasis } from '#shared/contract/base.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import type { Affiliation, ContactPoint, LeadCardData } from '#shared/domain/leads/merge-card.ts';
import { listAffiliationRows, listLeadIds, listPointRows } from './cards.repo.ts';
import { type CompanyOf, resolveCompanies } from './companies.ts';
import { CARD_EVENTS } from './known-people.ts';
import { refreshLeads } from './refresh.ts';

/** What the people of one write share. */
export interface CardOrigin {
  channel: Channel;
  eventName: string;
  consentBasis: ConsentBasis;
  /** For cards without a date. */
  metOn: Day;
  ownerOf(person: Touched): number | null;
  importId: number | null;
  source: 'import' | 'user';
}

/** People per batch between two turns of the process. */
const BATCH = 200;

/**
 * Writes people and what cards changed about them, in the same transaction as everything derived from it. `pause` is
 * called between batches with the number of people done. Returns the lead id of every person by uid.
 */
export async function writePeople(
  ctx: Context,
  tx: WriteTx,
  people: readonly Touched[],
  origin: CardOrigin,
  pause: (done: number) => Promise<void>,
): Promise<Map<string, number>> {
  const stored = people.filter(person => person.before !== null).map(person => person.uid);
  const ids = new Map((await listLeadIds(tx.read, stored)).map(row => [row.uid, row.id]));
  const companyOf = await resolveCompanies(ctx, tx, people, ids);
  for (let i = 0; i < people.length; i += BATCH) {
    const batch = people.slice(i, i + BATCH);
    const touched = new Set([
      ...(await insertNew(ctx, tx, batch, ids, origin, companyOf)),
      ...(await updateStored(ctx, tx, batch, ids, companyOf)),
      ...(await recordCards(ctx, tx, batch, ids, origin)),
    ]);
    await refreshLeads(ctx, tx, [...touched]);
    await pause(i + batch.length);
  }
  return ids;
}

const leadFields = (lead: LeadCardData) => ({
  company_name: lead.companyName,
  branch: lead.branch,
  name: lead.name,
  name_key: lead.nameKey,
  last_name: lead.lastName,
  first_name: lead.firstName,
  last_key: lead.lastKey,
  kana: lead.kana,
  department: lead.department,
  title: lead.title,
  email: lead.email,
  phone: lead.phone,
  postal_code: lead.postalCode,
  prefecture: lead.prefecture,
  address: lead.address,
  url: lead.url,
  memo: lead.memo,
  department_function: lead.departmentFunction,
  title_rank: lead.titleRank,
  external_id: lead.externalId,
});

/** A person before anything was computed about them; `refreshLeads` gives points, rank and next action at once. */
const unscored = {
  do_not_call: 0,
  stage: 'open',
  next_kind: 'none',
  next_on: null,
  next_at: null,
  next_reason: 'noContact',
  fit: 0,
  engagement: 0,
  total: 0,
  band: 'low',
  cools_on: null,
  next_change_on: null,
  scored_on: null,
  rules_n: null,
  appointment_on: null,
  meeting_on: null,
  accepted_on: null,
  trashed_at: null,
} as const;

const currentCompany = (person: Touched, companyOf: CompanyOf): number | null => {
  const current = person.after.affiliations.find(a => a.companyName === person.after.companyName);
  return current ? companyOf(person, current.strictKey) : null;
};

async function insertNew(
  ctx: Context,
  tx: WriteTx,
  batch: readonly Touched[],
  ids: Map<string, number>,
  origin: CardOrigin,
  companyOf: CompanyOf,
): Promise<number[]> {
  const people = batch.filter(person => person.before === null);
  const rows = people.map(
    (person): RowOf<'leads'> => ({
      uid: ctx.newId(),
      company_id: currentCompany(person, companyOf),
      ...leadFields(person.after),
      channel: origin.channel,
      event_name: origin.eventName,
      acquired_on: person.cards[0]?.card.metOn ?? origin.metOn,
      consent_basis: origin.consentBasis,
      owner_id: origin.ownerOf(person),
      import_id: origin.importId,
      ...unscored,
      created_at: tx.at,
      updated_at: tx.at,
    }),
  );
  const made = await tx.insert('leads', rows);
  for (const [i, id] of made.entries()) {
    const person = people[i];
    if (person) ids.set(person.uid, id);
  }
  const withId = people.flatMap(person => {
    const leadId = ids.get(person.uid);
    return leadId === undefined ? [] : [{ person, leadId, ...person.after }];
  });
  await tx.insert(
    'affiliations',
    withId.flatMap(p =>
      p.affiliations.map(a => affiliationRow(ctx, p.leadId, a, companyOf(p.person, a.strictKey))),
    ),
  );
  await tx.insert(
    'contact_points',
    withId.flatMap(p => p.points.map((point, i) => pointRow(ctx, p.leadId, point, i))),
  );
  await tx.insert(
    'lead_tags',
    withId.flatMap(p => p.tags.map(tag => ({ uid: ctx.newId(), lead_id: p.leadId, tag }))),
  );
  return made;
}

const affiliationRow = (
  ctx: Context,
  leadId: number,
  affiliation: Affiliation,
  companyId: number | null,
): RowOf<'affiliations'> => ({
  uid: ctx.newId(),
  lead_id: leadId,
  company_id: companyId,
  company_name: affiliation.companyName,
  branch: affiliation.branch,
  department: affiliation.department,
  title: affiliation.title,
  from_on: affiliation.fromOn,
});

const pointRow = (
  ctx: Context,
  leadId: number,
  point: ContactPoint,
  position: number,
): RowOf<'contact_points'> => ({
  uid: ctx.newId(),
  lead_id: leadId,
  kind: point.kind,
  value: point.value,
  key: point.key,
  ext: point.ext,
  is_role: point.isRole ? 1 : 0,
  position,
});

/** Writes only what differs; a card that brought nothing writes nothing. Returns the leads that differ. */
async function updateStored(
  ctx: Context,
  tx: WriteTx,
  batch: readonly Touched[],
  ids: ReadonlyMap<string, number>,
  companyOf: CompanyOf,
): Promise<number[]> {
  const changed: number[] = [];
  for (const person of batch) {
    const { before, after } = person;
    const leadId = ids.get(person.uid);
    if (!before || leadId === undefined || JSON.stringify(before) === JSON.stringify(after)) continue;
    changed.push(leadId);
    const patch: PatchOf<'leads'> = { ...leadFields(after), updated_at: tx.at };
    if (after.companyName !== before.companyName) patch.company_id = currentCompany(person, companyOf);
    if (JSON.stringify(leadFields(before)) !== JSON.stringify(leadFields(after)))
      await tx.update('leads', leadId, patch);
    await updateAffiliations(ctx, tx, person, leadId, companyOf);
    await updatePoints(ctx, tx, leadId, before.points, after.points);
    const tags = after.tags.filter(tag => !before.tags.includes(tag));
    await tx.insert(
      'lead_tags',
      tags.map(tag => ({ uid: ctx.newId(), lead_id: leadId, tag })),
    );
  }
  return changed;
}

async function updateAffiliations(
  ctx: Context,
  tx: WriteTx,
  { before, after, ...person }: Touched,
  leadId: number,
  companyOf: CompanyOf,
): Promise<void> {
  if (JSON.stringify(before?.affiliations) === JSON.stringify(after.affiliations)) return;
  const rows = await listAffiliationRows(tx.read, [leadId]);
  for (const affiliation of after.affiliations) {
    const row = rows.find(r => r.company_name === affiliation.companyName);
    const { branch, department, title, fromOn } = affiliation;
    if (row) await tx.update('affiliations', row.id, { branch, department, title, from_on: fromOn });
    else {
      const companyId = companyOf({ before, after, ...person }, affiliation.strictKey);
      await tx.insert('affiliations', [affiliationRow(ctx, leadId, affiliation, companyId)]);
    }
  }
}

const pointId = (point: Pick<ContactPoint, 'kind' | 'value' | 'ext'>): string =>
  `${point.kind} ${point.value} ${point.ext}`;

async function updatePoints(
  ctx: Context,
  tx: WriteTx,
  leadId: number,
  before: readonly ContactPoint[],
  after: readonly ContactPoint[],
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const rows = new Map(
    (await listPointRows(tx.read, [leadId])).map(row => [
      pointId({ ...row, kind: row.kind as ContactPoint['kind'] }),
      row,
    ]),
  );
  for (const [position, point] of after.entries()) {
    const row = rows.get(pointId(point));
    if (!row) await tx.insert('contact_points', [pointRow(ctx, leadId, point, position)]);
    else if (row.position !== position) await tx.update('contact_points', row.id, { position });
  }
}

/**
 * One event per person and day: two cards of one meeting are one meeting. Named by the card, so that the same card
 * counts once however often its file comes in. Returns the leads with something new.
 */
async function recordCards(
  ctx: Context,
  tx: WriteTx,
  batch: readonly Touched[],
  ids: ReadonlyMap<string, number>,
  origin: CardOrigin,
): Promise<number[]> {
  const kind = origin.consentBasis === 'card' ? 'card.exchanged' : 'list.added';
  const stored = batch.filter(person => person.before !== null).flatMap(person => ids.get(person.uid) ?? []);
  const days = new Set(
    (await eventsOf(tx.read, stored))
      .filter(event => (CARD_EVENTS as readonly string[]).includes(event.kind))
      .map(event => `${event.leadId} ${event.occurredOn}`),
  );
  const events: NewEvent[] = [];
  for (const person of batch)
    for (const { card, key } of person.cards) {
      const leadId = ids.get(person.uid);
      const on = card.metOn ?? origin.metOn;
      if (leadId === undefined) continue;
      if (card.rank !== null)
        events.push({
          uid: ctx.newId(),
          kind: `triage.${card.rank}`,
          leadId,
          occurredOn: on,
          source: origin.source,
          dedupeKey: `triage:${key}`,
        });
      if (days.has(`${leadId} ${on}`)) continue;
      days.add(`${leadId} ${on}`);
      const data = {
        dated: card.metOn !== null,
        ...(origin.eventName !== '' && { eventName: origin.eventName }),
      };
      events.push({
        uid: ctx.newId(),
        kind,
        leadId,
        occurredOn: on,
        source: origin.source,
        dedupeKey: key,
        data,
      });
    }
  const fresh = await recordEvents(tx, events);
  return fresh.flatMap(event => event.leadId ?? []);
}
