import type { Context } from '#electron/backend/context.ts';
import type { RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf, type NewEvent, recordEvents } from '#electron/backend/events/events.ts';
import type { Channel, ConsentBasis } from '#shared/contract/base.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import { affiliationRow, currentCompany, leadFields, pointRow } from './card-rows.ts';
import { listLeadIds } from './cards.repo.ts';
import { type CompanyOf, resolveCompanies } from './companies.ts';
import { CARD_EVENTS } from './known-people.ts';
import { refreshLeads } from './refresh.ts';
import { updateStored } from './update-people.ts';

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
