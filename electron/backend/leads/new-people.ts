import type { Context } from '#electron/backend/context.ts';
import type { RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { optedOutAddresses } from '#electron/backend/mail/opted-out.ts';
import { type Beginning, beginningOf, type Followed } from '#electron/backend/journey/follow.ts';
import type { Scorable, Scorer } from '#electron/backend/scoring/rescore.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import type { CardEvent } from './card-events.ts';
import { affiliationRow, currentCompany, leadFields, pointRow } from './card-rows.ts';
import { listCompanyFacts } from './cards.repo.ts';
import type { CompanyOf } from './companies.ts';
import { searchPieces } from './search.ts';
import { searchTexts } from './search.repo.ts';
import type { CardOrigin } from './card-origin.ts';

/** A person before anything was computed about them. */
const unscored = {
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
  last_touch_on: null,
  appointment_on: null,
  meeting_on: null,
  accepted_on: null,
  stop: null,
  stop_since_on: null,
  entry_stop: null,
  trashed_at: null,
} as const;

interface NewPeople {
  origin: CardOrigin;
  companyOf: CompanyOf;
  /** What their cards leave behind; recorded by the caller once the people are there. */
  events: readonly CardEvent[];
  scorer: Scorer;
}

/**
 * Inserts people with everything that belongs to them. Points, rank, next action and search text are computed before the
 * row is written, from the same functions `refreshLeads` uses, so that nothing is read back and written twice.
 * Adds their lead ids to `ids`; returns what `followNew` needs once their events are recorded.
 */
export async function insertNew(
  ctx: Context,
  tx: WriteTx,
  people: readonly Touched[],
  ids: Map<string, number>,
  { origin, companyOf, events, scorer }: NewPeople,
): Promise<Followed[]> {
  const bare = people.map(person => ({
    person,
    row: {
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
    },
  }));
  const beginFor = await beginnings(ctx, tx, bare, events, scorer);
  const begun = bare.map(lead => ({ ...lead, ...beginFor(lead) }));
  const made = await tx.insert(
    'leads',
    begun.map(({ row, after }) => ({ ...row, ...after })),
  );
  const followed: Followed[] = [];
  for (const [i, leadId] of made.entries()) {
    const lead = begun[i];
    if (!lead) continue;
    const { points, tags } = lead.person.after;
    ids.set(lead.person.uid, leadId);
    followed.push({ ...lead, leadId });
    await tx.bulk.setSearch(leadId, searchPieces(searchTexts(lead.row, points, tags)));
  }
  await insertParts(ctx, tx, people, ids, companyOf);
  return followed;
}

type Bare = Omit<Scorable, keyof Company> & { company_id: number | null };

async function beginnings(
  ctx: Context,
  tx: WriteTx,
  leads: readonly { person: Touched; row: { company_id: number | null } }[],
  events: readonly CardEvent[],
  scorer: Scorer,
): Promise<(lead: { person: Touched; row: Bare }) => Beginning> {
  const companyIds = new Set(leads.flatMap(({ row }) => row.company_id ?? []));
  const companies = new Map(
    (await listCompanyFacts(tx.read, [...companyIds])).map(({ id, ...c }) => [id, c]),
  );
  const emails = ({ after }: Touched): string[] =>
    after.points.filter(point => point.kind === 'email').map(point => point.value);
  const isOut = await optedOutAddresses(
    tx.read,
    leads.flatMap(({ person }) => emails(person)),
  );
  const eventsOf = Map.groupBy(events, event => event.personUid);
  return ({ person, row }) => {
    const own = (eventsOf.get(person.uid) ?? []).map(event => ({
      ...event,
      recordedAt: tx.at,
      data: event.data ?? {},
    }));
    const known = { ...row, ...(companies.get(row.company_id ?? 0) ?? NO_COMPANY) };
    return beginningOf(ctx, known, own, emails(person).some(isOut), scorer);
  };
}

type Company = Omit<Awaited<ReturnType<typeof listCompanyFacts>>[number], 'id'>;
const NO_COMPANY = { industry: null, employees_min: null, employees_max: null, company_kind: null };

/** Their companies, addresses, numbers and tags. */
async function insertParts(
  ctx: Context,
  tx: WriteTx,
  people: readonly Touched[],
  ids: ReadonlyMap<string, number>,
  companyOf: CompanyOf,
): Promise<void> {
  const affiliations: RowOf<'affiliations'>[] = [];
  const points: RowOf<'contact_points'>[] = [];
  const tags: RowOf<'lead_tags'>[] = [];
  for (const person of people) {
    const leadId = ids.get(person.uid);
    if (leadId === undefined) continue;
    for (const a of person.after.affiliations)
      affiliations.push(affiliationRow(ctx, leadId, a, companyOf(person, a.strictKey)));
    for (const [position, point] of person.after.points.entries())
      points.push(pointRow(ctx, leadId, point, position));
    for (const tag of person.after.tags) tags.push({ uid: ctx.newId(), lead_id: leadId, tag });
  }
  await tx.insert('affiliations', affiliations);
  await tx.insert('contact_points', points);
  await tx.insert('lead_tags', tags);
}
